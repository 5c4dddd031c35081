import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { noCalendar } from '../calendar/no-calendar.ts';
import type { DueTerms } from '../policy/policies.ts';
import { dueModes } from '../policy/policies.ts';
import { dueDate } from './due-date.ts';

const terms: DueTerms = {
  period: { unit: 'days', length: 14 },
  dueMode: 'next-open-day',
  closingTime: 'ignore',
  hardDue: 'none',
  cardExpiry: 'cap',
};
/** Closed on Mondays, and from Saturday 6 to Thursday 11 February 2027. */
const calendar: Calendar = {
  ...noCalendar('A'),
  weeklyClosed: [1],
  closures: [{ from: '2027-02-06', to: '2027-02-11', name: 'Tết Nguyên đán' }],
};
const never: Calendar = { ...noCalendar('A'), weeklyClosed: [1, 2, 3, 4, 5, 6, 7] };
const farAway = '2030-01-01';

function lend(
  on: string,
  change: Partial<DueTerms> = {},
  { expires = farAway, at = calendar, length }: { expires?: string; at?: Calendar; length?: number } = {},
) {
  const from = { today: on, now: `${on}T09:00:00.000+07:00`, timeZone: 'Asia/Ho_Chi_Minh' };
  return dueDate({ ...terms, ...change }, at, expires, from, length);
}
const days = (closed: readonly { readonly date: string }[] | undefined) =>
  closed?.map(({ date }) => date.slice(5));

