import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import { addDays, closedDay } from './calendar.ts';
import { noCalendar } from './no-calendar.ts';
import { lunarYears, tetTableCovers } from './tet.ts';

/*
 * The lunar dates worked out again from the motions of sun and moon: new moons after Meeus, «Astronomical
 * Algorithms», chapter 49 (periodic terms above 15 seconds), the sun's longitude after chapter 25. An error of
 * minutes does not matter: the closest call is the third month of 2038, with the new moon 16 minutes from midnight.
 */
const radians = Math.PI / 180;
/** Terrestrial time runs 70 to 90 seconds ahead of universal time in these years. */
const deltaT = 72 / 86_400;
const epochDay = 2_440_587.5;

function newMoon(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t;
  const sun = (2.5534 + 29.1053567 * k) * radians;
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * radians;
  const node = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * radians;
  const omega = (124.7746 - 1.56375588 * k) * radians;
  return (
    2_451_550.09766 +
    29.530588861 * k +
    0.00015437 * t * t -
    0.4072 * Math.sin(moon) +
    0.17241 * e * Math.sin(sun) +
    0.01608 * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * node) +
    0.00739 * e * Math.sin(moon - sun) -
    0.00514 * e * Math.sin(moon + sun) +
    0.00208 * Math.sin(2 * sun) -
    0.00111 * Math.sin(moon - 2 * node) -
    0.00057 * Math.sin(moon + 2 * node) +
    0.00056 * Math.sin(2 * moon + sun) -
    0.00042 * Math.sin(3 * moon) +
    0.00042 * Math.sin(sun + 2 * node) +
    0.00038 * Math.sin(sun - 2 * node) -
    0.00024 * Math.sin(2 * moon - sun) -
    0.00017 * Math.sin(omega) -
    deltaT
  );
}

function sunLongitude(julian: number): number {
  const t = (julian + deltaT - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t;
  const anomaly = (357.52911 + 35_999.05029 * t) * radians;
  const centre =
    1.914602 * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly) + 0.000289 * Math.sin(3 * anomaly);
  const seen = mean + centre - 0.00569 - 0.00478 * Math.sin((125.04 - 1934.136 * t) * radians);
  return ((seen % 360) + 360) % 360;
}

/** Days since 1970-01-01 on which the months around a year begin, at so many hours east. */
function monthStarts(year: number, hours: number): readonly number[] {
  const first = Math.floor((year - 1 + 10 / 12 - 2000) * 12.3685) - 1;
  return Array.from({ length: 18 }, (_, index) => Math.floor(newMoon(first + index) - epochDay + hours / 24));
}

/** Which twelfth of its path the sun has reached when a day begins; the winter solstice opens number 9. */
function twelfth(day: number, hours: number): number {
  return Math.floor(sunLongitude(day + epochDay - hours / 24) / 30);
}

/** First days of the months of a lunar year by number; leap months take no number of their own. */
function lunarMonths(year: number, hours: number): ReadonlyMap<number, number> {
  const starts = monthStarts(year, hours);
  const begins = (index: number): number => starts[index] ?? NaN;
  const holds = (index: number): boolean =>
    twelfth(begins(index), hours) !== twelfth(begins(index + 1), hours);
  // A month may hold two of the sun's steps, so the solstice may lie between number 7 and number 9.
  const solstices = starts.flatMap((_, index) =>
    [7, 8].includes(twelfth(begins(index), hours)) && [9, 10].includes(twelfth(begins(index + 1), hours))
      ? [index]
      : [],
  );
  const [from = NaN, to = NaN] = solstices;
  const months = new Map<number, number>();
  let number = 11;
  let leapLeft = to - from === 13;
  for (let index = from + 1; index < to; index += 1) {
    if (leapLeft && !holds(index)) {
      leapLeft = false;
      continue;
    }
    number = (number % 12) + 1;
    months.set(number, begins(index));
  }
  return months;
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function tet(year: number, hours: number): string {
  return dateOf(lunarMonths(year, hours).get(1) ?? NaN);
}

/** New Year's Day as the runtime's own Chinese calendar has it. */
function intlNewYear(year: number): string {
  const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  const found = Array.from({ length: 60 }, (_, index) => new Date(Date.UTC(year, 0, 15 + index))).find(
    (date) => {
      const parts = format.formatToParts(date);
      const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
      return part('month') === '1' && part('day') === '1';
    },
  );
  return found?.toISOString().slice(0, 10) ?? '';
}

const years = lunarYears.map((entry) => [Number(entry.tet.slice(0, 4)), entry] as const);

describe('lunarYears', () => {
  it('covers 2020 to 2050, one year after the other', () => {
    expect(years.map(([year]) => year)).toEqual(Array.from({ length: 31 }, (_, index) => 2020 + index));
    expect([2019, 2020, 2050, 2051].map(tetTableCovers)).toEqual([false, true, true, false]);
  });

  it.each(years)('%i agrees with the sun and the moon at UTC+7', (year, entry) => {
    expect(entry.tet).toBe(tet(year, 7));
    expect(entry.hungKings).toBe(dateOf((lunarMonths(year, 7).get(3) ?? NaN) + 9));
  });

  it('differs from the Chinese new year in 2030 only, when the new moon falls between the two midnights', () => {
    expect(years.filter(([year, entry]) => entry.tet !== tet(year, 8)).map(([year]) => year)).toEqual([2030]);
    expect(tet(2030, 8)).toBe('2030-02-03');
  });

  it("agrees with Intl's Chinese calendar where that one is right", () => {
    // 2027: ICU puts a new moon of 23:56 in Beijing on the next day.
    const others = years.filter(([year]) => year !== 2027 && year !== 2030);
    expect(others.map(([, entry]) => entry.tet)).toEqual(others.map(([year]) => intlNewYear(year)));
  });
});

describe('lunar holidays of a calendar', () => {
  const calendar = { ...noCalendar('A'), tet: { before: 2, after: 4 }, hungKings: 'closed' } as const;
  const names = (from: string, days: number, of: Calendar = calendar): readonly string[] =>
    Array.from({ length: days }, (_, index) => closedDay(of, addDays(from, index))?.name ?? 'open');

  it('closes so many days before and after the first day of the year', () => {
    // 6 February 2027 is the first day of Đinh Mùi.
    expect(names('2027-02-03', 9)).toEqual(['open', ...Array(7).fill('Tết Nguyên đán'), 'open']);
  });

  it("closes on the Hùng kings' tenth of the third month", () => {
    expect(names('2027-04-15', 3)).toEqual(['open', 'Giỗ Tổ Hùng Vương', 'open']);
  });

  it('may begin in the old year', () => {
    // 22 January 2042 is the first day of Nhâm Tuất.
    const school = { ...calendar, tet: { before: 25, after: 5 } };
    expect(names('2041-12-27', 3, school)).toEqual(['open', 'Tết Nguyên đán', 'Tết Nguyên đán']);
    expect(names('2042-01-27', 2, school)).toEqual(['Tết Nguyên đán', 'open']);
  });

  it('is open where the calendar does not follow the moon, and in years the table does not know', () => {
    expect(names('2027-02-06', 1, noCalendar('A'))).toEqual(['open']);
    expect(names('2027-04-16', 1, noCalendar('A'))).toEqual(['open']);
    expect(names('2051-01-20', 40).every((name) => name === 'open')).toBe(true);
  });
});
