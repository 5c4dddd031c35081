import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { compareDue } from '../../../domain/circulation/due.ts';

/** Soonest due first, so the overdue stand on top; of those due at one time, the latest loan first. */
export function byDue(loans: readonly PatronLoan[]): readonly PatronLoan[] {
  return loans.toSorted(
    ({ loan: a }, { loan: b }) =>
      compareDue(a.due, b.due) || Date.parse(b.checkedOutAt) - Date.parse(a.checkedOutAt),
  );
}
