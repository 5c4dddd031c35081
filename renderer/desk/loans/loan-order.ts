import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { compareDue } from '../../../domain/circulation/due.ts';

/**
 * Soonest due first, so the overdue stand on top; of those due at one time, the latest loan first. Instants of one
 * library are written with one offset, so their texts stand in the order of time; parsing 400 of them takes longer
 * than everything else about the table.
 */
export function byDue(loans: readonly PatronLoan[]): readonly PatronLoan[] {
  return loans.toSorted(
    ({ loan: a }, { loan: b }) => compareDue(a.due, b.due) || compareText(b.checkedOutAt, a.checkedOutAt),
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
