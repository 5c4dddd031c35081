import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { noCalendar } from '../calendar/no-calendar.ts';
import type { LossPolicy, OverdueCharge, OverduePolicy } from '../policy/policies.ts';
import type { OverdueResult, OverdueTimeline } from './overdue-charge.ts';
import { overdueCharge } from './overdue-charge.ts';

const perDay: OverdueCharge = { kind: 'per-period', amount: 1, every: 1, unit: 'days', at: 'end' };
const weekly = (at: 'start' | 'end'): OverdueCharge => ({ ...perDay, every: 7, at });
const perHour = (at: 'start' | 'end'): OverdueCharge => ({ ...perDay, unit: 'hours', at });

const policyOf = (changes: Partial<OverduePolicy> = {}): OverduePolicy => ({
  id: 'qua-han',
  name: 'Quá hạn',
  charge: perDay,
  graceDays: 0,
  chargeFrom: 'due-date',
  closedDays: 'count',
  cap: 'none',
  capToPrice: 'no',
  recallAmount: 'same',
  ...changes,
});
const lossOf = (defaultPrice = 0): LossPolicy => ({
  id: 'mat',
  name: 'Mất',
  compensation: 'none',
  defaultPrice,
  processing: 0,
  overdueWhenLost: 'keep',
  whenFound: 'refund',
  refundWithin: 'unlimited',
  overdueWhenFound: 'keep',
  takeBackLost: 'allow',
  lostAfter: 'none',
});
/** Closed on Saturdays and Sundays. 1 January 2000 was a Saturday. */
const calendar: Calendar = { ...noCalendar('A'), weeklyClosed: [6, 7] };

const timelineOf = (changes: Partial<OverdueTimeline> = {}): OverdueTimeline => ({
  due: '2000-01-01',
  endedAt: '2000-01-30T10:00:00.000+07:00',
  price: 0,
  recalled: false,
  timeZone: 'Asia/Ho_Chi_Minh',
  ...changes,
});
const at = (day: string): Partial<OverdueTimeline> => ({ endedAt: `${day}T10:00:00.000+07:00` });
const charge = (
  timeline: Partial<OverdueTimeline>,
  policy: Partial<OverduePolicy> = {},
  defaultPrice = 0,
): OverdueResult => overdueCharge(timelineOf(timeline), policyOf(policy), lossOf(defaultPrice), calendar);

/** Koha t/db_dependent/Circulation/CalcFine.t and t/db_dependent/Fines.t, restated in reference/ils.md §6. */
describe('G6: daily fine and caps', () => {
  it.each<[amount: number, price: number, policy: Partial<OverduePolicy>, defaultPrice: number]>([
    [29, 0, {}, 0],
    [5, 5, { capToPrice: 'yes' }, 0],
    [6, 0, { capToPrice: 'yes' }, 6],
    [3, 0, { cap: 3 }, 0],
    [5, 5, { cap: 6, capToPrice: 'yes' }, 0],
  ])('due 1 January, returned 30 January: %d', (amount, price, policy, defaultPrice) => {
    expect(charge({ price }, policy, defaultPrice)).toMatchObject({ amount, late: 29, periods: 29 });
  });

  it.each([
    ['2000-01-05', 'end', 0],
    ['2000-01-05', 'start', 1],
    ['2000-01-10', 'end', 1],
    ['2000-01-10', 'start', 2],
  ] as const)('weekly, returned %s, charged at the %s: %d', (day, when, amount) => {
    expect(charge(at(day), { charge: weekly(when) })).toMatchObject({ amount, periods: amount });
  });

  it('says which cap held', () => {
    expect(charge({}).cappedBy).toBe('none');
    expect(charge({}, { cap: 29 }).cappedBy).toBe('none');
    expect(charge({}, { cap: 28 }).cappedBy).toBe('cap');
    expect(charge({ price: 5 }, { cap: 6, capToPrice: 'yes' }).cappedBy).toBe('price');
    // Nobody knows a price to cap to.
    expect(charge({}, { capToPrice: 'yes' })).toMatchObject({ amount: 29, cappedBy: 'none' });
  });
});

describe('G7: recall rate', () => {
  it('25 while the recall stands, 5 once it has ended', () => {
    const policy = { recallAmount: 5 };
    expect(charge({ ...at('2000-01-06'), recalled: true }, policy).amount).toBe(25);
    expect(charge(at('2000-01-06'), policy).amount).toBe(5);
    expect(charge({ ...at('2000-01-06'), recalled: true }).amount).toBe(5);
  });
});

