import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar/calendar.ts';
import {
  dayOfDue,
  daysBetween,
  formatDate,
  formatDay,
  formatDue,
  formatTime,
  formatTimeShort,
  shiftDate,
  weekdayName,
} from './dates.ts';

const civilDates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('dates for people', () => {
  it('writes day, month, year', () => {
    expect(formatDate('2026-12-06')).toBe('06/12/2026');
    expect(formatDate('VV.004512')).toBe('VV.004512');
  });

  it('shows the library’s wall time whatever offset the instant was written with', () => {
    expect(formatTime('2026-11-22T14:02:11.500+07:00')).toBe('14:02:11');
    expect(formatTime('2026-11-22T07:02:11Z')).toBe('14:02:11');
    expect(formatTimeShort('2026-11-21T17:05:00Z')).toBe('00:05');
    expect(formatDay('2026-11-21T17:05:00Z')).toBe('22/11/2026');
    expect(formatTime('no time')).toBe('');
  });

  it('shows hour loans with their time, at the library’s wall time', () => {
    expect(formatDue('2026-12-06')).toBe('06/12/2026');
    expect(formatDue('2026-12-05T17:30:00Z')).toBe('00:30 06/12/2026');
    expect(dayOfDue('2026-12-05T17:30:00Z')).toBe('2026-12-06');
    expect(dayOfDue('2026-12-06')).toBe('2026-12-06');
  });

  it('names weekdays in both languages', () => {
    expect(weekdayName('2026-12-06', 'vi')).toBe('Chủ Nhật');
    expect(weekdayName('2026-12-07', 'en')).toBe('Monday');
  });

  it('counts days exactly as the domain’s calendar does', () => {
    fc.assert(
      fc.property(civilDates, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const moved = addDays(date, days);
        expect(shiftDate(date, days)).toBe(moved);
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });
});
