import { Temporal } from 'temporal-polyfill';
import type { CivilDate, Instant } from '../facts/fact.ts';

/** A span of closed days, both ends included. Tết is one of these, from a date table. */
export interface Closure {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly name: string;
}

export interface Calendar {
  readonly id: string;
  readonly library: string;
  /** ISO weekdays that are always closed: 1 Monday … 7 Sunday. */
  readonly weeklyClosed: readonly number[];
  readonly closures: readonly Closure[];
}

/** A day on which the library is closed, and the words to say so. */
export interface ClosedDay {
  readonly date: CivilDate;
  /** Name of the closure, or `weekly` for the weekly closing day. */
  readonly name: string;
}

/** Why `date` is closed, or null when the library is open. */
export function closedDay(calendar: Calendar, date: CivilDate): ClosedDay | null {
  const closure = calendar.closures.find(({ from, to }) => from <= date && date <= to);
  if (closure) return { date, name: closure.name };
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  return calendar.weeklyClosed.includes(weekday) ? { date, name: 'weekly' } : null;
}

export interface OpenDay {
  readonly date: CivilDate;
  readonly skipped: readonly ClosedDay[];
}

/** Longest run of closed days we look past. A calendar closed longer than a year has no open day. */
const searchHorizonDays = 366;

/** First open day on or after `date`, with the closed days passed over; null when there is none within a year. */
export function openDayFrom(calendar: Calendar, date: CivilDate): OpenDay | null {
  const skipped: ClosedDay[] = [];
  let day = date;
  for (let step = 0; step <= searchHorizonDays; step += 1) {
    const closed = closedDay(calendar, day);
    if (!closed) return { date: day, skipped };
    skipped.push(closed);
    day = addDays(day, 1);
  }
  return null;
}

/** `date` moved by whole days, negative for the past. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The civil day of an instant where the library stands. */
export function civilDateAt(instant: Instant, timeZone: string): CivilDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
