import type { Closure, YearlyClosure } from '../../calendar/calendar.ts';
import { addDays } from '../../calendar/calendar.ts';
import { dayNumber, weekdayOfDay } from '../../calendar/day-number.ts';

/** Years for which the closures of the demonstration are worked out. */
export const demoYears: readonly number[] = Array.from({ length: 11 }, (_, index) => 2025 + index);

/**
 * Public holidays with a fixed date: Labour Code 2019, article 112. The lunar ones are in the calendar itself.
 * Swapped working days and days given in lieu of a weekend are a decision of each year and are not foreseen.
 */
export const publicHolidays: readonly YearlyClosure[] = [
  { month: 1, day: 1, name: 'Tết Dương lịch' },
  { month: 4, day: 30, name: 'Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5' },
  { month: 5, day: 1, name: 'Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5' },
  { month: 9, day: 2, name: 'Quốc khánh' },
];

/**
 * The second day of National Day. The code leaves it to a yearly announcement whether it is the day before or after;
 * here it is the neighbour that makes the longer break.
 */
export const nationalDayNeighbours: readonly Closure[] = demoYears.map((year) => {
  const nationalDay = `${year}-09-02`;
  // On Monday, Thursday and Sunday the day after joins the weekend or follows it; else the day before does.
  const isAfter = [1, 4, 7].includes(weekdayOfDay(dayNumber(nationalDay)));
  const date = addDays(nationalDay, isAfter ? 1 : -1);
  return { from: date, to: date, name: 'Quốc khánh' };
});
