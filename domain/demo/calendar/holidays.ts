import type { Closure } from '../../calendar/calendar.ts';
import { addDays } from '../../calendar/calendar.ts';
import type { CivilDate } from '../../facts/fact.ts';
import { Temporal } from 'temporal-polyfill';

interface LunarYear {
  readonly year: number;
  /** First day of the first lunar month. */
  readonly tet: CivilDate;
  /** Tenth day of the third lunar month: commemoration of the Hùng kings. */
  readonly hungKings: CivilDate;
}

const lunarYear = (tet: CivilDate, hungKings: CivilDate): LunarYear => ({
  year: Number(tet.slice(0, 4)),
  tet,
  hungKings,
});

/**
 * Lunar dates on the Vietnamese calendar, reckoned at UTC+7 (Decision 121/CP of 8 August 1967). The rules are
 * those of the lunisolar calendar (a month begins on the day of the new moon, the eleventh holds the winter
 * solstice); the test beside this file works every date out again from the motions of the sun and the moon.
 * China reckons at UTC+8: in 2030 Tết comes one day before the Chinese new year. `Intl`'s `chinese` calendar
 * is no substitute: in Node 24.21 it is a day off in 2027 (new moon 23:56 in Beijing) and misses that
 * difference in 2030.
 */
export const lunarYears: readonly LunarYear[] = [
  lunarYear('2025-01-29', '2025-04-07'),
  lunarYear('2026-02-17', '2026-04-26'),
  lunarYear('2027-02-06', '2027-04-16'),
  lunarYear('2028-01-26', '2028-04-04'),
  lunarYear('2029-02-13', '2029-04-23'),
  lunarYear('2030-02-02', '2030-04-12'),
  lunarYear('2031-01-23', '2031-04-01'),
  lunarYear('2032-02-11', '2032-04-19'),
  lunarYear('2033-01-31', '2033-04-09'),
  lunarYear('2034-02-19', '2034-04-28'),
  lunarYear('2035-02-08', '2035-04-17'),
];

/**
 * Public holidays 2025–2035 as closures: those of the Labour Code 2019, article 112. The code gives Tết five
 * days and National Day two, and leaves the choice of days to a yearly announcement; here Tết is closed from
 * `before` days before the first of the lunar year to `after` days after it, and National Day takes the
 * neighbour that makes the longer break. Swapped working days and days given in lieu of a weekend are a
 * decision of each year and are not foreseen.
 */
export function publicHolidays(tet: { readonly before: number; readonly after: number }): readonly Closure[] {
  return lunarYears.flatMap(({ year, tet: newYear, hungKings }) => [
    oneDay(`${year}-01-01`, 'Tết Dương lịch'),
    { from: addDays(newYear, -tet.before), to: addDays(newYear, tet.after), name: 'Tết Nguyên đán' },
    oneDay(hungKings, 'Giỗ Tổ Hùng Vương'),
    { from: `${year}-04-30`, to: `${year}-05-01`, name: 'Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5' },
    nationalDay(year),
  ]);
}

function oneDay(date: CivilDate, name: string): Closure {
  return { from: date, to: date, name };
}

function nationalDay(year: number): Closure {
  const weekday = Temporal.PlainDate.from(`${year}-09-02`).dayOfWeek;
  // On Monday, Thursday and Sunday the day after joins the weekend or follows it; else the day before does.
  const [from, to] = [1, 4, 7].includes(weekday) ? ['02', '03'] : ['01', '02'];
  return { from: `${year}-09-${from}`, to: `${year}-09-${to}`, name: 'Quốc khánh' };
}
