import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { textScales } from '../../ui/settings.ts';
import type { Notice } from './notices.ts';
import { questionKind } from './question.ts';

/** Least height of a row in rem; `rows.css` says the same. */
const rowRem = 2.9;
/** What a line of reasons, and what the answers to a question add to it, in rem. */
const reasonRem = 1.5;
const answersRem = 2;
/** One rem in px at 100 %: `base.css`. */
const remPx = 15;
/** Rows at the top that are always in the page: more than a screen of 2160 px shows. */
const always = 50;
/** Rows that come and go together, so that scrolling does not change the page at every notch. */
const step = 25;

/** The place of rows that are not in the page. */
export interface UnseenRows {
  readonly id: string;
  readonly unseen: number;
  /** Their height in rem, near enough for the length of a scroll bar. */
  readonly rem: number;
}

function remOf(entry: DeskRow | Notice): number {
  if ('what' in entry) return rowRem + reasonRem;
  const answers = questionKind(entry) === null ? 0 : answersRem;
  return rowRem + entry.findings.length * reasonRem + answers;
}

/** Down to which row the page must have them all, when the list shows down to `bottom` (px from its first row). */
export function depthOf(bottom: number, height: number, textSize: number): number {
  const rowPx = (rowRem * remPx * (textScales[textSize] ?? 100)) / 100;
  // Rows are taller than the least, so this is never too few. One list's height more: the next turn of the wheel.
  return Math.max(always, Math.ceil((bottom + height) / rowPx / step) * step);
}

/**
 * The first `depth` entries, those of `kept` below them, and the place of all others: a day's rows are far more than
 * anybody sees, and every row in the page makes each scan dearer.
 */
export function rowsInPage(
  entries: readonly (DeskRow | Notice)[],
  depth: number,
  kept: readonly (string | null)[],
): readonly (DeskRow | Notice | UnseenRows)[] {
  const inPage: (DeskRow | Notice | UnseenRows)[] = entries.slice(0, depth);
  let seen = inPage.length;
  const skipTo = (index: number): void => {
    const unseen = entries.slice(seen, index);
    const rem = unseen.reduce((sum, entry) => sum + remOf(entry), 0);
    if (unseen.length > 0) inPage.push({ id: `unseen-${seen}`, unseen: unseen.length, rem });
    seen = index + 1;
  };
  for (const [index, entry] of entries.entries()) {
    if (index < depth || !kept.includes(entry.id)) continue;
    skipTo(index);
    inPage.push(entry);
  }
  skipTo(entries.length);
  return inPage;
}
