import { appendFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openFileDrop, type FileDrop } from './file-drop.ts';

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

/** A drop on a real folder; `next` resolves with the next file it tells. */
async function drop(
  before: Readonly<Record<string, string>> = {},
  refuse: (name: string) => boolean = () => false,
  settleMs = 40,
) {
  const folder = await mkdtemp(join(tmpdir(), 'luu-thong-drop-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(before)) await writeFile(join(folder, name), text);
  const told: string[] = [];
  let wake = (): void => undefined;
  const closed = Promise.withResolvers<void>();
  const reopen = async (): Promise<FileDrop> => {
    const opened = await openFileDrop(
      folder,
      {
        onFile({ name, bytes }) {
          told.push(`${name}: ${Buffer.from(bytes).toString()}`);
          wake();
          return refuse(name) ? Promise.reject(new Error('refused')) : Promise.resolve();
        },
        onClose: closed.resolve,
      },
      { settleMs, rescanMs: 50 },
    );
    cleanups.push(() => opened.close());
    return opened;
  };
  const opened = await reopen();
  const count = async (wanted: number): Promise<readonly string[]> => {
    while (told.length < wanted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return [...told];
  };
  return { folder, told, count, opened, reopen, closed: closed.promise };
}

describe('a folder for files', () => {
  it('tells what lies there and what comes, once each, and moves it away', async () => {
    const { folder, count, told } = await drop({ 'cũ.csv': 'a' });
    expect(await count(1)).toEqual(['cũ.csv: a']);
    await writeFile(join(folder, 'mới.csv'), 'b');
    expect(await count(2)).toEqual(['cũ.csv: a', 'mới.csv: b']);
    await writeFile(join(folder, 'cuối.csv'), 'c');
    await count(3);
    expect((await readdir(join(folder, 'done'))).sort()).toEqual(
      expect.arrayContaining(['cũ.csv', 'mới.csv']),
    );
    expect(new Set(told).size).toBe(3);
  });

  it('tells a file only when it has stopped growing', async () => {
    const { folder, count, told } = await drop();
    const file = await open(join(folder, 'a-growing.csv'), 'w');
    await file.write('begin\n');
    await writeFile(join(folder, 'whole.csv'), '');
    let size = 6;
    // As long as a whole file takes to be told.
    while (told.length === 0) size += (await file.write('1234\n')).bytesWritten;
    expect(told).toEqual(['whole.csv: ']);
    size += (await file.write('end\n')).bytesWritten;
    await file.close();
    const [, grown] = await count(2);
    expect(grown).toHaveLength('a-growing.csv: '.length + size);
    expect(grown?.endsWith('end\n')).toBe(true);
  });

  it('waits for what a writer adds after a pause', async () => {
    const { folder, count } = await drop({}, undefined, 400);
    await writeFile(join(folder, 'a.csv'), 'begin ');
    // Long enough for a file to be told that is not waited for.
    for (let turn = 0; turn < 60; turn += 1) await readdir(folder);
    await appendFile(join(folder, 'a.csv'), 'end');
    expect(await count(1)).toEqual(['a.csv: begin end']);
  });

  it('leaves what is called unfinished, until it gets its name', async () => {
    const { folder, count } = await drop({ 'a.csv.part': 'x', '~$b.xlsx': 'x', '.c': 'x' });
    await mkdir(join(folder, 'done.csv'));
    await writeFile(join(folder, 'first.csv'), '1');
    expect(await count(1)).toEqual(['first.csv: 1']);
    await rename(join(folder, 'a.csv.part'), join(folder, 'a.csv'));
    expect(await count(2)).toEqual(['first.csv: 1', 'a.csv: x']);
  });

  it('takes a second file of the same name as another, and keeps both', async () => {
    const { folder, count } = await drop({ 'a.csv': '1' });
    await count(1);
    await writeFile(join(folder, 'b.csv'), '');
    await count(2);
    await writeFile(join(folder, 'a.csv'), '2');
    await count(3);
    await writeFile(join(folder, 'c.csv'), '');
    expect(await count(4)).toEqual(['a.csv: 1', 'b.csv: ', 'a.csv: 2', 'c.csv: ']);
    expect(await readFile(join(folder, 'done', 'a.csv'), 'utf8')).toBe('1');
    expect(await readFile(join(folder, 'done', '2-a.csv'), 'utf8')).toBe('2');
  });

  it('keeps a file that was refused, and offers it again when it is opened anew', async () => {
    let refuse = true;
    const { folder, count, opened, reopen } = await drop({ 'a.csv': '1' }, () => refuse);
    await count(1);
    await writeFile(join(folder, 'b.csv'), '2');
    expect(await count(2)).toEqual(['a.csv: 1', 'b.csv: 2']);
    opened.close();
    refuse = false;
    await reopen();
    expect(await count(4)).toEqual(['a.csv: 1', 'b.csv: 2', 'a.csv: 1', 'b.csv: 2']);
  });

  it('tells each file once, even where nothing can be moved away', async () => {
    const { folder, count, told } = await drop({ 'a.csv': '1', done: 'no folder' });
    await count(2);
    await writeFile(join(folder, 'b.csv'), '2');
    expect(await count(3)).toEqual(told);
    expect(told).toEqual(['a.csv: 1', 'done: no folder', 'b.csv: 2']);
  });

  it('says when the folder is gone, and refuses one that is not there', async () => {
    const { folder, closed } = await drop();
    await rm(folder, { recursive: true });
    await closed;
    await expect(
      openFileDrop(folder, { onFile: () => Promise.resolve(), onClose: () => undefined }),
    ).rejects.toThrow('ENOENT');
  });
});
