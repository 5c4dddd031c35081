import { describe, expect, it } from 'vitest';
import { addDays, closedDay } from '../../calendar/calendar.ts';
import { checkCalendar } from '../../calendar/check-calendar.ts';
import { demoCalendars } from './calendars.ts';
import { demoYears, nationalDayNeighbours } from './holidays.ts';

/** First days of the lunar year and Hùng Kings' Days, written out: what the demonstration has always closed on. */
const lunar = [
  ['2025-01-29', '2025-04-07'],
  ['2026-02-17', '2026-04-26'],
  ['2027-02-06', '2027-04-16'],
  ['2028-01-26', '2028-04-04'],
  ['2029-02-13', '2029-04-23'],
  ['2030-02-02', '2030-04-12'],
  ['2031-01-23', '2031-04-01'],
  ['2032-02-11', '2032-04-19'],
  ['2033-01-31', '2033-04-09'],
  ['2034-02-19', '2034-04-28'],
  ['2035-02-08', '2035-04-17'],
] as const;
/** Day of September that goes with National Day in each of these years. */
const neighbours = [1, 1, 3, 1, 3, 3, 1, 3, 1, 1, 3];

/** Closed days of one calendar but for the weekly ones, as spans. */
function expectedSpans(
  before: number,
  after: number,
  summer: boolean,
): readonly (readonly [string, string])[] {
  return lunar.flatMap(([tet, hungKings], index) => {
    const year = tet.slice(0, 4);
    const neighbour = `${year}-09-0${neighbours[index]}`;
    const spans = [
      [`${year}-01-01`, `${year}-01-01`],
      [addDays(tet, -before), addDays(tet, after)],
      [hungKings, hungKings],
      [`${year}-04-30`, `${year}-05-01`],
      [`${year}-09-02`, `${year}-09-02`],
      [neighbour, neighbour],
    ] as const;
    return summer ? spans.concat([[`${year}-06-01`, `${year}-08-05`]]) : spans;
  });
}

function days(from: string, to: string): readonly string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) found.push(day);
  return found;
}

const everyDay = days('2025-01-01', '2035-12-31');

describe('demoCalendars', () => {
  it.each([
    ['public', 0, expectedSpans(1, 3, false), [1]],
    ['school', 1, expectedSpans(7, 6, true), [6, 7]],
    ['armed forces', 2, expectedSpans(1, 3, false), [7]],
  ] as const)('%s: closed on exactly these days from 2025 to 2035', (_, index, spans, weekly) => {
    const calendar = demoCalendars[index];
    if (!calendar) throw new Error('no calendar');
    const expected = new Set(spans.flatMap(([from, to]) => days(from, to)));
    for (const day of everyDay) {
      const weekday = new Date(`${day}T00:00Z`).getUTCDay() || 7;
      const isClosed = expected.has(day) || weekly.some((closed) => closed === weekday);
      expect(closedDay(calendar, day) !== null, day).toBe(isClosed);
    }
  });

  it('names Tết, the old kings and the fixed days', () => {
    const [calendar] = demoCalendars;
    if (!calendar) throw new Error('no calendar');
    const names = ['2027-01-01', '2027-02-07', '2027-04-16', '2027-05-01', '2027-09-03', '2027-09-06'].map(
      (day) => closedDay(calendar, day)?.name,
    );
    expect(names).toEqual([
      'Tết Dương lịch',
      'Tết Nguyên đán',
      'Giỗ Tổ Hùng Vương',
      'Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5',
      'Quốc khánh',
      'weekly',
    ]);
  });

  it('has one calendar for each library, and the editor would save every one', () => {
    expect(new Set(demoCalendars.map(({ library }) => library)).size).toBe(3);
    expect(demoCalendars.flatMap(checkCalendar)).toEqual([]);
  });

  it('gives National Day the two days that were announced', () => {
    expect(demoYears).toHaveLength(11);
    expect(nationalDayNeighbours.slice(0, 3).map(({ from }) => from)).toEqual([
      '2025-09-01',
      '2026-09-01',
      '2027-09-03',
    ]);
  });
});