describe('due date of a day loan', () => {
  it('is the period later, with nothing else to tell', () => {
    expect(lend('2026-11-21')).toStrictEqual({
      unit: 'days',
      mode: 'next-open-day',
      from: '2026-11-21',
      days: 14,
      hours: 0,
      planned: '2026-12-05',
      skipped: [],
      closing: null,
      hardDue: null,
      cappedBy: null,
      movedBack: [],
      lunarDaysUnknown: false,
      due: '2026-12-05',
    });
  });

  it('makes way for closed days as the mode says', () => {
    const dues = dueModes.map((dueMode) => lend('2027-01-23', { dueMode })?.due);
    expect(dues).toEqual(['2027-02-06', '2027-02-12', '2027-02-14', '2027-02-13']);
    const pushed = lend('2027-01-23');
    expect(pushed?.planned).toBe('2027-02-06');
    expect(days(pushed?.skipped)).toEqual(['02-06', '02-07', '02-08', '02-09', '02-10', '02-11']);
  });

  it('takes another length for renewals; 0 is the day itself, or the next open one', () => {
    expect(lend('2026-11-21', {}, { length: 5 })).toMatchObject({ days: 5, due: '2026-11-26' });
    expect(lend('2026-11-21', {}, { length: 0 })?.due).toBe('2026-11-21');
    expect(lend('2026-11-23', {}, { length: 0 })?.due).toBe('2026-11-24');
  });

  it('is never when nothing is lent, nor without an open day where one is asked for', () => {
    expect(lend('2026-11-21', { period: 'none' })).toBeNull();
    expect(dueModes.map((dueMode) => lend('2026-11-21', { dueMode }, { at: never })?.due)).toEqual([
      '2026-12-05',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says when Tết of the due year is not known', () => {
    const moon = { ...noCalendar('A'), tet: { before: 1, after: 3 } };
    const known = (on: string, at: Calendar) => lend(on, {}, { at, expires: '2060-01-01' })?.lunarDaysUnknown;
    expect([known('2050-12-01', moon), known('2050-12-20', moon), known('2050-12-20', calendar)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('a fixed date', () => {
  const hard = (how: 'not-after' | 'exactly' | 'not-before', date: string) =>
    ({ hardDue: { how, date } }) as const;

  it.each([
    ['not-after', '2026-12-02', '2026-12-02'],
    ['not-after', '2026-12-09', '2026-12-05'],
    ['exactly', '2026-12-02', '2026-12-02'],
    ['exactly', '2026-12-09', '2026-12-09'],
    ['not-before', '2026-12-02', '2026-12-05'],
    ['not-before', '2026-12-09', '2026-12-09'],
  ] as const)('%s %s makes it %s', (how, date, due) => {
    const lent = lend('2026-11-21', hard(how, date));
    expect(lent?.due).toBe(due);
    expect(lent?.planned).toBe('2026-12-05');
    expect(lent?.hardDue).toEqual(due === '2026-12-05' ? null : { how, date });
  });

  it('that is a closed day is moved as the mode says, but never past `not-after`', () => {
    // 7 December 2026 is a Monday.
    expect(lend('2026-11-28', hard('exactly', '2026-12-07'))?.due).toBe('2026-12-08');
    expect(lend('2026-11-10', hard('not-before', '2026-12-07'))?.due).toBe('2026-12-08');
    expect(lend('2026-11-28', hard('not-after', '2026-12-07'))).toMatchObject({
      due: '2026-12-06',
      skipped: [],
      movedBack: [{ date: '2026-12-07', name: 'weekly' }],
    });
    // Planned for the Monday, pushed to Tuesday, which is too late.
    expect(lend('2026-11-23', hard('not-after', '2026-12-07'))).toMatchObject({
      due: '2026-12-06',
      skipped: [{ date: '2026-12-07' }],
      hardDue: { how: 'not-after' },
    });
    expect(lend('2026-11-28', { ...hard('not-after', '2026-12-07'), dueMode: 'calendar-days' })?.due).toBe(
      '2026-12-07',
    );
  });

  it('that has passed is not looked at; today is still in force', () => {
    expect(lend('2026-11-21', hard('exactly', '2026-11-20'))).toMatchObject({
      due: '2026-12-05',
      hardDue: null,
    });
    expect(lend('2026-11-21', hard('not-after', '2026-11-21'))?.due).toBe('2026-11-21');
  });

  it('saves a loan from a library that closes for good', () => {
    const closing = { ...noCalendar('A'), closures: [{ from: '2027-01-01', to: '2030-01-01', name: 'x' }] };
    const last = hard('not-after', '2026-12-31');
    for (const dueMode of dueModes)
      expect(lend('2026-12-20', { ...last, dueMode }, { at: closing })?.due).toBe('2026-12-31');
    expect(lend('2026-12-20', {}, { at: closing })).toBeNull();
  });
});

describe("the card's last day", () => {
  it('ends the loan when the policy caps', () => {
    const expires = '2026-12-03';
    expect(lend('2026-11-21', {}, { expires })).toMatchObject({ due: expires, cappedBy: expires });
    expect(lend('2026-11-21', { cardExpiry: 'ignore' }, { expires })).toMatchObject({
      due: '2026-12-05',
      cappedBy: null,
    });
    expect(lend('2026-11-21', {}, { expires: '2026-12-05' })?.cappedBy).toBeNull();
  });

  it('that is a closed day makes it the open day before', () => {
    const expires = '2027-02-08';
    expect(lend('2027-01-28', {}, { expires })).toMatchObject({
      due: '2027-02-05',
      cappedBy: expires,
      movedBack: [{ date: '2027-02-08' }, { date: '2027-02-07' }, { date: '2027-02-06' }],
    });
    expect(lend('2027-01-28', { dueMode: 'calendar-days' }, { expires })?.due).toBe(expires);
  });

  it('also holds where closed days alone would lead past it', () => {
    expect(lend('2027-01-23', {}, { expires: '2027-02-10' })).toMatchObject({
      due: '2027-02-05',
      cappedBy: '2027-02-10',
    });
  });

  it('never makes it a day before today, even when today is closed or the card has expired', () => {
    expect(lend('2026-11-21', {}, { expires: '2026-11-21' })?.due).toBe('2026-11-21');
    expect(lend('2026-11-21', {}, { expires: '2026-11-01' })).toMatchObject({
      due: '2026-11-21',
      cappedBy: '2026-11-01',
    });
    expect(lend('2027-02-07', {}, { expires: '2027-02-07' })?.due).toBe('2027-02-07');
    expect(lend('2027-02-07', {}, { expires: '2027-02-09' })).toMatchObject({
      due: '2027-02-07',
      movedBack: [{ date: '2027-02-09' }, { date: '2027-02-08' }],
    });
  });

  it('does not hide that the library never opens', () => {
    expect(lend('2026-11-21', {}, { expires: '2026-11-25', at: never })).toBeNull();
    expect(lend('2026-11-21', {}, { expires: '2026-11-25', at: calendar })?.due).toBe('2026-11-25');
  });

  it('beats a fixed date', () => {
    const expires = '2026-12-01';
    const exactly = { hardDue: { how: 'exactly', date: '2026-12-10' } } as const;
    expect(lend('2026-11-21', exactly, { expires })).toMatchObject({
      due: expires,
      cappedBy: expires,
      hardDue: exactly.hardDue,
    });
    const notAfter = { hardDue: { how: 'not-after', date: '2026-12-02' } } as const;
    expect(lend('2026-11-21', notAfter, { expires })).toMatchObject({ cappedBy: expires, hardDue: null });
  });
});
