import { dayNumber } from './day-number.ts';

/** Names of the two lunar holidays, as closed days carry them. */
const tetName = 'Tết Nguyên đán';
const hungKingsName = 'Giỗ Tổ Hùng Vương';

/** What a calendar says of the lunar holidays. */
export interface LunarClosing {
  /** Days closed before and after the first day of the lunar year, that day always with them. */
  readonly tet: { readonly before: number; readonly after: number } | 'none';
  /** The tenth of the third lunar month. */
  readonly hungKings: 'closed' | 'open';
}

/** Civil days as in `day-number.ts`. */
interface LunarYear {
  /** First day of the first lunar month. */
  readonly tet: string;
  /** Tenth day of the third lunar month: commemoration of the Hùng kings. */
  readonly hungKings: string;
}

const lunarYear = (tet: string, hungKings: string): LunarYear => ({ tet, hungKings });

/**
 * Lunar dates on the Vietnamese calendar, reckoned at UTC+7 (Decision 121/CP of 8 August 1967), one year after the
 * other. The rules are those of the lunisolar calendar (a month begins on the day of the new moon, the eleventh
 * holds the winter solstice); the test beside this file works every date out again from the motions of the sun and
 * the moon. China reckons at UTC+8: in 2030 Tết comes one day before the Chinese new year. `Intl`'s `chinese`
 * calendar is no substitute: in Node 24.21 it is a day off in 2027 (new moon 23:56 in Beijing) and knows nothing
 * of that difference.
 */
export const lunarYears: readonly LunarYear[] = [
  lunarYear('2020-01-25', '2020-04-02'),
  lunarYear('2021-02-12', '2021-04-21'),
  lunarYear('2022-02-01', '2022-04-10'),
  lunarYear('2023-01-22', '2023-04-29'),
  lunarYear('2024-02-10', '2024-04-18'),
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
  lunarYear('2036-01-28', '2036-04-06'),
  lunarYear('2037-02-15', '2037-04-24'),
  lunarYear('2038-02-04', '2038-04-13'),
  lunarYear('2039-01-24', '2039-04-03'),
  lunarYear('2040-02-12', '2040-04-20'),
  lunarYear('2041-02-01', '2041-04-10'),
  lunarYear('2042-01-22', '2042-04-29'),
  lunarYear('2043-02-10', '2043-04-19'),
  lunarYear('2044-01-30', '2044-04-07'),
  lunarYear('2045-02-17', '2045-04-26'),
  lunarYear('2046-02-06', '2046-04-15'),
  lunarYear('2047-01-26', '2047-04-04'),
  lunarYear('2048-02-14', '2048-04-22'),
  lunarYear('2049-02-02', '2049-04-11'),
  lunarYear('2050-01-23', '2050-04-01'),
];

const firstYear = 2020;
const lunarDays = lunarYears.map(({ tet, hungKings }) => ({
  tet: dayNumber(tet),
  hungKings: dayNumber(hungKings),
}));

/**
 * True when the lunar holidays of a year are known. In other years a calendar is not closed for them, and whoever
 * relies on one has to say so.
 */
export function tetTableCovers(year: number): boolean {
  return lunarDays[year - firstYear] !== undefined;
}

/** Name of the lunar holiday for which a calendar is closed on a day, or null. */
export function lunarHoliday({ tet, hungKings }: LunarClosing, year: number, day: number): string | null {
  const days = lunarDays[year - firstYear];
  if (tet !== 'none') {
    const isTet = (first: number | undefined): boolean =>
      first !== undefined && first - tet.before <= day && day <= first + tet.after;
    // Long holidays of schools may begin in the old year.
    if (isTet(days?.tet) || isTet(lunarDays[year + 1 - firstYear]?.tet)) return tetName;
  }
  return hungKings === 'closed' && days?.hungKings === day ? hungKingsName : null;
}
