import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, isCivilDate, weekdayOfDay } from './day-number.ts';

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });

describe('day numbers', () => {
  it('counts from the first day of 1970, leap days by the Gregorian rule', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
    expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1);
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
  });

  it('agrees with Temporal on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
        expect(dateOfDay(day)).toBe(date.toString());
        expect(dayNumber(date.toString())).toBe(day);
        expect(weekdayOfDay(day)).toBe(date.dayOfWeek);
      }),
    );
  });

  it.each(['2026-02-29', '2026-02-30', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-04-00'])(
    'knows that %s does not exist',
    (date) => {
      expect(isCivilDate(date)).toBe(false);
      expect(() => dayNumber(date)).toThrow(RangeError);
    },
  );

  it.each(['', '2026-4-1', '2026/04/01', '2026-04-01T00:00', 'VV.0045-12', '+002026-04'])(
    'does not take %j for a day',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
    },
  );

  it('does not write a day that four figures cannot name', () => {
    expect(() => dateOfDay(dayNumber('9999-12-31') + 1)).toThrow(RangeError);
  });
});
