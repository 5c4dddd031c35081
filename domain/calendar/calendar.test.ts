import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarByChance } from '../testing/calendars.ts';
import type { Calendar } from './calendar.ts';
import {
  addDays,
  civilDateAt,
  closedDay,
  daysBetween,
  openDayFrom,
  openDayUntil,
  openDaysBetween,
} from './calendar.ts';
import { noCalendar } from './no-calendar.ts';

const calendar: Calendar = {
  ...noCalendar('A'),
  weeklyClosed: [6, 7],
  closures: [{ from: '2027-02-04', to: '2027-02-11', name: 'Tết Đinh Mùi' }],
};
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const offsets = fc.integer({ min: -40, max: 340 });
const start = '2026-01-01';

describe('closedDay', () => {
  it('knows weekly closing days and named closures, ends included', () => {
    expect(closedDay(calendar, '2026-11-21')).toStrictEqual({ date: '2026-11-21', name: 'weekly' });
    expect(closedDay(calendar, '2026-11-23')).toBeNull();
    expect(closedDay(calendar, '2027-02-04')?.name).toBe('Tết Đinh Mùi');
    expect(closedDay(calendar, '2027-02-11')?.name).toBe('Tết Đinh Mùi');
    expect(closedDay(calendar, '2027-02-12')).toBeNull();
  });

  it('lets an opening beat a closure, a closure beat a yearly day, and that the weekly one', () => {
    const date = '2027-09-05';
    const weekly = { ...noCalendar('A'), weeklyClosed: [7] };
    const yearly = { ...weekly, yearly: [{ month: 9, day: 5, name: 'Khai giảng' }] };
    const closed = { ...yearly, closures: [{ from: date, to: date, name: 'Mất điện' }] };
    const opened = { ...closed, openings: [{ date, name: 'Ngày hội sách', hours: [] }] };
    expect([weekly, yearly, closed, opened].map((of) => closedDay(of, date)?.name)).toEqual([
      'weekly',
      'Khai giảng',
      'Mất điện',
      undefined,
    ]);
  });

  it('closes on a yearly day every year, on 29 February in leap years', () => {
    const leap = { ...noCalendar('A'), yearly: [{ month: 2, day: 29, name: 'lễ' }] };
    expect(closedDay(leap, '2028-02-29')).not.toBeNull();
    expect(closedDay(leap, '2027-02-28')).toBeNull();
    expect(closedDay(leap, '2027-03-01')).toBeNull();
  });
});

describe('open days', () => {
  it('finds an open day that is never before, never closed, and the nearest', () => {
    fc.assert(
      fc.property(seeds, offsets, (seed, offset) => {
        const any = calendarByChance(seed, start);
        const from = addDays(start, offset);
        for (const [open, step] of [
          [openDayFrom(any, from), 1],
          [openDayUntil(any, from), -1],
        ] as const) {
          if (!open) continue;
          expect(closedDay(any, open.date)).toBeNull();
          for (const { date } of open.skipped) expect(closedDay(any, date)).not.toBeNull();
          expect(open.skipped[0]?.date ?? open.date).toBe(from);
          expect(addDays(from, step * open.skipped.length)).toBe(open.date);
        }
      }),
    );
  });

  it('says so when there is no open day at all, and looks no farther than a year', () => {
    const never = { ...calendar, weeklyClosed: [1, 2, 3, 4, 5, 6, 7] };
    expect(openDayFrom(never, '2026-11-22')).toBeNull();
    expect(openDayUntil(never, '2026-11-22')).toBeNull();
    const rebuilt = {
      ...noCalendar('A'),
      closures: [{ from: '2027-01-01', to: '2028-01-01', name: 'sửa chữa' }],
    };
    expect(openDayFrom(rebuilt, '2027-01-01')?.date).toBe('2028-01-02');
    expect(openDayFrom(rebuilt, '2026-12-31')?.date).toBe('2026-12-31');
    const longer = { ...rebuilt, closures: [{ from: '2027-01-01', to: '2028-01-02', name: 'sửa chữa' }] };
    expect(openDayFrom(longer, '2027-01-01')).toBeNull();
    expect(openDayUntil(longer, '2028-01-02')).toBeNull();
  });

  it('counts open days after one day up to another, in either order, as one by one', () => {
    fc.assert(
      fc.property(seeds, offsets, fc.integer({ min: 0, max: 200 }), (seed, offset, length) => {
        const any = calendarByChance(seed, start);
        const from = addDays(start, offset);
        const to = addDays(from, length);
        const open = Array.from({ length }, (_, index) => addDays(from, index + 1)).filter(
          (day) => closedDay(any, day) === null,
        );
        expect(openDaysBetween(any, from, to)).toBe(open.length);
        expect(openDaysBetween(any, to, from)).toBe(open.length);
      }),
    );
  });
});

describe('civil days', () => {
  it('moves and counts, over leap days and backwards', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2100-03-01', -1)).toBe('2100-02-28');
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2027-01-01', '2026-12-30')).toBe(-2);
  });

  it('reads the civil day where the library stands', () => {
    expect(civilDateAt('2026-11-22T16:59:59.999Z', 'Asia/Ho_Chi_Minh')).toBe('2026-11-22');
    expect(civilDateAt('2026-11-22T17:00:00.000Z', 'Asia/Ho_Chi_Minh')).toBe('2026-11-23');
  });
});
