import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SystemPrinter } from '../../../contract/devices/printing.ts';
import type { ProgramResult, RunProgram } from './run-program.ts';
import type { Handed, SystemQueue } from './queue.ts';
import { listScript, pagesScript, rawScript, unknownExit } from './windows-scripts.ts';

/**
 * Windows printing through PowerShell, which every Windows has: no native module to build for each version of
 * Electron. Bytes go in files because redirected input of PowerShell is text to it; the folder is private and gone
 * afterwards.
 */
export function windowsQueue(run: RunProgram): SystemQueue {
  const withFiles = async (
    files: readonly Uint8Array[],
    script: (paths: readonly string[]) => string,
  ): Promise<Handed> => {
    const folder = await mkdtemp(join(tmpdir(), 'luu-thong-print-'));
    try {
      const paths = files.map((_, index) => join(folder, `${index}.bin`));
      await Promise.all(files.map((bytes, index) => writeFile(paths[index] ?? '', bytes)));
      return handed(await run(...powerShell(script(paths))));
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
  const sent = (sending: Promise<Handed>): Promise<Handed> => sending.catch(() => 'refused');
  return {
    async printers() {
      const result = await run(...powerShell(listScript));
      return result.kind === 'ended' && result.code === 0 ? printersIn(result.stdout) : null;
    },
    sendRaw: (printer, bytes) => sent(withFiles([bytes], ([path = '']) => rawScript(printer, path))),
    sendSheets: (printer, sheets) =>
      sent(withFiles(sheets.pages, (paths) => pagesScript(printer, paths, sheets))),
  };
}

/** The script as UTF-16LE in base64, as `-EncodedCommand` wants it: no quoting, no execution policy. */
function powerShell(script: string): [program: string, args: readonly string[]] {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return [
    'powershell.exe',
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-WindowStyle', 'Hidden', '-EncodedCommand', encoded],
  ];
}

function handed(result: ProgramResult): Handed {
  if (result.kind === 'stopped') return 'unknown';
  if (result.kind === 'missing') return 'refused';
  if (result.code === unknownExit) return 'unknown';
  return result.code === 0 ? 'taken' : 'refused';
}

/** `[{"Name":"…","Default":true}]`; one printer may come without the brackets. */
function printersIn(json: string): readonly SystemPrinter[] | null {
  const listed = parsed(json);
  const entries: readonly unknown[] = Array.isArray(listed) ? listed : [listed];
  const printers = entries.flatMap((entry): readonly SystemPrinter[] => {
    if (typeof entry !== 'object' || entry === null || !('Name' in entry)) return [];
    const isDefault = 'Default' in entry && entry.Default === true;
    return typeof entry.Name === 'string' ? [{ name: entry.Name, isDefault }] : [];
  });
  return printers.length === 0 && !Array.isArray(listed) ? null : printers;
}

function parsed(json: string): unknown {
  try {
    // A byte order mark is not JSON.
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
