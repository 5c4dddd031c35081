import { textScales } from '../../ui/settings.ts';

/** Height of a loan's row in rem; `loans.css` says the same. */
const rowRem = 2.5;
/** One rem in px at 100 %: `base.css`. */
const remPx = 15;

/** Height in px of a loan's row at a text size. */
export function rowHeight(textSize: number): number {
  return (rowRem * remPx * (textScales[textSize] ?? 100)) / 100;
}
