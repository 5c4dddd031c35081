import type { PatronLoan } from '../../../contract/workstation/desk.ts';

/** Soonest due first, so the overdue stand on top; of those due on one day, the latest loan first. */
export function byDue(loans: readonly PatronLoan[]): readonly PatronLoan[] {
  return loans.toSorted(
    ({ loan: a }, { loan: b }) => compare(a.due, b.due) || compare(b.checkedOutAt, a.checkedOutAt),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