describe('days', () => {
  it('10 000 đ per overdue copy, however late', () => {
    const flat: OverdueCharge = { kind: 'flat', amount: 10_000 };
    expect(charge(at('2000-01-02'), { charge: flat })).toMatchObject({ amount: 10_000, periods: 1 });
    expect(charge(at('2009-01-02'), { charge: flat }).amount).toBe(10_000);
    expect(charge(at('2000-01-01'), { charge: flat }).amount).toBe(0);
  });

  it('the due date lasts until midnight at the library', () => {
    expect(charge({ endedAt: '2000-01-01T23:59:59.999+07:00' })).toMatchObject({ amount: 0, late: 0 });
    expect(charge({ endedAt: '2000-01-01T17:00:00.000Z' })).toMatchObject({ amount: 1, late: 1 });
    expect(charge({ endedAt: '2000-01-01T17:00:00.000Z', timeZone: 'UTC' }).late).toBe(0);
  });

  it('leaves closed days out only where the policy says so', () => {
    expect(charge(at('2000-01-10'), { closedDays: 'skip' })).toMatchObject({ late: 6, amount: 6 });
    expect(charge(at('2000-01-02'), { closedDays: 'skip' })).toMatchObject({ late: 0, amount: 0 });
    expect(charge(at('2000-01-10')).late).toBe(9);
  });

  it('grace: nothing within it, afterwards all days or those after it', () => {
    const grace = { graceDays: 3 };
    expect(charge(at('2000-01-04'), grace)).toMatchObject({ amount: 0, late: 3, graceUsed: 3 });
    expect(charge(at('2000-01-05'), grace)).toMatchObject({ amount: 4, late: 4, graceUsed: 0 });
    const fromGraceEnd = { ...grace, chargeFrom: 'grace-end' } as const;
    expect(charge(at('2000-01-05'), fromGraceEnd)).toMatchObject({ amount: 1, late: 4, graceUsed: 3 });
    expect(charge(at('2000-01-06'), { ...grace, closedDays: 'skip' }).amount).toBe(4);
  });

  it('stops at a claim that the copy was returned', () => {
    const claimedReturnedAt = '2000-01-04T09:00:00.000+07:00';
    expect(charge({ claimedReturnedAt })).toMatchObject({ amount: 3, late: 3 });
    expect(charge({ ...at('2000-01-02'), claimedReturnedAt }).amount).toBe(1);
    expect(charge({ claimedReturnedAt: null }).amount).toBe(29);
  });

  it('says how late a loan is that costs nothing', () => {
    expect(charge({}, { charge: 'none' })).toMatchObject({ amount: 0, late: 29, unit: 'days' });
  });

  it('offline return scanned at 09:00 and sent at 15:00 is charged as of 09:00', () => {
    const due = '2000-01-29T08:30:00.000+07:00';
    const scanned = { due, endedAt: '2000-01-29T09:00:00.000+07:00' };
    expect(charge(scanned, { charge: perHour('start') })).toMatchObject({ amount: 1, unit: 'hours' });
  });
});

describe('hours', () => {
  const due = '2000-01-03T09:00:00.000+07:00';
  const end = (time: string): Partial<OverdueTimeline> => ({ due, endedAt: `2000-01-${time}:00.000+07:00` });

  it('begun hours at the start, full hours at the end', () => {
    expect(charge(end('03T09:00'), { charge: perHour('start') }).amount).toBe(0);
    expect(charge(end('03T09:20'), { charge: perHour('start') })).toMatchObject({ amount: 1, late: 1 });
    expect(charge(end('03T09:20'), { charge: perHour('end') })).toMatchObject({ amount: 0, late: 1 });
    expect(charge(end('03T11:00'), { charge: perHour('start') }).amount).toBe(2);
    expect(charge(end('03T11:00'), { charge: perHour('end') }).amount).toBe(2);
  });

  it('leave closed days out, and the grace is so many times 24 of them', () => {
    const skip = { charge: perHour('end'), closedDays: 'skip' } as const;
    // Friday 7 January 22:00 to Monday 10 January 01:00.
    const weekend = { due: '2000-01-07T22:00:00.000+07:00', endedAt: '2000-01-10T01:00:00.000+07:00' };
    expect(charge(weekend, skip).amount).toBe(3);
    expect(charge(weekend, { charge: perHour('end') }).amount).toBe(51);
    const grace = { charge: perHour('start'), graceDays: 1, chargeFrom: 'grace-end' } as const;
    expect(charge(end('04T09:00'), grace)).toMatchObject({ amount: 0, graceUsed: 24 });
    expect(charge(end('04T10:30'), grace)).toMatchObject({ amount: 2, late: 26, graceUsed: 24 });
  });

  it('of a day loan begin at the midnight after its due date', () => {
    const hourly = { charge: perHour('end') };
    expect(charge({ endedAt: '2000-01-02T02:30:00.000+07:00' }, hourly)).toMatchObject({
      amount: 2,
      late: 3,
    });
    expect(charge({ endedAt: '2000-01-01T23:30:00.000+07:00' }, hourly).amount).toBe(0);
  });

  it('a flat or daily charge of an hour loan', () => {
    const flat: OverdueCharge = { kind: 'flat', amount: 10_000 };
    expect(charge(end('03T09:01'), { charge: flat }).amount).toBe(10_000);
    expect(charge(end('03T23:00')).amount).toBe(0);
    expect(charge(end('04T08:00')).amount).toBe(1);
  });
});

