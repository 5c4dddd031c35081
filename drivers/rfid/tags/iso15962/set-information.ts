/**
 * Set information (element 4): total and number of the part in 1 to 3 digits each. The annex D example 1203 is read as
 * 12 parts, this is part 03 (`reference/devices.md` §1.3); a number above the total was written the other way round.
 */
import type { TagParts } from '../tag.ts';

const longestHalf = 3;

/** Null when the digits are no pair. */
export function partsOfDigits(text: string): TagParts | null {
  if (!/^(?:\d\d){1,3}$/u.test(text)) return null;
  const half = text.length / 2;
  const total = Number(text.slice(0, half));
  const number = Number(text.slice(half));
  if (total === 0 || number === 0) return null;
  return number > total ? { number: total, total: number } : { number, total };
}

/** Null when they need more digits than there are. */
export function digitsOfParts({ number, total }: TagParts): string | null {
  if (!Number.isInteger(number) || !Number.isInteger(total) || number < 1 || number > total) return null;
  const width = String(total).length;
  return width > longestHalf ? null : `${total}${String(number).padStart(width, '0')}`;
}
