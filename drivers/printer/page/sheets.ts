import type { Sheets } from '../../transport/spooler/queue.ts';
import type { Bitmap } from '../bitmap.ts';
import { encodePng } from '../png.ts';
import { pdfOf } from './pdf.ts';
import type { PaperSize } from './pdf.ts';

/** Pages as the print systems want them. */
export function sheetsOf(pages: readonly Bitmap[], paper: PaperSize): Sheets {
  return { ...paper, pdf: pdfOf(pages, paper), pages: pages.map(encodePng) };
}
