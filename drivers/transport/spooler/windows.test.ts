import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgramResult, RunProgram } from './run-program.ts';
import { systemQueue } from './system-queue.ts';

/** PowerShell as far as it can be had here: it reads the script, not runs it. */
function powerShell(result: ProgramResult = { kind: 'ended', code: 0, stdout: '' }) {
  const calls: { readonly program: string; readonly args: readonly string[]; readonly script: string }[] = [];
  const files: (readonly [path: string, bytes: Buffer])[] = [];
  const run: RunProgram = (program, args) => {
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    calls.push({ program, args, script });
    for (const text of textsIn(script)) if (existsSync(text)) files.push([text, readFileSync(text)]);
    return Promise.resolve(result);
  };
  return { queue: systemQueue('win32', run), calls, files };
}

/** Every text that a script carries in base64. */
const textsIn = (script: string): readonly string[] =>
  [...script.matchAll(/FromBase64String\('([A-Za-z0-9+/=]*)'\)/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString('utf8'),
  );

const bytes = Uint8Array.of(0x1b, 0x40, 0, 0xff, 0x0a);
const sheets = { width: 148, height: 210, pdf: bytes, pages: [Buffer.from('one'), Buffer.from('two')] };

describe('Windows printing by PowerShell', () => {
  it('is started without a profile, a window or questions, with the script in base64', async () => {
    const { queue, calls } = powerShell();
    await queue.sendRaw('POS80', bytes);
    expect(calls[0]?.program).toBe('powershell.exe');
    expect(calls[0]?.args.slice(0, -1)).toStrictEqual([
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-WindowStyle',
      'Hidden',
      '-EncodedCommand',
    ]);
    // Windows takes 32 767 characters of command line.
    expect(calls[0]?.args.join(' ').length).toBeLessThan(20_000);
  });

  it('writes bytes with datatype RAW through the spooler’s own functions', async () => {
    const { queue, calls, files } = powerShell();
    expect(await queue.sendRaw('POS80', bytes)).toBe('taken');
    const script = calls[0]?.script ?? '';
    for (const part of [
      'OpenPrinter',
      'info.Type = "RAW"',
      'StartDocPrinter',
      'WritePrinter',
      'EndDocPrinter',
    ])
      expect(script).toContain(part);
    expect(files[0]?.[1].equals(bytes)).toBe(true);
    // The file with somebody's slip in it is gone.
    expect(existsSync(files[0]?.[0] ?? '')).toBe(false);
  });

  it('carries any printer name as data: none can become part of the script', async () => {
    const shape = async (printer: string): Promise<readonly [string, string | undefined]> => {
      const { queue, calls } = powerShell();
      await queue.sendRaw(printer, bytes);
      const script = calls[0]?.script ?? '';
      return [script.replaceAll(/FromBase64String\('[A-Za-z0-9+/=]*'\)/g, '…'), textsIn(script)[0]];
    };
    const [plain] = await shape('POS80');
    const names = [
      "Máy in quầy 1's",
      '"; exit #',
      "'); Remove-Item C:\\ -Recurse; ('",
      '$(calc)',
      '`n',
      '\\\\pc\\Máy in Đồng Tháp',
    ];
    for (const name of names) expect(await shape(name)).toStrictEqual([plain, name]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (name) => {
        expect(await shape(name)).toStrictEqual([plain, name]);
      }),
      { numRuns: 50 },
    );
  });

  it('prints pages as pictures in hundredths of an inch, in their order', async () => {
    const { queue, calls, files } = powerShell();
    expect(await queue.sendSheets('Laser', sheets)).toBe('taken');
    const script = calls[0]?.script ?? '';
    expect(script).toContain('$width = 583');
    expect(script).toContain('$height = 827');
    expect(script).toContain('System.Drawing.Printing.PrintDocument');
    expect(files.map(([, file]) => file.toString())).toStrictEqual(['one', 'two']);
  });

  it.each([
    [{ kind: 'ended', code: 1, stdout: '' }, 'refused'],
    [{ kind: 'ended', code: 2, stdout: '' }, 'unknown'],
    [{ kind: 'stopped' }, 'unknown'],
    [{ kind: 'missing' }, 'refused'],
  ] as const)('%o is a job %s', async (result, handed) => {
    expect(await powerShell(result).queue.sendRaw('POS80', bytes)).toBe(handed);
  });

  it('lists printers, one or many, with Vietnamese names', async () => {
    const listing = (stdout: string) => powerShell({ kind: 'ended', code: 0, stdout }).queue.printers();
    const one = { name: 'Máy in Đồng Tháp', isDefault: true };
    expect(
      await listing('[{"Name":"Máy in Đồng Tháp","Default":true},{"Name":"PDF","Default":false}]'),
    ).toStrictEqual([one, { name: 'PDF', isDefault: false }]);
    expect(await listing('\uFEFF{"Name":"Máy in Đồng Tháp","Default":true}\r\n')).toStrictEqual([one]);
    expect(await listing('[]')).toStrictEqual([]);
    for (const broken of ['', 'null', '{"Nam', '7']) expect(await listing(broken)).toBeNull();
    expect(await powerShell({ kind: 'missing' }).queue.printers()).toBeNull();
  });
});
