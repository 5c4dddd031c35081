import { daysBetween } from '../../../domain/calendar/calendar.ts';
import { policiesOfLoan } from '../../../domain/circulation/applicable-policy.ts';
import { dueDay } from '../../../domain/circulation/due.ts';
import type { Loan } from '../../../domain/circulation/loan.ts';
import { compensationFor } from '../../../domain/money/compensation.ts';
import type { LongOverdue } from '../../../contract/workstation/admin.ts';
import { parseRow } from '../../store/mirror/stored-rows.ts';
import type { ReaderContext } from '../reader-context.ts';
import { readerView } from '../reader-context.ts';
import { patronInRow } from './row-content.ts';

/**
 * Loans of this library that their policy counts as lost by now, the longest overdue first. Nobody is charged by a
 * clock: a person marks each one lost, and sees before what it will cost.
 */
export function longOverdue(context: ReaderContext): readonly LongOverdue[] {
  const view = readerView(context);
  return context.db
    .prepare<[string, string], { readonly row: string }>(
      'select row from loan where library = ? and open = 1 and due_day < ? order by due_day, id',
    )
    .all(context.library, view.today)
    .flatMap((row): LongOverdue[] => {
      const loan = parseRow<Loan>(row);
      const loss = policiesOfLoan(view, loan)?.loss;
      const days = daysBetween(dueDay(loan.due, context.timeZone), view.today);
      const patron = view.patron(loan.patron);
      const item = context.lookup.itemSummary(loan.item);
      if (!loss || loss.lostAfter === 'none' || days <= loss.lostAfter || !patron || !item) return [];
      if (loan.claimedReturnedAt !== null) return [];
      return [
        {
          loan,
          item,
          patron: patronInRow(patron),
          days,
          compensation: compensationFor(loss, loan.price) + loss.processing,
        },
      ];
    });
}
