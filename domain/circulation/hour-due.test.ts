import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { noCalendar } from '../calendar/no-calendar.ts';
import type { DueTerms } from '../policy/policies.ts';
import { dueDate } from './due-date.ts';

const terms: DueTerms = {
  period: { unit: 'hours', length: 4 },
  dueMode: 'next-open-day',
  closingTime: 'ignore',
  hardDue: 'none',
  cardExpiry: 'cap',
};
/** Open 7:30–11:30 and 13:30–17:00, closed on Sundays. 21 November 2026 is a Saturday. */
const calendar: Calendar = {
  ...noCalendar('A'),
  weeklyClosed: [7],
  hours: [1, 2, 3, 4, 5, 6].flatMap((weekday) => [
    { weekday, opens: '07:30', closes: '11:30' },
    { weekday, opens: '13:30', closes: '17:00' },
  ]),
};
const at = (day: number, time: string): string => `2026-11-${day}T${time}:00.000+07:00`;

function lend(
  now: string,
  change: Partial<DueTerms> = {},
  {
    expires = '2030-01-01',
    of = calendar,
    length,
  }: { expires?: string; of?: Calendar; length?: number } = {},
) {
  const from = { today: now.slice(0, 10), now, timeZone: 'Asia/Ho_Chi_Minh' };
  return dueDate({ ...terms, ...change }, of, expires, from, length);
}
const shorten = { closingTime: 'shorten' } as const;
const extend = { closingTime: 'extend' } as const;

describe('due moment of an hour loan', () => {
  it('is the hours later, rounded up to the minute the slip shows', () => {
    expect(lend('2026-11-20T08:00:00.001+07:00')).toStrictEqual({
      unit: 'hours',
      mode: 'next-open-day',
      from: '2026-11-20T08:00:00.001+07:00',
      days: 0,
      hours: 4,
      planned: at(20, '12:01'),
      hardDue: null,
      skipped: [],
      closing: null,
      cappedBy: null,
      movedBack: [],
      lunarDaysUnknown: false,
      due: at(20, '12:01'),
    });
    expect(lend('2026-11-20T01:00:00Z')?.due).toBe(at(20, '12:00'));
    expect(lend(at(20, '08:00'), {}, { length: 0 })?.due).toBe(at(20, '08:00'));
  });

  it('is left alone in the hours around the opening when closing time is ignored', () => {
    expect(lend(at(20, '16:00'))?.due).toBe(at(20, '20:00'));
  });

  it('keeps its time on the next open day when the day is closed and the mode cares', () => {
    const length = 24;
    expect(lend(at(21, '09:00'), {}, { length })).toMatchObject({
      due: at(23, '09:00'),
      skipped: [{ date: '2026-11-22', name: 'weekly' }],
    });
    expect(lend(at(21, '09:00'), { dueMode: 'calendar-days' }, { length })?.due).toBe(at(22, '09:00'));
  });

  it('is shortened to the closing before it', () => {
    expect(lend(at(20, '09:00'), shorten)).toMatchObject({ due: at(20, '11:30'), closing: 'shortened' });
    expect(lend(at(20, '13:00'), shorten)).toMatchObject({ due: at(20, '17:00'), closing: null });
    expect(lend(at(21, '10:00'), shorten, { length: 24 })).toMatchObject({
      due: at(21, '17:00'),
      movedBack: [{ date: '2026-11-22' }],
    });
  });

  it('is extended instead when there is no closing left to shorten it to', () => {
    expect(lend(at(21, '17:00'), shorten)).toMatchObject({
      due: at(23, '07:30'),
      closing: 'extended',
    });
  });

  it('is extended to the next opening', () => {
    expect(lend(at(20, '09:00'), extend)).toMatchObject({ due: at(20, '13:30'), closing: 'extended' });
    expect(lend(at(21, '16:00'), extend)).toMatchObject({
      due: at(23, '07:30'),
      skipped: [{ date: '2026-11-22' }],
    });
    expect(lend(at(21, '16:00'), { ...extend, dueMode: 'calendar-days' })?.due).toBe(at(23, '07:30'));
  });

  it('never comes when the library never opens, unless closed days do not matter', () => {
    const of = { ...calendar, weeklyClosed: [1, 2, 3, 4, 5, 6, 7] };
    expect(lend(at(20, '09:00'), {}, { of })).toBeNull();
    expect(lend(at(20, '09:00'), shorten, { of })).toBeNull();
    expect(lend(at(20, '09:00'), { dueMode: 'calendar-days' }, { of })?.due).toBe(at(20, '13:00'));
  });
});

describe('limits of an hour loan', () => {
  it('end it with the last day of the card, at closing time unless that is ignored', () => {
    const expires = '2026-11-20';
    const length = 72;
    expect(lend(at(20, '09:00'), {}, { expires, length })).toMatchObject({
      due: at(20, '23:59'),
      cappedBy: expires,
    });
    expect(lend(at(20, '09:00'), extend, { expires, length })?.due).toBe(at(20, '17:00'));
    // Extending alone would lead past the card.
    expect(lend(at(20, '15:00'), extend, { expires })).toMatchObject({
      due: at(20, '17:00'),
      closing: null,
      cappedBy: expires,
    });
  });

  it('end it on the open day before a closed one', () => {
    const options = { expires: '2026-11-22', length: 72 };
    expect(lend(at(20, '09:00'), {}, options)).toMatchObject({
      due: at(21, '23:59'),
      movedBack: [{ date: '2026-11-22' }],
    });
    expect(lend(at(20, '09:00'), { dueMode: 'calendar-days' }, options)?.due).toBe(at(22, '23:59'));
  });

  it('never put it before now', () => {
    expect(lend(at(20, '18:30'), extend, { expires: '2026-11-20' })?.due).toBe(at(20, '18:30'));
    expect(lend(at(20, '18:30'), {}, { expires: '2026-11-01' })?.due).toBe(at(20, '22:30'));
  });

  it.each([
    ['not-after', '2026-11-20', {}, at(20, '23:59')],
    ['not-after', '2026-11-20', extend, at(20, '17:00')],
    ['not-after', '2026-11-24', extend, at(23, '09:00')],
    ['exactly', '2026-11-24', extend, at(24, '17:00')],
    ['exactly', '2026-11-22', extend, at(23, '07:30')],
    ['not-before', '2026-11-24', shorten, at(24, '17:00')],
    ['not-before', '2026-11-20', extend, at(23, '09:00')],
    ['exactly', '2026-11-19', extend, at(23, '09:00')],
  ] as const)('hold a fixed date: %s %s', (how, date, change, due) => {
    const hardDue = { how, date };
    const lent = lend(at(20, '09:00'), { ...change, hardDue }, { length: 72 });
    expect(lent?.due).toBe(due);
    expect(lent?.hardDue).toEqual(due === at(23, '09:00') ? null : hardDue);
  });

  it('take a fixed day that has closed already for a closed day', () => {
    const hardDue = { how: 'exactly', date: '2026-11-20' } as const;
    expect(lend(at(20, '17:30'), { ...extend, hardDue })?.due).toBe(at(21, '07:30'));
  });
});
