import type { SystemPrinter } from '../../../contract/devices/printing.ts';
import type { ProgramResult, RunProgram } from './run-program.ts';
import type { Handed, Sheets, SystemQueue } from './queue.ts';

/** ASCII: the title is seen by whoever looks at the queue, and names nobody. */
const title = 'Luu Thong';

/**
 * CUPS, on Linux and macOS, by its own commands (lp(1), lpstat(1) of CUPS 2.4): no library to build, and a computer
 * without CUPS just lacks the commands.
 */
export function cupsQueue(run: RunProgram): SystemQueue {
  const lp = async (printer: string, options: readonly string[], bytes: Uint8Array): Promise<Handed> => {
    const settings = options.flatMap((option) => ['-o', option]);
    return handed(await run('lp', ['-d', printer, '-t', title, ...settings, '-'], bytes));
  };
  return {
    async printers() {
      // `-e` also names printers found on the network; CUPS before 1.7 and others only know `-p`.
      const every = await run('lpstat', ['-e']);
      const names =
        every.kind === 'ended' && every.code === 0
          ? every.stdout.split('\n').map((line) => line.trim())
          : await namesOfOldCups(run);
      if (names === null) return null;
      const standard = await defaultPrinter(run);
      return names
        .filter((name) => name !== '')
        .map((name): SystemPrinter => ({ name, isDefault: name === standard }));
    },
    sendRaw: (printer, bytes) => lp(printer, ['raw'], bytes),
    sendSheets: (printer, { width, height, pdf }: Sheets) =>
      lp(printer, [`media=${mediaName(width, height)}`, 'print-scaling=none'], pdf),
  };
}

/** Names that every driver knows where there is one; scaled sheets would miss their labels. */
function mediaName(width: number, height: number): string {
  if (width === 210 && height === 297) return 'A4';
  if (width === 148 && height === 210) return 'A5';
  return `Custom.${width}x${height}mm`;
}

function handed(result: ProgramResult): Handed {
  if (result.kind === 'stopped') return 'unknown';
  return result.kind === 'ended' && result.code === 0 ? 'taken' : 'refused';
}

async function namesOfOldCups(run: RunProgram): Promise<readonly string[] | null> {
  const listed = await run('lpstat', ['-p']);
  if (listed.kind !== 'ended' || listed.code !== 0) return null;
  return [...listed.stdout.matchAll(/^printer (\S+)/gm)].map(([, name = '']) => name);
}

async function defaultPrinter(run: RunProgram): Promise<string | null> {
  const answer = await run('lpstat', ['-d']);
  if (answer.kind !== 'ended') return null;
  return /^system default destination: (\S+)/m.exec(answer.stdout)?.[1] ?? null;
}
