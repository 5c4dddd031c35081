import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { closedDay } from '../../../domain/calendar/calendar.ts';
import { withClosure, withoutClosure } from '../../../domain/calendar/closing.ts';
import type { CivilDate } from '../../../domain/facts/fact.ts';

/** Closed on one day: an exceptional opening that stood there goes. */
export function closedOn(calendar: Calendar, date: CivilDate, name: string): Calendar {
  return withClosure(calendar, { from: date, to: date, name });
}

/**
 * Open on one day. A closure of that very day goes, because it was made for it; whatever else closes the day stays
 * and an opening beats it.
 */
export function openOn(calendar: Calendar, date: CivilDate, name: string): Calendar {
  const own = calendar.closures.find(({ from, to }) => from === date && to === date);
  const without = own ? withoutClosure(calendar, own) : calendar;
  if (closedDay(without, date) === null) return without;
  return { ...without, openings: [...without.openings, { date, name, hours: [] }] };
}

/** Without the exceptional opening of a day. */
export function withoutOpening(calendar: Calendar, date: CivilDate): Calendar {
  return { ...calendar, openings: calendar.openings.filter((opening) => opening.date !== date) };
}
