import { describe, expect, it } from 'vitest';
import { runProgram } from './run-program.ts';
import { systemQueue } from './system-queue.ts';
import { fakePrograms, lpstat, recording } from './testing/fake-programs.ts';

const posix = process.platform !== 'win32';
const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at & 0xff);
const sheets = { width: 210, height: 297, pdf: Buffer.from('%PDF-1.4'), pages: [] };

describe.runIf(posix)('CUPS by its commands', () => {
  it('takes bytes as they are, whatever the printer is called', async () => {
    const { program, left } = fakePrograms();
    program('lp', recording);
    for (const printer of ['POS80', 'Máy in "quầy"; rm -rf $HOME', '-o', "a'b"]) {
      expect(await systemQueue('linux').sendRaw(printer, bytes)).toBe('taken');
      expect(left('args')?.toString()).toBe(
        ['-d', printer, '-t', 'Luu Thong', '-o', 'raw', '-', ''].join('\n'),
      );
      expect(left('input')?.equals(bytes)).toBe(true);
    }
  });

  it('takes pages in their true size', async () => {
    const { program, left } = fakePrograms();
    program('lp', recording);
    const queue = systemQueue('darwin');
    expect(await queue.sendSheets('Laser', sheets)).toBe('taken');
    expect(left('args')?.toString()).toContain('\nmedia=A4\n-o\nprint-scaling=none\n');
    await queue.sendSheets('Laser', { ...sheets, width: 62, height: 29 });
    expect(left('args')?.toString()).toContain('\nmedia=Custom.62x29mm\n');
  });

  it('says what became of a job', async () => {
    const { program } = fakePrograms();
    const queue = systemQueue('linux');
    program('lp', 'exit 1');
    expect(await queue.sendRaw('POS80', bytes)).toBe('refused');
    program('lp', 'kill -9 $$');
    expect(await queue.sendRaw('POS80', bytes)).toBe('unknown');
    program('lp', 'exit 0');
    expect(await queue.sendRaw('POS80', bytes)).toBe('taken');
  });

  it('lists printers and the default one, also by older commands', async () => {
    const { program } = fakePrograms();
    const queue = systemQueue('linux');
    program('lpstat', lpstat('POS80', 'Laser'));
    const listed = [
      { name: 'POS80', isDefault: true },
      { name: 'Laser', isDefault: false },
    ];
    expect(await queue.printers()).toStrictEqual(listed);
    const old = `case "$1" in
-e) exit 1;;
-p) printf 'printer POS80 is idle.  enabled since Mon\\n\\tReady\\nprinter Laser disabled since Mon -\\n';;
-d) echo 'system default destination: POS80';;
esac`;
    program('lpstat', old);
    expect(await queue.printers()).toStrictEqual(listed);
    program('lpstat', 'exit 1');
    expect(await queue.printers()).toBeNull();
  });

  it('keeps what a program says within bounds, and knows when there is none', async () => {
    const { program } = fakePrograms();
    program('chatty', 'head -c 5000000 /dev/zero');
    const result = await runProgram('chatty', []);
    expect(result.kind === 'ended' && result.stdout.length <= 1_000_000).toBe(true);
    expect(await runProgram('no-such-program-here', [])).toStrictEqual({ kind: 'missing' });
  });
});
