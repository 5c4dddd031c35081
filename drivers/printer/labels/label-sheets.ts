import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Label, LabelSheet } from '../../../contract/devices/printing.ts';
import type { Sheets } from '../../transport/spooler/queue.ts';
import { blankBitmap, stamp } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';
import { sheetsOf } from '../page/sheets.ts';
import { pageDots } from '../sheet.ts';
import { drawLabel } from './label-picture.ts';

/** More than anyone prints at a time; beyond it a program has run away. */
const mostPages = 100;

/**
 * Labels on their sheets, row by row, after the `skip` places of the first sheet that are used up. Null when there is
 * nothing to print, the sheet is impossible, or one of the labels cannot be drawn.
 */
export async function labelSheets(
  sheet: LabelSheet,
  labels: readonly Label[],
  skip: number,
): Promise<Sheets | null> {
  const places = sheet.columns * sheet.rows;
  if (!isPossible(sheet) || labels.length === 0 || skip < 0 || skip >= places) return null;
  const count = Math.ceil((labels.length + skip) / places);
  if (count > mostPages) return null;
  const dots = (millimetres: number): number => Math.round(millimetres * pageDots);
  const pages: Bitmap[] = Array.from({ length: count }, () =>
    blankBitmap(dots(sheet.width), dots(sheet.height)),
  );
  for (const [index, label] of labels.entries()) {
    const place = (index + skip) % places;
    const picture = drawLabel(label, { width: dots(sheet.labelWidth), height: dots(sheet.labelHeight) });
    const page = pages[Math.floor((index + skip) / places)];
    if (picture === null || page === undefined) return null;
    const left = sheet.left + (place % sheet.columns) * (sheet.labelWidth + sheet.gapX);
    const top = sheet.top + Math.floor(place / sheet.columns) * (sheet.labelHeight + sheet.gapY);
    stamp(page, picture, dots(left), dots(top));
    // Scans must not wait for a sheet of labels.
    await nextTurn();
  }
  return sheetsOf(pages, { width: sheet.width, height: sheet.height });
}

/** At least one label, none over the edge, on paper between a shelf label and A3. */
function isPossible(sheet: LabelSheet): boolean {
  const { width, height, left, top, columns, rows, labelWidth, labelHeight, gapX, gapY } = sheet;
  const spaces = [left, top, gapX, gapY];
  const places = [columns, rows].every((count) => Number.isInteger(count) && count >= 1 && count <= 100);
  const edge = 0.01;
  return (
    places &&
    spaces.every((space) => space >= 0) &&
    [labelWidth, labelHeight].every((side) => side >= 8) &&
    [width, height].every((side) => side <= 420) &&
    left + columns * labelWidth + (columns - 1) * gapX <= width + edge &&
    top + rows * labelHeight + (rows - 1) * gapY <= height + edge
  );
}
