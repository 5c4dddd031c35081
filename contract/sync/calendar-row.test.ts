import { describe, expect, it } from 'vitest';
import { checkCalendar } from '../../domain/calendar/check-calendar.ts';
import { demoCalendars } from '../../domain/demo/calendar/calendars.ts';
import { calendarSchema } from './rows.ts';

const oldest = {
  id: 'c1',
  library: 'lib-1',
  weeklyClosed: [1],
  closures: [{ from: '2027-02-05', to: '2027-02-11', name: 'Tết Nguyên đán' }],
};

describe('calendarSchema', () => {
  it('gives the oldest calendars what they did not know', () => {
    expect(calendarSchema.parse(oldest)).toEqual({
      ...oldest,
      yearly: [],
      openings: [],
      hours: [],
      tet: 'none',
      hungKings: 'open',
    });
  });

  it('takes every calendar of the demonstration as it is', () => {
    for (const calendar of demoCalendars) expect(calendarSchema.parse(calendar)).toEqual(calendar);
  });

  it.each([
    { weeklyClosed: [0] },
    { closures: [{ from: '2027-02-29', to: '2027-03-01', name: 'x' }] },
    { hours: [{ weekday: 1, opens: '7:30', closes: '24:00' }] },
    { yearly: [{ month: 13, day: 1, name: 'x' }] },
    { tet: { before: -1, after: 0 } },
    { hungKings: 'maybe' },
  ])('refuses %j', (change) => {
    expect(calendarSchema.safeParse({ ...oldest, ...change }).success).toBe(false);
  });

  it('lets a calendar through that only the editor would refuse: it may be in use already', () => {
    const odd = calendarSchema.parse({ ...oldest, weeklyClosed: [1, 1] });
    expect(checkCalendar(odd).map(({ code }) => code)).toEqual(['twice']);
  });
});
