import type { PrinterText } from '../../contract/devices/printing.ts';
import type { SlipDocument } from '../../contract/devices/slip.ts';
import { resyncCommands, slipCommands } from './codec.ts';
import type { Job } from './job.ts';
import { selfTestPage } from './text/self-test.ts';
import { codePagesOf } from './text/models.ts';
import { textSlip } from './text/text-slip.ts';

/** What of a printer's setup decides how a slip looks. */
export interface PrinterSetup {
  readonly dots: 576 | 384;
  readonly text?: PrinterText | undefined;
}

/**
 * A slip as a print job; null when it is too tall to be meant. Rejects when the native canvas or its fonts cannot
 * be loaded. Import this file on the first print only. A slip in the printer's own letters loads no canvas (25 MB).
 */
export async function prepareJob(document: SlipDocument, { dots, text }: PrinterSetup): Promise<Job | null> {
  const pages = codePagesOf(text);
  const slip =
    pages === null ? await drawnSlip(document, dots) : await textSlip(document, dots, pages, drawLine(dots));
  return slip && { ...slip, resync: resyncCommands(dots) };
}

async function drawnSlip(document: SlipDocument, dots: 576 | 384) {
  const { drawSlip } = await import('./raster.ts');
  const slip = await drawSlip(document, dots);
  return slip && { commands: slipCommands(slip), rows: slip.height };
}

const drawLine =
  (dots: 576 | 384): Parameters<typeof textSlip>[3] =>
  async (line) => {
    const { drawSlip } = await import('./raster.ts');
    return drawSlip({ lines: [line], reprint: false }, dots);
  };

/** The page of code pages as a print job. */
export function prepareSelfTest({ dots }: PrinterSetup): Promise<Job> {
  return Promise.resolve({ ...selfTestPage(dots), resync: resyncCommands(dots) });
}
