import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, closedDay, openDayFrom } from '../calendar/calendar.ts';
import { canBeDueAt } from '../calendar/hours.ts';
import type { DueTerms, HardDue } from '../policy/policies.ts';
import { dueModes } from '../policy/policies.ts';
import { calendarByChance } from '../testing/calendars.ts';
import { compareDue, dueDay } from './due.ts';
import { dueDate } from './due-date.ts';

const zone = 'Asia/Ho_Chi_Minh';
/** Days around which loans are made: leap days, the turn of 2100 (no leap year), years within and without the table. */
const anchors = ['2026-11-25', '2027-01-30', '2028-02-27', '2050-12-30', '2100-02-26', '2099-12-30'];

interface Case {
  readonly calendar: Calendar;
  readonly terms: DueTerms;
  readonly today: string;
  readonly now: string;
  readonly expires: string;
}

const cases = (unit: 'days' | 'hours'): fc.Arbitrary<Case> =>
  fc
    .record({
      anchor: fc.constantFrom(...anchors),
      seed: fc.integer({ min: 0, max: 10_000_000 }),
      offset: fc.integer({ min: 0, max: 40 }),
      second: fc.integer({ min: 0, max: 86_399 }),
      length: fc.integer({ min: 0, max: unit === 'days' ? 60 : 100 }),
      dueMode: fc.constantFrom(...dueModes),
      closingTime: fc.constantFrom('ignore', 'shorten', 'extend'),
      how: fc.constantFrom('none', 'none', 'not-after', 'exactly', 'not-before'),
      hardIn: fc.integer({ min: -5, max: 70 }),
      cardExpiry: fc.constantFrom('cap', 'ignore'),
      expiresIn: fc.integer({ min: -3, max: 60 }),
    })
    .map((drawn) => {
      const { anchor, seed, length, dueMode, closingTime, how, cardExpiry } = drawn;
      const today = addDays(anchor, drawn.offset);
      const clock = new Date(drawn.second * 1000).toISOString().slice(11, 23);
      const hardDue: HardDue = how === 'none' ? 'none' : { how, date: addDays(today, drawn.hardIn) };
      return {
        calendar: calendarByChance(seed, anchor),
        terms: { period: { unit, length }, dueMode, closingTime, hardDue, cardExpiry },
        today,
        now: `${today}T${clock}+07:00`,
        expires: addDays(today, drawn.expiresIn),
      };
    });

const lend = ({ terms, calendar, expires, today, now }: Case) =>
  dueDate(terms, calendar, expires, { today, now, timeZone: zone });

/** Day after which nothing may be due, worked out anew; null when there is none. */
function limitOf({ terms: { hardDue, cardExpiry }, today, expires }: Case): string | null {
  const hard =
    hardDue !== 'none' && hardDue.how === 'not-after' && hardDue.date >= today ? [hardDue.date] : [];
  return [...hard, ...(cardExpiry === 'cap' ? [expires] : [])].sort()[0] ?? null;
}

function hasOpenDay(calendar: Calendar, from: string, to: string): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) if (!closedDay(calendar, day)) return true;
  return false;
}

function closesForAYear({ calendar, today }: Case): boolean {
  const days = Array.from({ length: 700 }, (_, index) => addDays(today, index));
  return days.some((day) => openDayFrom(calendar, day) === null);
}

/** What a due date promises and does not keep; empty when all is well. */
function brokenPromises(drawn: Case): readonly string[] {
  const { calendar, terms, today, now } = drawn;
  const mayBeClosed = terms.dueMode === 'calendar-days';
  const isHours = terms.period !== 'none' && terms.period.unit === 'hours';
  const lent = lend(drawn);
  // Nothing but a calendar that stays closed for a year keeps a loan from having a due date.
  if (!lent)
    return closesForAYear(drawn) && !(mayBeClosed && (!isHours || terms.closingTime === 'ignore'))
      ? []
      : ['a due date'];
  const limit = limitOf(drawn);
  const day = dueDay(lent.due, zone);
  // Without an open day up to its limit a loan is due today, open or closed.
  const isStuck = limit !== null && !hasOpenDay(calendar, today, limit);
  // Rounded up to the minute, or due at once because the limit's closing time has passed.
  const isAtOnce = limit !== null && isHours && Date.parse(lent.due) - Date.parse(now) < 60_000;
  const promises = [
    ['is not in the past', day >= today],
    ['is not before now', !isHours || compareDue(lent.due, now) >= 0],
    ['keeps to its limit', limit === null || isAtOnce || day <= (limit < today ? today : limit)],
    ['is open', mayBeClosed || isStuck || isAtOnce || closedDay(calendar, day) === null],
    ['is today when it cannot be open', mayBeClosed || !isStuck || isAtOnce || day === today],
    [
      'is at an hour the library keeps',
      !isHours ||
        terms.closingTime === 'ignore' ||
        isStuck ||
        isAtOnce ||
        canBeDueAt(calendar, zone, lent.due),
    ],
    ['is of its kind', (isHours ? /T\d\d:\d\d:00\.000\+07:00$/u : /^.{10}$/u).test(lent.due)],
  ] as const;
  return promises.flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}

describe('any due date', () => {
  it.each(['days', 'hours'] as const)('of a loan for %s keeps its promises', (unit) => {
    fc.assert(
      fc.property(cases(unit), (drawn) => {
        expect(brokenPromises(drawn)).toEqual([]);
        expect(lend(drawn)).toEqual(lend(drawn));
      }),
      { numRuns: 2000 },
    );
  });
});
