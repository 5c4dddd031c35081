import type { CivilDate, Instant } from '../facts/fact.ts';
import type { Calendar, OpenHours } from './calendar.ts';
import { addDays, closedDay, openDayFrom, openDayUntil } from './calendar.ts';
import { dayNumber, weekdayOfDay } from './day-number.ts';
import { instantAt, wallTimeAt } from './wall-time.ts';

/** The last minute of a day: what is due then is due by the end of the day. */
export const endOfDay = '23:59';
const allDay: OpenHours = { opens: '00:00', closes: endOfDay };

/** When the library is open on a day, earliest first: nothing when it is closed, 00:00–23:59 where no hours are set. */
export function openHoursOn(calendar: Calendar, date: CivilDate): readonly OpenHours[] {
  if (closedDay(calendar, date)) return [];
  const weekday = weekdayOfDay(dayNumber(date));
  const opening = calendar.openings.find((candidate) => candidate.date === date);
  const hours =
    opening && opening.hours.length > 0
      ? opening.hours
      : calendar.hours.filter((candidate) => candidate.weekday === weekday);
  if (hours.length === 0) return [allDay];
  return hours.map(({ opens, closes }) => ({ opens, closes })).sort((a, b) => (a.opens < b.opens ? -1 : 1));
}

/** True while the doors are open: from opening up to, but not including, closing. */
export function isOpenAt(calendar: Calendar, timeZone: string, instant: Instant): boolean {
  const { date, time } = wallTimeAt(instant, timeZone);
  return openHoursOn(calendar, date).some((hours) => isWithin(hours, time));
}

function isWithin({ opens, closes }: OpenHours, time: string): boolean {
  return opens <= time && (time < closes || closes === endOfDay);
}

/** True when something due then can still be brought: the minute of closing counts as open. */
export function canBeDueAt(calendar: Calendar, timeZone: string, instant: Instant): boolean {
  const { date, time } = wallTimeAt(instant, timeZone);
  return openHoursOn(calendar, date).some(({ opens, closes }) => opens <= time && time <= closes);
}

/** `instant` itself while the library is open, else its next opening; null when it does not open within a year. */
export function openingAfter(calendar: Calendar, timeZone: string, instant: Instant): Instant | null {
  const { date, time } = wallTimeAt(instant, timeZone);
  const today = openHoursOn(calendar, date);
  if (today.some((hours) => isWithin(hours, time))) return instant;
  const later = today.find(({ opens }) => opens > time);
  if (later) return instantAt({ date, time: later.opens }, timeZone);
  const next = openDayFrom(calendar, addDays(date, 1));
  const [first] = next ? openHoursOn(calendar, next.date) : [];
  return next && first ? instantAt({ date: next.date, time: first.opens }, timeZone) : null;
}

/** The last closing at or before `instant`; null when there is none within a year. */
export function closingBefore(calendar: Calendar, timeZone: string, instant: Instant): Instant | null {
  const { date, time } = wallTimeAt(instant, timeZone);
  const earlier = openHoursOn(calendar, date).findLast(({ closes }) => closes <= time);
  if (earlier) return instantAt({ date, time: earlier.closes }, timeZone);
  const before = openDayUntil(calendar, addDays(date, -1));
  return before && instantAt({ date: before.date, time: closingOn(calendar, before.date) }, timeZone);
}

/** Wall time at which a day ends for the library: its last closing, or the end of the day when it is closed. */
export function closingOn(calendar: Calendar, date: CivilDate): string {
  return openHoursOn(calendar, date).at(-1)?.closes ?? endOfDay;
}
