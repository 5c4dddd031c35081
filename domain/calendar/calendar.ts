import { Temporal } from 'temporal-polyfill';
import type { CivilDate, Instant } from '../facts/fact.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from './day-number.ts';
import type { LunarClosing } from './tet.ts';
import { lunarHoliday } from './tet.ts';

/** A span of closed days, both ends included. */
export interface Closure {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly name: string;
}

/** Closed on this day of every year. 29 February is closed in leap years only. */
export interface YearlyClosure {
  readonly month: number;
  readonly day: number;
  readonly name: string;
}

/** Wall time `HH:MM`. `closes` is the last moment; `23:59` stands for the end of the day. */
export interface OpenHours {
  readonly opens: string;
  readonly closes: string;
}

interface WeekdayHours extends OpenHours {
  /** ISO weekday: 1 Monday … 7 Sunday. */
  readonly weekday: number;
}

/** A day on which the library is open whatever else the calendar says, or keeps other hours than usual. */
interface Opening {
  readonly date: CivilDate;
  readonly name: string;
  /** Hours of that day; empty: those of its weekday. */
  readonly hours: readonly OpenHours[];
}

/**
 * When a library is closed, and for hour loans when in the day. An opening beats everything; then come closures,
 * Tết, Hùng Kings' Day and yearly days, and last the weekly closing day.
 *
 * Holidays with a fixed date are data (`yearly`), because the law adds to them and each province announces what
 * goes with them (the second day of National Day, days in lieu). Only what follows the moon is worked out.
 */
export interface Calendar extends LunarClosing {
  readonly id: string;
  readonly library: string;
  /** ISO weekdays that are always closed: 1 Monday … 7 Sunday. */
  readonly weeklyClosed: readonly number[];
  readonly closures: readonly Closure[];
  readonly yearly: readonly YearlyClosure[];
  readonly openings: readonly Opening[];
  /** Several a day where the library closes at noon. Hours never close a day: one without any is open all day. */
  readonly hours: readonly WeekdayHours[];
}

/** A day on which the library is closed, and the words to say so. */
export interface ClosedDay {
  readonly date: CivilDate;
  /** Name of the closure, or `weekly` for the weekly closing day. */
  readonly name: string;
}

/** Why `date` is closed, or null when the library is open. */
export function closedDay(calendar: Calendar, date: CivilDate): ClosedDay | null {
  return closedOn(calendar, date, dayNumber(date));
}

function closedOn(calendar: Calendar, date: CivilDate, day: number): ClosedDay | null {
  if (calendar.openings.some((opening) => opening.date === date)) return null;
  const closure = calendar.closures.find(({ from, to }) => from <= date && date <= to);
  if (closure) return { date, name: closure.name };
  const lunar = lunarHoliday(calendar, Number(date.slice(0, 4)), day);
  if (lunar !== null) return { date, name: lunar };
  const [month, dayOfMonth] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const yearly = calendar.yearly.find((closed) => closed.month === month && closed.day === dayOfMonth);
  if (yearly) return { date, name: yearly.name };
  return calendar.weeklyClosed.includes(weekdayOfDay(day)) ? { date, name: 'weekly' } : null;
}

export interface OpenDay {
  readonly date: CivilDate;
  /** Closed days passed over, in the order they were met. */
  readonly skipped: readonly ClosedDay[];
}

/** Longest run of closed days we look past. A calendar closed longer than a year has no open day. */
export const searchHorizonDays = 366;

/** First open day on or after `date`, with the closed days passed over; null when there is none within a year. */
export function openDayFrom(calendar: Calendar, date: CivilDate): OpenDay | null {
  return nearestOpenDay(calendar, date, 1);
}

/** Last open day on or before `date`, with the closed days passed over; null when there is none within a year. */
export function openDayUntil(calendar: Calendar, date: CivilDate): OpenDay | null {
  return nearestOpenDay(calendar, date, -1);
}

function nearestOpenDay(calendar: Calendar, date: CivilDate, step: 1 | -1): OpenDay | null {
  const skipped: ClosedDay[] = [];
  const first = dayNumber(date);
  for (let steps = 0; steps <= searchHorizonDays; steps += 1) {
    const day = first + steps * step;
    const candidate = steps === 0 ? date : dateOfDay(day);
    const closed = closedOn(calendar, candidate, day);
    if (!closed) return { date: candidate, skipped };
    skipped.push(closed);
  }
  return null;
}

/** Open days after the earlier of two days up to and including the later one; the order of the two is no matter. */
export function openDaysBetween(calendar: Calendar, a: CivilDate, b: CivilDate): number {
  const [from, to] = [dayNumber(a), dayNumber(b)].sort((one, other) => one - other);
  if (from === undefined || to === undefined) return 0;
  let open = 0;
  for (let day = from + 1; day <= to; day += 1) if (!closedOn(calendar, dateOfDay(day), day)) open += 1;
  return open;
}

/** `date` moved by whole days, negative for the past. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Whole days from one civil day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The civil day of an instant where the library stands. */
export function civilDateAt(instant: Instant, timeZone: string): CivilDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
