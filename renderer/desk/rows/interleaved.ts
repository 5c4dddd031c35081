import type { DeskRow } from '../../../contract/workstation/desk.ts';
import type { Notice } from './notices.ts';

/**
 * Rows and notices in one list, newest first. Rows keep their own order; a notice stands above the rows that are
 * older than it. By time and not by number: a core that starts again counts its rows anew.
 */
export function interleaved(
  rows: readonly DeskRow[],
  notices: readonly Notice[],
): readonly (DeskRow | Notice)[] {
  if (notices.length === 0) return rows;
  const list: (DeskRow | Notice)[] = [];
  let next = 0;
  for (const row of rows) {
    for (let notice = notices[next]; notice && isNewer(notice.at, row.at); notice = notices[next]) {
      list.push(notice);
      next += 1;
    }
    list.push(row);
  }
  return [...list, ...notices.slice(next)];
}

/** Whether an instant is later than another, however their offsets are written. */
export function isNewer(a: string, b: string): boolean {
  return Date.parse(a) > Date.parse(b);
}
