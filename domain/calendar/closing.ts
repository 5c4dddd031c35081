import { isInstantDue } from '../circulation/due.ts';
import type { Due } from '../facts/bodies/loans.ts';
import type { DueMode } from '../policy/policies.ts';
import { moveDays } from './arithmetic.ts';
import type { Calendar, Closure } from './calendar.ts';
import { civilDateAt, closedDay } from './calendar.ts';
import { openingAfter } from './hours.ts';

/** The calendar closed from `from` to `to` as well. Openings on those days go: what closes now was decided last. */
export function withClosure(calendar: Calendar, closure: Closure): Calendar {
  return {
    ...calendar,
    closures: [...withoutClosure(calendar, closure).closures, closure],
    openings: calendar.openings.filter(({ date }) => date < closure.from || closure.to < date),
  };
}

/** The calendar without this very closure. Openings that had made way for it do not come back. */
export function withoutClosure(calendar: Calendar, closure: Closure): Calendar {
  return {
    ...calendar,
    closures: calendar.closures.filter(
      ({ from, to, name }) => from !== closure.from || to !== closure.to || name !== closure.name,
    ),
  };
}

interface LoanDue {
  readonly id: string;
  readonly due: Due;
  readonly dueMode: DueMode;
}

/**
 * The loans whose due date falls on a day that has turned out closed, with the date it moves to: the next open day or,
 * for an hour loan, the next opening. Loans whose policy does not look at closed days stay as they are, and so do all
 * when the library does not open within a year. No card and no fixed date limits this: the reader could not come.
 */
export function movedDues(
  calendar: Calendar,
  loans: readonly LoanDue[],
  timeZone: string,
): readonly { readonly id: string; readonly due: Due }[] {
  return loans.flatMap((loan) => {
    const due = movedDue(calendar, loan, timeZone);
    return due === null || due === loan.due ? [] : [{ id: loan.id, due }];
  });
}

function movedDue(calendar: Calendar, { due, dueMode }: LoanDue, timeZone: string): Due | null {
  if (!isInstantDue(due)) return moveDays(calendar, dueMode, due, 0)?.date ?? null;
  const isClosed = closedDay(calendar, civilDateAt(due, timeZone)) !== null;
  return isClosed && dueMode !== 'calendar-days' ? openingAfter(calendar, timeZone, due) : due;
}