describe('whatever the policy and the times', () => {
  const day = 86_400_000;
  const start = Date.UTC(2024, 0, 1);
  const instant = fc.integer({ min: start, max: start + 400 * day });
  const price = fc.oneof(fc.constant(0), fc.nat({ max: 500_000 }));
  const policy = fc.record({
    charge: fc.oneof(
      fc.constant('none' as const),
      fc.record({ kind: fc.constant('flat' as const), amount: fc.nat({ max: 50_000 }) }),
      fc.record({
        kind: fc.constant('per-period' as const),
        amount: fc.oneof(fc.nat({ max: 50_000 }), fc.maxSafeNat()),
        every: fc.integer({ min: 1, max: 10 }),
        unit: fc.constantFrom('days', 'hours'),
        at: fc.constantFrom('start', 'end'),
      }),
    ),
    graceDays: fc.nat({ max: 5 }),
    chargeFrom: fc.constantFrom('due-date', 'grace-end'),
    closedDays: fc.constantFrom('count', 'skip'),
    cap: fc.oneof(fc.constant('none' as const), fc.nat({ max: 100_000 })),
    capToPrice: fc.constantFrom('yes', 'no'),
    recallAmount: fc.oneof(fc.constant('same' as const), fc.nat({ max: 50_000 })),
  });
  const iso = (ms: number): string => new Date(ms).toISOString();
  const anything = fc.record({
    due: fc.oneof(
      instant.map(iso),
      instant.map((ms) => iso(ms).slice(0, 10)),
    ),
    ended: instant,
    later: fc.nat({ max: 30 * day }),
    price,
    recalled: fc.boolean(),
    timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC', 'Europe/Berlin', 'America/St_Johns'),
    policy,
    defaultPrice: price,
  });

  it('is whole, within its caps, never falls with time, and is nothing when not late', () => {
    fc.assert(
      fc.property(anything, ({ ended, later, policy, defaultPrice, ...rest }) => {
        const now = charge({ ...rest, endedAt: iso(ended) }, policy, defaultPrice);
        const then = charge({ ...rest, endedAt: iso(ended + later) }, policy, defaultPrice);
        expect(Number.isSafeInteger(now.amount) && now.amount >= 0).toBe(true);
        expect(now.graceUsed).toBeGreaterThanOrEqual(0);
        expect(now.graceUsed).toBeLessThanOrEqual(now.late);
        expect(then.amount).toBeGreaterThanOrEqual(now.amount);
        expect(then.late).toBeGreaterThanOrEqual(now.late);
        const cover = rest.price > 0 ? rest.price : defaultPrice;
        const most = Math.min(
          now.late === 0 ? 0 : Infinity,
          policy.cap === 'none' ? Infinity : policy.cap,
          policy.capToPrice === 'yes' && cover > 0 ? cover : Infinity,
        );
        expect(now.amount).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the offset an instant is written in', () => {
    const offset = fc.integer({ min: -12 * 4, max: 14 * 4 });
    fc.assert(
      fc.property(anything, offset, ({ ended, policy, defaultPrice, later: _later, ...rest }, quarters) => {
        const minutes = quarters * 15;
        const clock = `${String(Math.trunc(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
        const written = iso(ended + minutes * 60_000).replace('Z', `${minutes < 0 ? '-' : '+'}${clock}`);
        expect(charge({ ...rest, endedAt: written }, policy, defaultPrice)).toStrictEqual(
          charge({ ...rest, endedAt: iso(ended) }, policy, defaultPrice),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('stops at the largest exact amount', () => {
    const huge: OverdueCharge = { ...perDay, amount: Number.MAX_SAFE_INTEGER };
    expect(charge({}, { charge: huge })).toMatchObject({
      amount: Number.MAX_SAFE_INTEGER,
      cappedBy: 'none',
    });
    expect(charge({}, { charge: huge, cap: 5000 })).toMatchObject({ amount: 5000, cappedBy: 'cap' });
  });
});
