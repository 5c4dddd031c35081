import type { PageSize } from '../../../contract/devices/printing.ts';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import type { Sheets } from '../../transport/spooler/queue.ts';
import { blankBitmap, stamp } from '../bitmap.ts';
import { drawOnSheet } from '../raster.ts';
import { pageDots, pageSheet } from '../sheet.ts';
import { cutIntoPages } from './cut-pages.ts';
import type { PaperSize } from './pdf.ts';
import { sheetsOf } from './sheets.ts';

/** ISO 216, millimetres. */
const sizes: Readonly<Record<PageSize, PaperSize>> = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
};

/** White that office printers cannot print on, and a finger to hold the page by. */
const marginMm = 15;

/** A slip on office paper, on as many pages as it takes; null when it is too long to be meant. */
export async function documentSheets(document: SlipDocument, size: PageSize): Promise<Sheets | null> {
  const paper = sizes[size];
  const margin = Math.round(marginMm * pageDots);
  const [width, height] = [Math.round(paper.width * pageDots), Math.round(paper.height * pageDots)];
  const text = await drawOnSheet(document, pageSheet((width - 2 * margin) & ~7));
  if (text === null) return null;
  const pages = cutIntoPages(text, height - 2 * margin).map((part) => {
    const page = blankBitmap(width, height);
    stamp(page, part, margin, margin);
    return page;
  });
  return sheetsOf(pages.length === 0 ? [blankBitmap(width, height)] : pages, paper);
}
