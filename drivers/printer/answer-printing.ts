import type { FromDrivers } from '../../contract/devices/drivers.ts';
import type { PrintingToDrivers } from '../../contract/devices/printing.ts';
import type { PrinterDevice } from './device.ts';
import type { PrintResult } from './job.ts';

/** A printer of this station; a code where there is none, or it cannot be used on this computer. */
export type FindPrinter = (device: string) => Promise<PrinterDevice | 'LT-2204' | 'LT-2205'>;

/** Does what the core asks of printers besides slips. Never rejects: what goes wrong is the answer, and logged. */
export async function answerPrinting(
  message: PrintingToDrivers,
  findPrinter: FindPrinter,
  onFault: (error: unknown) => void,
): Promise<FromDrivers> {
  if (message.type === 'system-printers') {
    const { listSystemPrinters } = await import('../transport/spooler/system-queue.ts');
    return { type: 'system-printers', job: message.job, printers: await listSystemPrinters() };
  }
  try {
    return jobAnswer(message.job, await done(message, findPrinter));
  } catch (error) {
    onFault(error);
    return jobAnswer(message.job, { ok: false, code: 'LT-2206', begun: false });
  }
}

/** What the core is told of a job. */
export function jobAnswer(job: string, result: PrintResult): FromDrivers {
  return result.ok
    ? { type: 'printed', job }
    : { type: 'print-failed', job, code: result.code, begun: result.begun };
}

async function done(
  message: Exclude<PrintingToDrivers, { type: 'system-printers' }>,
  findPrinter: FindPrinter,
): Promise<PrintResult> {
  if (message.type === 'page' || message.type === 'labels') {
    // Drawing takes a canvas and fonts: only a station that prints sheets loads them.
    const { printSheets } = await import('./print-sheets.ts');
    return printSheets(message);
  }
  const printer = await findPrinter(message.device);
  if (typeof printer === 'string') return { ok: false, code: printer, begun: false };
  return message.type === 'drawer' ? printer.openDrawer(message.pin) : printer.selfTest(message.job);
}
