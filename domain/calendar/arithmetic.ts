import type { CivilDate, Instant } from '../facts/fact.ts';
import type { DueMode } from '../policy/policies.ts';
import type { Calendar, ClosedDay, OpenDay } from './calendar.ts';
import { addDays, closedDay, openDayFrom, openDayUntil } from './calendar.ts';
import { dayNumber, weekdayOfDay } from './day-number.ts';
import { instantAt, wallTimeAt } from './wall-time.ts';

/** How far ahead `same-weekday` looks, in weeks: as far as an open day is looked for. */
const searchHorizonWeeks = 52;

/**
 * `from` moved by whole days, negative for the past, as a due mode counts them. The result is open in every mode but
 * `calendar-days`: a closed day makes way in the direction of the count, and with 0 days `from` itself does.
 * `same-weekday` falls back to the next open day where its weekday is closed every week or for a year. Null when
 * there is no open day within a year.
 *
 * Koha (`Koha/Calendar.pm`) calls the modes Days, Datedue, Calendar and Dayweek; two of ours differ from it on
 * purpose. Calendar leaves a count of 0 on a closed day, and Dayweek keeps the weekday only for whole weeks.
 */
export function moveDays(calendar: Calendar, mode: DueMode, from: CivilDate, days: number): OpenDay | null {
  switch (mode) {
    case 'calendar-days':
      return { date: addDays(from, days), skipped: [] };
    case 'next-open-day':
      return nearest(calendar, addDays(from, days), days);
    case 'open-days':
      return countOpenDays(calendar, from, days);
    case 'same-weekday':
      return byWeeks(calendar, addDays(from, days), days);
  }
}

/** The same for a moment: the day moves, the time on the wall stays. */
export function moveInstant(
  calendar: Calendar,
  mode: DueMode,
  timeZone: string,
  from: Instant,
  days: number,
): { readonly at: Instant; readonly skipped: readonly ClosedDay[] } | null {
  const { date, time } = wallTimeAt(from, timeZone);
  const moved = moveDays(calendar, mode, date, days);
  if (!moved) return null;
  const at = moved.date === date ? from : instantAt({ date: moved.date, time }, timeZone);
  return { at, skipped: moved.skipped };
}

function nearest(calendar: Calendar, date: CivilDate, days: number): OpenDay | null {
  return days < 0 ? openDayUntil(calendar, date) : openDayFrom(calendar, date);
}

function countOpenDays(calendar: Calendar, from: CivilDate, days: number): OpenDay | null {
  if (days === 0) return openDayFrom(calendar, from);
  const step = Math.sign(days);
  const skipped: ClosedDay[] = [];
  let date = from;
  for (let counted = 0; counted < Math.abs(days); counted += 1) {
    const next = nearest(calendar, addDays(date, step), step);
    if (!next) return null;
    skipped.push(...next.skipped);
    date = next.date;
  }
  return { date, skipped };
}

function byWeeks(calendar: Calendar, planned: CivilDate, days: number): OpenDay | null {
  if (calendar.weeklyClosed.includes(weekdayOfDay(dayNumber(planned))))
    return nearest(calendar, planned, days);
  const skipped: ClosedDay[] = [];
  for (let weeks = 0; weeks <= searchHorizonWeeks; weeks += 1) {
    const date = addDays(planned, days < 0 ? -7 * weeks : 7 * weeks);
    const closed = closedDay(calendar, date);
    if (!closed) return { date, skipped };
    skipped.push(closed);
  }
  return nearest(calendar, planned, days);
}
