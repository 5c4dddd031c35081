import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RescueHeader } from '../../../contract/sync/rescue.ts';
import { readPushLine, rescueHeaderSchema } from '../../../contract/sync/rescue.ts';
import { damaged, damages, forkedJournal, writeJournal } from '../../testing/damage.ts';
import { testFolder } from '../../testing/folders.ts';
import { linkHash } from '../journal/chain.ts';
import type { WholeLink } from '../journal/whole-links.ts';
import { envelopeOf, readableLinks } from '../journal/whole-links.ts';
import { journalFile, openStore } from '../store.ts';
import { rescueFile } from './rescue-file.ts';
import { unsentIn } from './unsent.ts';

/** Damaged journals that are tried: few in every run of the tests, many when `LUU_THONG_FUZZ` is set. */
const numRuns = process.env['LUU_THONG_FUZZ'] ? 3_000 : 30;

interface Exported {
  readonly header: RescueHeader;
  /** `INCARNATION/SEQUENCE`, in the order of the lines. */
  readonly places: readonly string[];
  readonly hashes: ReadonlySet<string>;
  readonly text: string;
}

async function exported(folder: string, all: boolean): Promise<Exported | null> {
  const file = await rescueFile({ folder, all, now: '2026-11-26T02:10:00.000+07:00', app: 'test' });
  if (!file) return null;
  let text = '';
  for await (const part of file.parts()) text += part;
  file.close();
  const [first = '', ...rest] = text.split('\n').filter(Boolean);
  const lines = rest.map(readPushLine).filter((line) => line !== null);
  expect(lines).toHaveLength(rest.length);
  return {
    header: rescueHeaderSchema.parse(JSON.parse(first)),
    places: lines.map(({ bytes }) => placeOf(envelopeOf(bytes))),
    hashes: new Set(lines.map(({ hash }) => hash)),
    text,
  };
}

function placeOf({ inc, seq }: Pick<WholeLink, 'inc' | 'seq'>): string {
  return `${inc}/${seq}`;
}

function linksOf(folder: string): readonly WholeLink[] {
  const { prefix, behind } = readableLinks(join(folder, journalFile));
  return [...prefix, ...behind];
}

function isNamed({ damage }: RescueHeader, { inc, seq }: WholeLink): boolean {
  return damage?.missing.some((gap) => gap.inc === inc && gap.from <= seq && seq <= gap.to) === true;
}

describe('any damage to header, pages and log', () => {
  const whole = { each: 60, acked: 20 };

  it('costs what it hit: the rest is in the file, what is not is named, and nothing else is there', async () => {
    const original = forkedJournal(testFolder(), whole);
    const folder = testFolder();
    writeJournal(folder, original);
    const written = linksOf(folder);
    expect(written).toHaveLength(60 + 40 + 1 + 60);
    const were = new Set(written.map(({ hash }) => hash));
    const present = written.at(-1)?.inc ?? '';
    const holed = { count: 0 };
    await fc.assert(
      fc.asyncProperty(damages, async (done) => {
        const hurt = damaged(original, done);
        rmSync(join(folder, `${journalFile}-shm`), { force: true });
        writeJournal(folder, hurt);
        const found = linksOf(folder);
        const everything = await exported(folder, true);
        const unsent = await exported(folder, false);
        if (!everything || !unsent) return found.length === 0;
        expect(new Set(everything.places).size).toBe(everything.places.length);
        const foreign = [...everything.hashes, ...unsent.hashes].filter((hash) => !were.has(hash));
        expect(foreign).toStrictEqual([]);

        const { header } = everything;
        // What stands in a later life under the same ids is not sent in both, unless something is damaged.
        const isOwn = ({ inc, seq }: WholeLink): boolean => inc === present || seq <= whole.acked;
        const isConfirmed = ({ inc, seq }: WholeLink): boolean => seq <= (inc === present ? 5 : whole.acked);
        const lost = found.filter(
          (link) => !everything.hashes.has(link.hash) && (header.damage !== undefined || isOwn(link)),
        );
        const unsentLost = found.filter(
          (link) => !unsent.hashes.has(link.hash) && (unsent.header.damage !== undefined || isOwn(link)),
        );
        expect(lost).toStrictEqual([]);
        expect(unsentLost.filter((link) => !isConfirmed(link))).toStrictEqual([]);

        if (header.damage?.missing.length) holed.count += 1;
        // A log that ends early is what a power cut leaves: nobody can know that there was more.
        const isLogHit = done.some(({ kind }) => kind.startsWith('log'));
        const mayHide = isLogHit || header.damage?.openEnd === true;
        const silent = written.filter(
          (link) => !everything.hashes.has(link.hash) && isOwn(link) && !isNamed(header, link),
        );
        expect(mayHide ? [] : silent).toStrictEqual([]);
        const misnamed = written.filter((link) => everything.hashes.has(link.hash) && isNamed(header, link));
        expect(misnamed).toStrictEqual([]);
        const { count } = await unsentIn(folder);
        expect(count).toBe(unsent.header.facts + unsent.header.unreadable);
        expect(unsent.header.unreadable > 0 || !unsent.header.damage || !unsent.header.damage.openEnd).toBe(
          true,
        );
        return true;
      }),
      { numRuns, examples: [[[{ kind: 'page', at: 0.5, from: 'ones' }]]] },
    );
    expect(holed.count).toBeGreaterThan(0);
  });
});

