import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueModes } from '../policy/policies.ts';
import { calendarByChance } from '../testing/calendars.ts';
import type { Calendar } from './calendar.ts';
import { addDays, closedDay } from './calendar.ts';
import { movedDues, withClosure, withoutClosure } from './closing.ts';
import { noCalendar } from './no-calendar.ts';

const zone = 'Asia/Ho_Chi_Minh';
const storm = { from: '2026-11-25', to: '2026-11-26', name: 'Bão' };
const calendar: Calendar = {
  ...noCalendar('A'),
  weeklyClosed: [5],
  hours: [6, 3].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' })),
  openings: [
    { date: '2026-11-25', name: 'Ngày hội sách', hours: [] },
    { date: '2026-12-04', name: 'Mở bù', hours: [] },
  ],
};

describe('withClosure', () => {
  it('closes even on days with an opening, and leaves other openings', () => {
    const closed = withClosure(calendar, storm);
    expect(['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => closedDay(closed, day)?.name)).toEqual([
      undefined,
      'Bão',
      'Bão',
    ]);
    expect(closedDay(closed, '2026-12-04')).toBeNull();
  });

  it('says the same when said twice, and is taken back whole', () => {
    const closed = withClosure(calendar, storm);
    expect(withClosure(closed, storm)).toEqual(closed);
    const tet = { from: '2027-02-05', to: '2027-02-09', name: 'Tết' };
    const both = withClosure(closed, tet);
    expect(withoutClosure(both, storm).closures).toEqual([tet]);
    expect(withoutClosure(both, { ...storm, to: '2026-11-27' }).closures).toEqual(both.closures);
  });
});

describe('movedDues', () => {
  const closed = withClosure(calendar, storm);
  const moved = (due: string, dueMode: (typeof dueModes)[number] = 'next-open-day') =>
    movedDues(closed, [{ id: 'loan', due, dueMode }], zone)[0]?.due ?? 'stays';

  it('moves a day loan to the next open day, past the weekly closing day as well', () => {
    expect(moved('2026-11-25')).toBe('2026-11-28');
    expect(moved('2026-11-24')).toBe('stays');
  });

  it('follows the mode of the policy', () => {
    expect(dueModes.map((mode) => moved('2026-11-25', mode))).toEqual([
      'stays',
      '2026-11-28',
      '2026-11-28',
      '2026-12-02',
    ]);
  });

  it('moves an hour loan to the next opening', () => {
    expect(moved('2026-11-25T10:00:00.000+07:00')).toBe('2026-11-28T08:00:00.000+07:00');
    expect(moved('2026-11-25T10:00:00.000+07:00', 'calendar-days')).toBe('stays');
    expect(moved('2026-11-24T18:00:00Z')).toBe('2026-11-28T08:00:00.000+07:00');
    expect(moved('2026-11-24T10:00:00.000+07:00')).toBe('stays');
  });

  it('tells only of loans that move, and of none when the library does not open', () => {
    const loans = ['2026-11-24', '2026-11-25', '2026-11-26'].map((due) => ({
      id: due,
      due,
      dueMode: 'next-open-day' as const,
    }));
    expect(movedDues(closed, loans, zone).map(({ id }) => id)).toEqual(['2026-11-25', '2026-11-26']);
    const never = withClosure(calendar, { from: '2026-11-01', to: '2029-01-01', name: 'Xây mới' });
    expect(movedDues(never, loans, zone)).toEqual([]);
  });

  it('never moves a loan back, and never to a closed day', () => {
    const seeds = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 0, max: 90 }),
        fc.constantFrom(...dueModes),
        (seed, offset, mode) => {
          const from = addDays('2026-01-01', offset);
          const any = withClosure(calendarByChance(seed, '2026-01-01'), {
            from,
            to: addDays(from, 2),
            name: 'Bão',
          });
          for (const { due } of movedDues(any, [{ id: 'loan', due: from, dueMode: mode }], zone)) {
            expect(due > from).toBe(true);
            expect(closedDay(any, due)).toBeNull();
          }
        },
      ),
    );
  });
});
