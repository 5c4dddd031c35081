import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import { checkCalendar } from './check-calendar.ts';
import { noCalendar } from './no-calendar.ts';

const faults = (change: Partial<Calendar>): readonly string[] =>
  checkCalendar({ ...noCalendar('A'), ...change }).map(({ path, code }) => `${path} ${code}`);
const hours = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

describe('checkCalendar', () => {
  it('has nothing against a whole calendar', () => {
    expect(
      faults({
        weeklyClosed: [6, 7],
        closures: [{ from: '2027-02-05', to: '2027-02-05', name: 'Kiểm kê' }],
        yearly: [{ month: 2, day: 29, name: 'lễ' }],
        openings: [{ date: '2027-02-06', name: 'Mở bù', hours: [{ opens: '08:00', closes: '11:00' }] }],
        hours: [hours(1, '13:30', '17:00'), hours(1, '07:30', '13:30'), hours(2, '07:30', '23:59')],
        tet: { before: 7, after: 0 },
        hungKings: 'closed',
      }),
    ).toEqual([]);
  });

  it.each<readonly [string, Partial<Calendar>, readonly string[]]>([
    [
      'a weekday that does not exist',
      { weeklyClosed: [0, 8] },
      ['weeklyClosed.0 no-such-weekday', 'weeklyClosed.1 no-such-weekday'],
    ],
    ['a weekday twice', { weeklyClosed: [1, 2, 1] }, ['weeklyClosed.2 twice']],
    ['a week without an open day', { weeklyClosed: [7, 6, 5, 4, 3, 2, 1] }, ['weeklyClosed never-open']],
    [
      'a closure that ends before it starts',
      {
        closures: [{ from: '2027-02-05', to: '2027-02-04', name: 'x' }],
      },
      ['closures.0.to ends-before-start'],
    ],
    [
      'a date that does not exist',
      {
        closures: [{ from: '2027-02-28', to: '2027-02-29', name: 'x' }],
        openings: [{ date: '2027-13-01', name: 'x', hours: [] }],
      },
      ['closures.0.to no-such-date', 'openings.0.date no-such-date'],
    ],
    [
      'a year that is a slip of the hand',
      {
        closures: [{ from: '1999-12-31', to: '2101-01-01', name: 'x' }],
      },
      ['closures.0.from year', 'closures.0.to year'],
    ],
    [
      'no name',
      {
        closures: [{ from: '2027-02-05', to: '2027-02-05', name: ' ' }],
        yearly: [{ month: 1, day: 1, name: '' }],
        openings: [{ date: '2027-02-06', name: '', hours: [] }],
      },
      ['closures.0.name blank', 'yearly.0.name blank', 'openings.0.name blank'],
    ],
    [
      'a yearly day that no year has',
      {
        yearly: [
          { month: 2, day: 30, name: 'x' },
          { month: 13, day: 1, name: 'x' },
          { month: 4, day: 0, name: 'x' },
        ],
      },
      ['yearly.0 no-such-date', 'yearly.1 no-such-date', 'yearly.2 no-such-date'],
    ],
    [
      'a yearly day or an opening twice',
      {
        yearly: [1, 1].map((day) => ({ month: 1, day, name: 'x' })),
        openings: ['2027-02-06', '2027-02-06'].map((date) => ({ date, name: 'x', hours: [] })),
      },
      ['yearly.1 twice', 'openings.1 twice'],
    ],
    [
      'a time that does not exist',
      { hours: [hours(1, '7:30', '24:00')] },
      ['hours.0.opens no-such-time', 'hours.0.closes no-such-time'],
    ],
    ['hours of no weekday', { hours: [hours(9, '07:30', '11:00')] }, ['hours.0.weekday no-such-weekday']],
    [
      'closing before opening',
      { hours: [hours(1, '07:30', '07:30')] },
      ['hours.0.closes closes-before-opens'],
    ],
    [
      'hours that overlap',
      {
        hours: [hours(2, '10:00', '12:00'), hours(1, '11:00', '17:00'), hours(1, '07:30', '11:30')],
      },
      ['hours.1 overlap'],
    ],
    [
      'hours of an opening that overlap',
      {
        openings: [
          {
            date: '2027-02-06',
            name: 'x',
            hours: [
              { opens: '08:00', closes: '11:00' },
              { opens: '10:00', closes: '12:00' },
            ],
          },
        ],
      },
      ['openings.0.hours.1 overlap'],
    ],
    ['a Tết that is none', { tet: { before: -1, after: 46 } }, ['tet.before range', 'tet.after range']],
  ])('finds %s', (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });
});