describe('a damaged journal', () => {
  it('of which the header is gone gives everything whole, and says that nobody knows its end', async () => {
    const folder = testFolder();
    const { file } = forkedJournal(folder, { each: 40, acked: 20 });
    rmSync(join(folder, `${journalFile}-wal`), { force: true });
    const whole = linksOf(folder);
    writeFileSync(
      join(folder, journalFile),
      damaged({ file: readFile(folder), log: file.slice(0, 0) }, noHeader).file,
    );
    const { header, hashes } = (await exported(folder, false)) ?? {};
    expect(hashes).toStrictEqual(new Set(whole.map(({ hash }) => hash)));
    expect(header).toMatchObject({
      station: 'ST-1',
      facts: whole.length,
      unreadable: 1,
      damage: { missing: [], openEnd: true },
    });
  });

  it('says by number what is missing in the middle', async () => {
    const folder = testFolder();
    forkedJournal(folder, { each: 40, acked: 0 });
    const path = join(folder, journalFile);
    const whole = linksOf(folder);
    const db = new Database(path);
    db.exec(`drop trigger journal_no_update;
      update journal set bytes = replace(bytes, 'THE-1', 'THE-2') where seq in (12, 13, 30)`);
    db.close();
    const { header, places } = (await exported(folder, true)) ?? {};
    const [first = '', second = ''] = new Set(whole.map(({ inc }) => inc));
    expect(header?.damage).toStrictEqual({
      missing: [first, second].flatMap((inc) => [
        { inc, from: 12, to: 13 },
        { inc, from: 30, to: 30 },
      ]),
      openEnd: false,
    });
    expect(header?.unreadable).toBe(6);
    expect(places).toHaveLength(whole.length - 6);
  });

  it('that is not what it says of itself is not believed: what was confirmed is proved, or sent again', async () => {
    const folder = testFolder();
    forkedJournal(folder, { each: 40, acked: 20 });
    const path = join(folder, journalFile);
    const before = await exported(folder, false);
    expect(before?.header.damage).toBeUndefined();
    const db = new Database(path);
    db.exec('update ack set seq = 39');
    db.close();
    const { header, places } = (await exported(folder, false)) ?? {};
    expect(places).toStrictEqual(linksOf(folder).map(placeOf));
    expect(header?.damage).toStrictEqual({ missing: [], openEnd: false });
  });

  it('is one whose entries do not follow each other, be each of them whole', async () => {
    const folder = testFolder();
    forkedJournal(folder, { each: 40, acked: 0 });
    const inPresent = linksOf(folder)[45];
    const prev = 'f'.repeat(64);
    const db = new Database(join(folder, journalFile));
    db.exec('drop trigger journal_no_update');
    db.prepare('update journal set prev = ?, hash = ? where entry = 46').run(
      prev,
      linkHash(prev, inPresent?.bytes ?? ''),
    );
    db.close();
    const { header, places } = (await exported(folder, true)) ?? {};
    expect(places).toStrictEqual(linksOf(folder).map(placeOf));
    expect(header?.damage).toStrictEqual({ missing: [], openEnd: false });
  });

  it('of which SQLite does not see the end any more gives it all the same', async () => {
    const folder = testFolder();
    forkedJournal(folder, { each: 40, acked: 0 });
    const path = join(folder, journalFile);
    const whole = linksOf(folder);
    const db = new Database(path);
    const [root] = db
      .prepare<[], { page: number }>("select rootpage as page from sqlite_schema where name = 'journal'")
      .all();
    const newest = db.prepare<[], { last: number }>('select max(entry) as last from journal');
    expect(newest.get()?.last).toBe(whole.length);
    db.close();
    // The rightmost leaf of the tree is the one before it from now on: that of the last cell of the root.
    const bytes = readFileSync(path);
    const at = ((root?.page ?? 0) - 1) * 4096;
    const last = bytes.readUInt16BE(at + 12 + 2 * (bytes.readUInt16BE(at + 3) - 1));
    bytes.copy(bytes, at + 8, at + last, at + last + 4);
    writeFileSync(path, bytes);
    const left = new Database(path, { readonly: true });
    const seen =
      left.prepare<[], { last: number }>('select max(entry) as last from journal').get()?.last ?? 0;
    left.close();
    expect(seen).toBeGreaterThan(whole.length - 10);
    expect(seen).toBeLessThan(whole.length);
    const { header, places } = (await exported(folder, true)) ?? {};
    expect(places).toStrictEqual(whole.map(placeOf));
    expect(header?.damage).toStrictEqual({ missing: [], openEnd: true });
  });

  it.each([0, 1])(
    'that has %i bytes beside its log keeps the log: to export, and at the next start',
    async (size) => {
      const folder = testFolder();
      writeJournal(folder, {
        ...forkedJournal(testFolder(), { each: 40, acked: 0 }),
        file: new Uint8Array(size),
      });
      const found = linksOf(folder);
      expect(found.length).toBeGreaterThan(20);
      expect((await unsentIn(folder)).count).toBe(
        found.length + 1 + missingIn(await exported(folder, false)),
      );
      const { store } = openStore(folder, 'ST-1');
      expect(store.journal.damage()).not.toBeNull();
      store.close();
      expect((await exported(folder, true))?.places).toStrictEqual(found.map(placeOf));
    },
  );

  it('that was put aside, and whose successor has not gone on yet, is part of the export', async () => {
    const folder = testFolder();
    forkedJournal(folder, { each: 40, acked: 0 });
    const path = join(folder, journalFile);
    writeFileSync(
      path,
      damaged({ file: readFile(folder), log: new Uint8Array() }, [{ kind: 'page', at: 0.6, from: 'ones' }])
        .file,
    );
    writeFileSync(join(folder, 'mirror.suspect'), '');
    const found = linksOf(folder).map(placeOf);
    openStore(folder, 'ST-1').store.close();
    expect((await exported(folder, true))?.places).toStrictEqual(found);
    // As if the program had stopped while it put one in the place of the other.
    renameSync(path, `${path}.salvage`);
    expect((await exported(folder, true))?.places).toStrictEqual(found);
    expect((await unsentIn(folder)).count).toBeGreaterThan(found.length);
  });
});

const noHeader = [{ kind: 'header', at: 0, bytes: new Uint8Array(100).fill(0x41) }] as const;

function readFile(folder: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, journalFile)));
}

function missingIn(file: Exported | null): number {
  return file?.header.damage?.missing.reduce((sum, { from, to }) => sum + to - from + 1, 0) ?? 0;
}
