import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarByChance } from '../testing/calendars.ts';
import type { Calendar } from './calendar.ts';
import { canBeDueAt, closingBefore, closingOn, isOpenAt, openHoursOn, openingAfter } from './hours.ts';
import { noCalendar } from './no-calendar.ts';

const zone = 'Asia/Ho_Chi_Minh';
/** Weekdays with a noon break, Saturday mornings, closed on Sundays; a Sunday book fair and an early closing. */
const calendar: Calendar = {
  ...noCalendar('A'),
  weeklyClosed: [7],
  hours: [
    ...[1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, opens: '13:30', closes: '17:00' },
      { weekday, opens: '07:30', closes: '11:30' },
    ]),
    { weekday: 6, opens: '08:00', closes: '11:00' },
  ],
  openings: [
    { date: '2026-11-22', name: 'Ngày hội sách', hours: [{ opens: '09:00', closes: '20:00' }] },
    { date: '2026-11-24', name: 'Họp', hours: [{ opens: '07:30', closes: '10:00' }] },
    { date: '2026-11-29', name: 'Mở bù', hours: [] },
  ],
};
const at = (day: number, time: string): string => `2026-11-${day}T${time}:00.000+07:00`;

describe('openHoursOn', () => {
  it('gives the hours of the weekday in order, none on a closed day', () => {
    expect(openHoursOn(calendar, '2026-11-23')).toEqual([
      { opens: '07:30', closes: '11:30' },
      { opens: '13:30', closes: '17:00' },
    ]);
    expect(openHoursOn(calendar, '2026-12-06')).toEqual([]);
  });

  it('gives an opening its own hours, else those of the weekday, else all day', () => {
    expect(openHoursOn(calendar, '2026-11-22')).toEqual([{ opens: '09:00', closes: '20:00' }]);
    expect(openHoursOn(calendar, '2026-11-24')).toEqual([{ opens: '07:30', closes: '10:00' }]);
    expect(openHoursOn(calendar, '2026-11-29')).toEqual([{ opens: '00:00', closes: '23:59' }]);
    expect(openHoursOn(noCalendar('B'), '2026-11-23')).toEqual([{ opens: '00:00', closes: '23:59' }]);
  });
});

describe('isOpenAt', () => {
  it('opens on the minute and is closed from closing on', () => {
    const open = (time: string) => isOpenAt(calendar, zone, at(23, time));
    expect(['07:29', '07:30', '11:29', '11:30', '13:29', '13:30', '17:00'].map(open)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(isOpenAt(calendar, zone, '2026-11-23T00:30:00Z')).toBe(true);
    expect(isOpenAt(calendar, zone, '2026-11-23T11:29:59.999+07:00')).toBe(true);
  });

  it('is open to the last moment of a day without hours, and lets things be due at closing', () => {
    expect(isOpenAt(noCalendar('B'), zone, '2026-11-23T23:59:59.999+07:00')).toBe(true);
    expect(canBeDueAt(calendar, zone, at(23, '17:00'))).toBe(true);
    expect(canBeDueAt(calendar, zone, at(23, '17:01'))).toBe(false);
  });
});

describe('openingAfter and closingBefore', () => {
  it.each([
    ['open already', at(23, '08:00'), at(23, '08:00')],
    ['at noon', at(23, '12:00'), at(23, '13:30')],
    ['at closing', at(23, '17:00'), at(24, '07:30')],
    ['seconds before opening', '2026-11-23T07:29:30.000+07:00', at(23, '07:30')],
    ['over the closed Sunday', '2026-12-05T11:00:00.000+07:00', '2026-12-07T07:30:00.000+07:00'],
    ['written in another zone', '2026-11-23T10:00:00Z', at(24, '07:30')],
  ])('opens after: %s', (_, from, opening) => {
    expect(openingAfter(calendar, zone, from)).toBe(opening);
  });

  it.each([
    ['in the evening', at(23, '21:00'), at(23, '17:00')],
    ['at closing itself', at(23, '17:00'), at(23, '17:00')],
    ['while open', at(23, '14:00'), at(23, '11:30')],
    ['before opening', at(23, '07:00'), at(22, '20:00')],
    ['after an early closing', at(24, '15:00'), at(24, '10:00')],
  ])('closed before: %s', (_, until, closing) => {
    expect(closingBefore(calendar, zone, until)).toBe(closing);
  });

  it('says so when the library never opens', () => {
    const never = { ...calendar, weeklyClosed: [1, 2, 3, 4, 5, 6, 7], openings: [] };
    expect(openingAfter(never, zone, at(23, '08:00'))).toBeNull();
    expect(closingBefore(never, zone, at(23, '08:00'))).toBeNull();
    expect(closingOn(never, '2026-11-23')).toBe('23:59');
  });

  it('brackets every moment: never on the wrong side, open at the one, just closed at the other', () => {
    const seeds = fc.integer({ min: 0, max: 1_000_000 });
    const minutes = fc.integer({ min: 0, max: 200 * 24 * 60 });
    fc.assert(
      fc.property(seeds, minutes, (seed, minute) => {
        const any = calendarByChance(seed, '2026-01-01');
        const moment = Date.UTC(2026, 0, 1) + minute * 60_000;
        const instant = new Date(moment).toISOString();
        const opening = openingAfter(any, zone, instant) ?? '2999-01-01T00:00:00Z';
        const closing = closingBefore(any, zone, instant) ?? '1999-01-01T00:00:00Z';
        expect(Date.parse(opening)).toBeGreaterThanOrEqual(moment);
        expect(Date.parse(closing)).toBeLessThanOrEqual(moment);
        expect(opening.startsWith('2999') || isOpenAt(any, zone, opening)).toBe(true);
        expect(closing.startsWith('1999') || canBeDueAt(any, zone, closing)).toBe(true);
        expect(opening === instant).toBe(isOpenAt(any, zone, instant));
      }),
    );
  });
});
