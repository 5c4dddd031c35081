import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DueMode } from '../policy/policies.ts';
import { dueModes } from '../policy/policies.ts';
import { calendarByChance } from '../testing/calendars.ts';
import { moveDays, moveInstant } from './arithmetic.ts';
import type { Calendar } from './calendar.ts';
import { addDays, closedDay, daysBetween, openDayFrom, openDayUntil, openDaysBetween } from './calendar.ts';
import { noCalendar } from './no-calendar.ts';

const zone = 'Asia/Ho_Chi_Minh';
/** Closed on Mondays, and from Tuesday 24 to Thursday 26 November 2026. */
const calendar: Calendar = {
  ...noCalendar('A'),
  weeklyClosed: [1],
  closures: [{ from: '2026-11-24', to: '2026-11-26', name: 'Kiểm kê' }],
};
const start = '2026-01-01';
const cases = fc.tuple(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: -60, max: 60 }),
);

/** What a move promises and does not keep, worked out from closed days alone. */
function brokenPromises(any: Calendar, mode: DueMode, from: string, days: number): readonly string[] {
  const planned = addDays(from, days);
  const moved = moveDays(any, mode, from, days);
  if (!moved) {
    const isStuck = openDayFrom(any, planned) === null || openDayUntil(any, planned) === null;
    return mode !== 'calendar-days' && (mode === 'open-days' || isStuck) ? [] : ['an answer'];
  }
  const distance = daysBetween(planned, moved.date);
  const promises = [
    ['skips closed days', moved.skipped.every(({ date }) => closedDay(any, date) !== null)],
    ['goes on in its direction', days < 0 ? distance <= 0 : distance >= 0],
    ['leaves calendar days alone', mode !== 'calendar-days' || distance === 0],
    ['is open', mode === 'calendar-days' || closedDay(any, moved.date) === null],
    ['is the nearest', mode !== 'next-open-day' || Math.abs(distance) === moved.skipped.length],
    [
      'counts open days',
      mode !== 'open-days' || days <= 0 || openDaysBetween(any, from, moved.date) === days,
    ],
  ] as const;
  return promises.flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}

describe('moveDays', () => {
  it('counts through closed days, over them, without them, or by weeks', () => {
    const moved = dueModes.map((mode) => moveDays(calendar, mode, '2026-11-18', 7)?.date);
    expect(moved).toEqual(['2026-11-25', '2026-11-27', '2026-11-29', '2026-12-02']);
  });

  it('says which closed days were in the way', () => {
    const skipped = dueModes.map((mode) =>
      moveDays(calendar, mode, '2026-11-18', 7)?.skipped.map(({ date }) => date.slice(8)),
    );
    expect(skipped).toEqual([[], ['25', '26'], ['23', '24', '25', '26'], ['25']]);
  });

  it('goes back for a negative count', () => {
    const moved = dueModes.map((mode) => moveDays(calendar, mode, '2026-12-01', -6)?.date);
    expect(moved).toEqual(['2026-11-25', '2026-11-22', '2026-11-20', '2026-11-18']);
  });

  it('keeps an open day with a count of 0, and never stays on a closed one', () => {
    const moved = (from: string) => dueModes.map((mode) => moveDays(calendar, mode, from, 0)?.date);
    expect(moved('2026-11-18')).toEqual(Array(4).fill('2026-11-18'));
    expect(moved('2026-11-25')).toEqual(['2026-11-25', '2026-11-27', '2026-11-27', '2026-12-02']);
  });

  it('does not look for the weekday that is always closed, nor for one closed all year', () => {
    expect(moveDays(calendar, 'same-weekday', '2026-11-09', 7)?.date).toBe('2026-11-17');
    const noWednesday = {
      ...noCalendar('A'),
      closures: Array.from({ length: 60 }, (_, week) => {
        const date = addDays('2026-11-18', 7 * week);
        return { from: date, to: date, name: 'nghỉ' };
      }),
    };
    expect(moveDays(noWednesday, 'same-weekday', '2026-11-11', 7)).toMatchObject({
      date: '2026-11-19',
      skipped: [{ date: '2026-11-18', name: 'nghỉ' }],
    });
  });

  it('has no answer where the library never opens, except for calendar days', () => {
    const never = { ...noCalendar('A'), weeklyClosed: [1, 2, 3, 4, 5, 6, 7] };
    expect(dueModes.map((mode) => moveDays(never, mode, start, 3)?.date)).toEqual([
      '2026-01-04',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps its promises on any calendar', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...dueModes), ([seed, offset, days], mode) => {
        const any = calendarByChance(seed, start);
        const from = addDays(start, offset);
        expect(brokenPromises(any, mode, from, days)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('moveInstant', () => {
  it('keeps the time on the wall, and the text where the day stays', () => {
    const from = '2026-11-18T11:53:20.250+07:00';
    expect(moveInstant(calendar, 'open-days', zone, from, 7)?.at).toBe('2026-11-29T11:53:00.000+07:00');
    expect(moveInstant(calendar, 'open-days', zone, from, 0)?.at).toBe(from);
  });

  it('takes the day where the library stands', () => {
    // 18:00 UTC on the 25th is the 26th in Vietnam: closed, so the 27th.
    const moved = moveInstant(calendar, 'next-open-day', zone, '2026-11-25T18:00:00Z', 0);
    expect(moved).toMatchObject({ at: '2026-11-27T01:00:00.000+07:00', skipped: [{ date: '2026-11-26' }] });
  });
});
