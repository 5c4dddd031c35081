import { describe, expect, it } from 'vitest';
import { moveDays, moveInstant } from '../calendar/arithmetic.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { closedDay, openDaysBetween } from '../calendar/calendar.ts';
import { isOpenAt } from '../calendar/hours.ts';
import { noCalendar } from '../calendar/no-calendar.ts';
import { dueDate } from '../circulation/due-date.ts';
import { isInstantDue } from '../circulation/due.ts';
import type { DueTerms } from '../policy/policies.ts';
import { dueModes } from '../policy/policies.ts';
import g1 from './g01-open-or-closed.json' with { type: 'json' };
import g2 from './g02-date-arithmetic.json' with { type: 'json' };
import g3 from './g03-plain-loan-and-renewal.json' with { type: 'json' };

const timeZone = 'Asia/Ho_Chi_Minh';
const calendar: Calendar = { ...noCalendar('K'), ...g1.calendar };

describe(`G1 open or closed (${g1.source})`, () => {
  it.each(g1.days)('$at', ({ at, closed }) => {
    expect(closedDay(calendar, at) !== null).toBe(closed);
  });

  it.each(g1.moments)('$at', ({ at, closed }) => {
    expect(isOpenAt(calendar, timeZone, at)).toBe(!closed);
  });
});

describe(`G2 date arithmetic (${g2.source})`, () => {
  const moves = [...g2.moves, ...g2.ours.moves].flatMap(({ from, days, to }) =>
    dueModes.flatMap((mode) => {
      const due = new Map(Object.entries(to)).get(mode);
      return due === undefined ? [] : [{ from, days, mode, due }];
    }),
  );

  it('asks of every mode', () => {
    expect(new Set(moves.map(({ mode }) => mode))).toEqual(new Set(Object.keys(g2.modes)));
    expect(moves).toHaveLength(16);
  });

  it.each(moves)('$from and $days days as $mode: $due', ({ from, days, mode, due }) => {
    const moved = isInstantDue(from)
      ? moveInstant(calendar, mode, timeZone, from, days)?.at
      : moveDays(calendar, mode, from, days)?.date;
    expect(moved).toBe(due);
  });

  it.each(g2.openDaysBetween)('$days open days from $from to $to, either way', ({ from, to, days }) => {
    expect(openDaysBetween(calendar, from, to)).toBe(days);
    expect(openDaysBetween(calendar, to, from)).toBe(days);
  });
});

describe(`G3 plain loan and renewal (${g3.source})`, () => {
  it.each(g3.cases)('$name', ({ loanDays, renewalLength, due }) => {
    const terms: DueTerms = {
      period: { unit: 'days', length: loanDays },
      dueMode: 'next-open-day',
      closingTime: 'ignore',
      hardDue: 'none',
      cardExpiry: 'cap',
    };
    const from = { today: g3.today, now: `${g3.today}T09:00:00.000+07:00`, timeZone };
    const length = typeof renewalLength === 'number' ? renewalLength : undefined;
    expect(dueDate(terms, noCalendar('K'), '2020-01-01', from, length)?.due).toBe(due);
  });
});
