import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import { addDays, civilDateAt, closedDay, openDayFrom } from './calendar.ts';

const calendar: Calendar = {
  id: 'c',
  library: 'A',
  weeklyClosed: [6, 7],
  closures: [{ from: '2027-02-04', to: '2027-02-11', name: 'Tết Đinh Mùi' }],
};

describe('calendar', () => {
  it('knows weekly closing days and named closures, ends included', () => {
    expect(closedDay(calendar, '2026-11-21')).toStrictEqual({ date: '2026-11-21', name: 'weekly' });
    expect(closedDay(calendar, '2026-11-23')).toBeNull();
    expect(closedDay(calendar, '2027-02-04')?.name).toBe('Tết Đinh Mùi');
    expect(closedDay(calendar, '2027-02-11')?.name).toBe('Tết Đinh Mùi');
    expect(closedDay(calendar, '2027-02-12')).toBeNull();
  });

  it('finds an open day that is never before, never closed, and the nearest', () => {
    const anyCalendar = fc.record({
      id: fc.constant('c'),
      library: fc.constant('A'),
      weeklyClosed: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
      closures: fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 12 }))
          .map(([start, length]) => ({
            from: addDays('2026-01-01', start),
            to: addDays('2026-01-01', start + length),
            name: 'nghỉ',
          })),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 0, max: 300 }), (any, offset) => {
        const from = addDays('2026-01-01', offset);
        const open = openDayFrom(any, from);
        if (!open) return;
        expect(open.date >= from).toBe(true);
        expect(closedDay(any, open.date)).toBeNull();
        for (const { date } of open.skipped) expect(closedDay(any, date)).not.toBeNull();
        expect(addDays(from, open.skipped.length)).toBe(open.date);
      }),
    );
  });

  it('says so when there is no open day at all', () => {
    expect(openDayFrom({ ...calendar, weeklyClosed: [1, 2, 3, 4, 5, 6, 7] }, '2026-11-22')).toBeNull();
  });

  it('reads the civil day where the library stands', () => {
    expect(civilDateAt('2026-11-22T16:59:59.999Z', 'Asia/Ho_Chi_Minh')).toBe('2026-11-22');
    expect(civilDateAt('2026-11-22T17:00:00.000Z', 'Asia/Ho_Chi_Minh')).toBe('2026-11-23');
  });
});
