import { describe, expect, it } from 'vitest';
import { noCalendar } from '../../../domain/calendar/no-calendar.ts';
import { changedDays, closedCount, yearDays } from './year-days.ts';

const sundays = { ...noCalendar('TV'), weeklyClosed: [7] };

describe('the days of a year', () => {
  it('are all there, leap day or not, on their weekdays', () => {
    const of = (year: number) => yearDays(sundays, year).flatMap(({ days }) => days);
    expect(of(2026)).toHaveLength(365);
    expect(of(2028)).toHaveLength(366);
    expect(of(2026).find(({ date }) => date === '2026-11-22')).toEqual({
      date: '2026-11-22',
      day: 22,
      weekday: 7,
      closed: 'weekly',
      opening: null,
    });
    expect(closedCount(sundays, 2026)).toBe(52);
  });

  it('say why they are closed, and which are open all the same', () => {
    const calendar = {
      ...sundays,
      closures: [{ from: '2026-11-23', to: '2026-11-24', name: 'Kiểm kê' }],
      openings: [{ date: '2026-11-22', name: 'Làm bù', hours: [] }],
    };
    const days = yearDays(calendar, 2026)[10]?.days.slice(21, 25);
    expect(days?.map(({ closed, opening }) => closed ?? opening)).toEqual([
      'Làm bù',
      'Kiểm kê',
      'Kiểm kê',
      null,
    ]);
    expect(changedDays(sundays, calendar, 2026)).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
    expect(changedDays(sundays, sundays, 2026)).toEqual([]);
  });
});
