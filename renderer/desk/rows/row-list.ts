import type { DeskRow } from '../../../contract/workstation/desk.ts';

/** As many as the core keeps (`rowsKept` of the contract, whose file carries schemas the page does not need). */
export const rowsShown = 200;

/**
 * The rows with one row added or replaced by id, newest first. A decided row is never taken back to pending:
 * events and answers may overtake one another.
 */
export function withRow(rows: readonly DeskRow[], row: DeskRow): readonly DeskRow[] {
  const at = rows.findIndex(({ id }) => id === row.id);
  const known = rows[at];
  if (known) {
    if (row.state === 'pending' && known.state !== 'pending') return rows;
    return rows.with(at, row);
  }
  const below = rows.findIndex(({ number }) => number < row.number);
  const place = below === -1 ? rows.length : below;
  return rows.toSpliced(place, 0, row).slice(0, rowsShown);
}

export interface SessionCounts {
  readonly lent: number;
  readonly returned: number;
  readonly renewed: number;
}

/** Acts that circulate a copy. Money, holds and messages go by without ending a session's count. */
const counted: ReadonlySet<DeskRow['act']> = new Set(['checkout', 'return', 'renewal']);

/** What was done for the reader at the desk since the card was read; without a reader, the latest returns. */
export function sessionCounts(rows: readonly DeskRow[], patron: string | null): SessionCounts {
  let lent = 0;
  let returned = 0;
  let renewed = 0;
  /** Copies whose newest act was taken back. */
  const undone = new Set<string>();
  for (const { state, act, patron: who, item, loan, findings } of rows) {
    if (state !== 'done' && state !== 'routed') continue;
    if (act === 'patron') break;
    if (act === 'undo' && item) undone.add(item.id);
    if (!counted.has(act) || !isLoansOwn(act, loan, findings)) continue;
    if (patron === null ? act !== 'return' : who?.id !== patron) break;
    if (item && undone.delete(item.id)) continue;
    if (act === 'checkout') lent += 1;
    if (act === 'return') returned += 1;
    if (act === 'renewal') renewed += 1;
  }
  return { lent, returned, renewed };
}

/**
 * A copy that nobody had is on the desk, but nobody's loan has ended; and a due date that was moved by hand is no
 * renewal.
 */
function isLoansOwn(act: DeskRow['act'], loan: DeskRow['loan'], findings: DeskRow['findings']): boolean {
  if (act === 'return') return loan !== null;
  return act !== 'renewal' || !findings.some(({ reason }) => reason.code === 'LT-1325');
}
