import type { SystemPrinter } from '../../../contract/devices/printing.ts';
import { cupsQueue } from './cups.ts';
import { runProgram } from './run-program.ts';
import type { SystemQueue } from './queue.ts';
import type { RunProgram } from './run-program.ts';
import { windowsQueue } from './windows.ts';

export function systemQueue(
  platform: NodeJS.Platform = process.platform,
  run: RunProgram = runProgram,
): SystemQueue {
  return platform === 'win32' ? windowsQueue(run) : cupsQueue(run);
}

/** The printers that this computer knows; null when it cannot say. */
export function listSystemPrinters(): Promise<readonly SystemPrinter[] | null> {
  return systemQueue().printers();
}
