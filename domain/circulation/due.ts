import { civilDateAt } from '../calendar/calendar.ts';
import type { Due } from '../facts/bodies/loans.ts';
import type { CivilDate, Instant } from '../facts/fact.ts';

/** True for the due moment of an hour loan, false for the due day of a day loan. */
export function isInstantDue(due: Due): boolean {
  return due.length > 10;
}

/**
 * Order of due dates for sorting: negative when `a` comes first. A day is due until its end, so it comes after every
 * moment of that day. Vietnam keeps one time, UTC+7 without summer time (Decision 121/CP of 8 August 1967).
 */
export function compareDue(a: Due, b: Due): number {
  if (!isInstantDue(a) && !isInstantDue(b)) return a < b ? -1 : Number(a > b);
  return lastMoment(a) - lastMoment(b);
}

function lastMoment(due: Due): number {
  return Date.parse(isInstantDue(due) ? due : `${due}T23:59:59.999+07:00`);
}

/** True when a loan should have been back: a day is late from the next day on, a moment right after it. */
export function isOverdue(
  due: Due,
  { today, now }: { readonly today: CivilDate; readonly now: Instant },
): boolean {
  return isInstantDue(due) ? Date.parse(due) < Date.parse(now) : due < today;
}

/** The civil day on which something is due where the library stands. */
export function dueDay(due: Due, timeZone: string): CivilDate {
  return isInstantDue(due) ? civilDateAt(due, timeZone) : due;
}
