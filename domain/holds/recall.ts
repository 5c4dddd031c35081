import { addDays, civilDateAt, openDayFrom } from '../calendar/calendar.ts';
import { compareDue } from '../circulation/due.ts';
import type { Loan } from '../circulation/loan.ts';
import type { Copy, DeskView } from '../circulation/view.ts';
import type { FactDraft } from '../facts/fact.ts';
import type { HoldPolicy } from '../policy/policies.ts';
import type { Hold } from './hold.ts';

interface Recall {
  readonly fact: FactDraft;
  readonly barcode: string;
  readonly due: string;
}

/**
 * Brings the due date of one loan forward for a hold: of the loans that nobody recalls yet, the one made first. It
 * never falls before the days the reader was promised, and never moves a due date back. Null when that gains nothing:
 * also while a copy is free.
 */
export function recallFor(
  view: DeskView,
  policy: HoldPolicy,
  copies: readonly Copy[],
  hold: string,
): Recall | null {
  const isFree = copies.some(({ circulation: { state } }) => state.status === 'available');
  if (policy.recall === 'none' || isFree) return null;
  const [loan] = copies
    .flatMap(({ circulation: { state } }) => (state.status === 'on-loan' ? [view.loan(state.loan)] : []))
    .filter((candidate): candidate is Loan => candidate !== null && candidate.recall === null)
    .sort((a, b) => Date.parse(a.checkedOutAt) - Date.parse(b.checkedOutAt));
  if (!loan) return null;
  const kept = addDays(civilDateAt(loan.checkedOutAt, view.timeZone), policy.recall.keepDays);
  const noticed = addDays(view.today, policy.recall.noticeDays);
  const due = openDayFrom(view.calendar(loan.library), kept > noticed ? kept : noticed)?.date;
  if (due === undefined || compareDue(due, loan.due) >= 0) return null;
  return {
    barcode: loan.barcode,
    due,
    fact: {
      kind: 'loan.due-changed',
      body: { loan: loan.id, item: loan.item, due, why: 'recall', hold, note: '' },
    },
  };
}

/** Puts back the due dates that a hold had brought forward: it has ended, or the copy `servedBy` does for it. */
export function endRecall(view: DeskView, hold: Hold, servedBy: string | null): readonly FactDraft[] {
  if (!hold.recall) return [];
  return view.copiesOf(hold.biblio).flatMap(({ item, circulation: { state } }): FactDraft[] => {
    const isWithReader = state.status === 'on-loan' || state.status === 'claimed-returned';
    const loan = isWithReader && item.id !== servedBy ? view.loan(state.loan) : null;
    if (loan?.recall?.hold !== hold.id) return [];
    const due = loan.recall.dueBefore;
    return [
      {
        kind: 'loan.due-changed',
        body: { loan: loan.id, item: loan.item, due, why: 'recall-ended', hold: hold.id, note: '' },
      },
    ];
  });
}
