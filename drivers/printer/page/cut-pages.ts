import { bitmapRows } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';

/**
 * A long picture as pages of at most `rows` rows, cut where there is white between two lines; through the middle of
 * what is taller than a page. No page is empty, and none for an empty picture.
 */
export function cutIntoPages(picture: Bitmap, rows: number): readonly Bitmap[] {
  const pages: Bitmap[] = [];
  let from = 0;
  while (from < picture.height) {
    const left = picture.height - from;
    const count = left <= rows ? left : (lastWhite(picture, from, rows) ?? rows);
    pages.push(bitmapRows(picture, from, count));
    from += count;
    // A page does not begin with the white that was between two lines.
    while (from < picture.height && isWhite(picture, from)) from += 1;
  }
  return pages;
}

/** How many rows to keep so that the next one is white; null when ink goes all the way. */
function lastWhite(picture: Bitmap, from: number, rows: number): number | null {
  for (let count = rows; count > 0; count -= 1) if (isWhite(picture, from + count)) return count;
  return null;
}

function isWhite(picture: Bitmap, row: number): boolean {
  return bitmapRows(picture, row, 1).bits.every((byte) => byte === 0);
}
