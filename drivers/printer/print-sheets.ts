import { writeFile } from 'node:fs/promises';
import type { PrintingToDrivers, SheetTarget } from '../../contract/devices/printing.ts';
import { systemQueue } from '../transport/spooler/system-queue.ts';
import type { Sheets, SystemQueue } from '../transport/spooler/queue.ts';
import type { PrintResult } from './job.ts';

type SheetJob = Extract<PrintingToDrivers, { type: 'page' | 'labels' }>;

/**
 * Labels or a page, to a printer of the system or into a PDF file. LT-2206 when they cannot be drawn, LT-2210 when
 * the printer or the file does not take them. Rejects when the canvas or its fonts cannot be loaded.
 */
export async function printSheets(job: SheetJob, queue: SystemQueue = systemQueue()): Promise<PrintResult> {
  const sheets = await sheetsFor(job);
  if (sheets === null) return { ok: false, code: 'LT-2206', begun: false };
  const handed = await handOver(job.to, sheets, queue);
  return handed === 'taken' ? { ok: true } : { ok: false, code: 'LT-2210', begun: handed === 'unknown' };
}

async function sheetsFor(job: SheetJob): Promise<Sheets | null> {
  switch (job.type) {
    case 'page': {
      const { documentSheets } = await import('./page/document-sheets.ts');
      return documentSheets(job.document, job.size);
    }
    case 'labels': {
      const { labelSheets } = await import('./labels/label-sheets.ts');
      return labelSheets(job.sheet, job.labels, job.skip);
    }
  }
}

async function handOver(
  to: SheetTarget,
  sheets: Sheets,
  queue: SystemQueue,
): Promise<'taken' | 'refused' | 'unknown'> {
  if (to.kind === 'system') return queue.sendSheets(to.printer, sheets);
  return writeFile(to.path, sheets.pdf).then(
    () => 'taken',
    () => 'refused',
  );
}
