import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { closedDay } from '../../../domain/calendar/calendar.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '../../../domain/calendar/day-number.ts';
import type { CivilDate } from '../../../domain/facts/fact.ts';

/** One day of the year as the grid shows it. */
export interface DayCell {
  readonly date: CivilDate;
  readonly day: number;
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Why it is closed: a name, or `weekly`; null when it is open. */
  readonly closed: string | null;
  /** Name of the exceptional opening, or null. */
  readonly opening: string | null;
}

export interface MonthCells {
  readonly month: number;
  readonly days: readonly DayCell[];
}

/** The twelve months of a year with every day's answer. */
export function yearDays(calendar: Calendar, year: number): readonly MonthCells[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const first = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
    const next = month === 12 ? dayNumber(`${year + 1}-01-01`) : firstOf(year, month + 1);
    const days = Array.from({ length: next - first }, (_each, offset) =>
      dayCell(calendar, first + offset, offset + 1),
    );
    return { month, days };
  });
}

function firstOf(year: number, month: number): number {
  return dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
}

function dayCell(calendar: Calendar, number: number, day: number): DayCell {
  const date = dateOfDay(number);
  return {
    date,
    day,
    weekday: weekdayOfDay(number),
    closed: closedDay(calendar, date)?.name ?? null,
    opening: calendar.openings.find((opening) => opening.date === date)?.name ?? null,
  };
}

/** Days of a year that are open in one calendar and closed in the other. */
export function changedDays(before: Calendar, after: Calendar, year: number): readonly CivilDate[] {
  const was = yearDays(before, year).flatMap(({ days }) => days);
  return yearDays(after, year)
    .flatMap(({ days }) => days)
    .filter(({ closed }, index) => (closed === null) !== (was[index]?.closed === null))
    .map(({ date }) => date);
}

/** Closed days of a year. */
export function closedCount(calendar: Calendar, year: number): number {
  return yearDays(calendar, year).reduce(
    (sum, { days }) => sum + days.filter(({ closed }) => closed !== null).length,
    0,
  );
}
