import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../calendar/calendar.ts';
import type { Command } from '../commands.ts';
import type { CivilDate, Instant } from '../facts/fact.ts';
import type { OverduePolicy } from '../policy/policies.ts';
import { calendarByChance } from '../testing/calendars.ts';
import { rowsOfSetup } from '../world/scenario.ts';
import type { World } from '../world/world.ts';
import { worldOf } from '../world/world.ts';
import { overdueAmount } from './loan-charges.ts';

const desk = {
  library: 'A',
  station: 'A1',
  actor: { id: 'nv-1', permissions: 'all' },
} as const;
const lentOn = '2026-11-02';
const dayOf = (day: number): CivilDate => addDays(lentOn, day);
const instantOf = (hours: number): Instant =>
  `${addDays(lentOn, Math.floor(hours / 24))}T${String(hours % 24).padStart(2, '0')}:00:00.000+07:00`;

const policies: fc.Arbitrary<Partial<OverduePolicy>> = fc.record({
  charge: fc.oneof(
    fc.constant({ kind: 'flat', amount: 10_000 } as const),
    fc.record({
      kind: fc.constant('per-period' as const),
      amount: fc.constantFrom(500, 1_000),
      every: fc.constantFrom(1, 3),
      unit: fc.constantFrom('days' as const, 'hours' as const),
      at: fc.constantFrom('start' as const, 'end' as const),
    }),
  ),
  graceDays: fc.constantFrom(0, 2),
  chargeFrom: fc.constantFrom('due-date' as const, 'grace-end' as const),
  closedDays: fc.constantFrom('count' as const, 'skip' as const),
  cap: fc.constantFrom('none' as const, 4_500),
  capToPrice: fc.constantFrom('yes' as const, 'no' as const),
});

/** A loan as it was in the end: due dates, renewals in order, its end. Hours and days from the day it was lent. */
interface Timeline {
  readonly due: number;
  readonly renewals: readonly { readonly atHour: number; readonly due: number }[];
  readonly endHour: number;
}

const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    due: fc.integer({ min: 0, max: 10 }),
    renewals: fc.array(
      fc.record({ after: fc.integer({ min: 1, max: 200 }), longer: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 3 },
    ),
    endHour: fc.integer({ min: 10, max: 900 }),
  })
  .map(({ due, renewals, endHour }) => {
    let [atHour, last] = [9, due];
    return {
      due,
      endHour,
      renewals: renewals.map(({ after, longer }) => {
        atHour += after;
        last = Math.max(last, Math.floor(atHour / 24)) + longer;
        return { atHour, due: last };
      }),
    };
  });

/** One edit on the way that is taken back again. */
type Detour =
  | { readonly kind: 'due'; readonly when: number; readonly day: number }
  | { readonly kind: 'renewal'; readonly when: number; readonly day: number }
  | { readonly kind: 'return'; readonly when: number; readonly hour: number }
  | { readonly kind: 'correction'; readonly when: number; readonly hour: number };

const detours = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('due' as const), when: fc.nat(3), day: fc.integer({ min: 40, max: 60 }) }),
    fc.record({
      kind: fc.constant('renewal' as const),
      when: fc.nat(3),
      day: fc.integer({ min: 60, max: 90 }),
    }),
    fc.record({
      kind: fc.constant('return' as const),
      when: fc.nat(3),
      hour: fc.integer({ min: 0, max: 1_000 }),
    }),
    fc.record({
      kind: fc.constant('correction' as const),
      when: fc.nat(3),
      hour: fc.integer({ min: 10, max: 900 }),
    }),
  ),
  { maxLength: 6 },
);

/** When everything that was edited has been edited. */
const lastHour = 1_100;

/** Tells the loan with its detours and gives its overdue charge. */
function told(
  setup: Parameters<typeof rowsOfSetup>[0],
  timeline: Timeline,
  edits: readonly Detour[],
): number {
  const world = worldOf(rowsOfSetup(setup));
  const act = (hour: number, command: Command) => {
    const acted = world.act(desk, instantOf(hour), command);
    expect(acted.decision.findings.filter(({ passed }) => !passed)).toStrictEqual([]);
    return acted;
  };
  const { id: loan } = act(9, {
    do: 'check-out',
    patron: 'P',
    item: 'I',
    use: 'home',
    due: dayOf(timeline.due),
    confirmed: [],
    restricted: null,
  }).facts[0] ?? { id: '' };
  const renew = (day: number): Command => ({
    do: 'renew',
    loan,
    seen: true,
    due: dayOf(day),
    confirmed: ['renewal-overdue'],
  });
  const giveBack = (hour: number): Command => ({
    do: 'check-in',
    item: 'I',
    returnedAt: instantOf(hour),
    mode: 'backdated',
    countUse: false,
    keepHere: false,
  });
  const correct = (hour: number): Command => ({
    do: 'correct-return',
    loan,
    returnedAt: instantOf(hour),
    note: '',
  });
  const wander = (when: number, hour: number): void => {
    for (const edit of edits.filter((one) => one.when === when)) {
      const due = world.rows.get('loan', loan)?.due ?? '';
      if (edit.kind === 'due' && due >= instantOf(hour).slice(0, 10)) {
        act(hour, { do: 'change-due', loan, due: dayOf(edit.day), note: '' });
        act(hour, { do: 'change-due', loan, due, note: '' });
      }
      if (edit.kind === 'renewal') world.undo(desk, instantOf(hour), act(hour, renew(edit.day)).act);
      if (edit.kind === 'return')
        world.undo(desk, instantOf(hour), act(hour, giveBack(Math.max(9, Math.min(edit.hour, hour)))).act);
    }
  };
  wander(0, 9);
  for (const [index, { atHour, due }] of timeline.renewals.entries()) {
    act(atHour, renew(due));
    wander(index + 1, atHour);
  }
  const corrections = edits.filter((one) => one.kind === 'correction');
  act(lastHour, giveBack(corrections[0]?.hour ?? timeline.endHour));
  for (const { hour } of corrections) act(lastHour, correct(hour));
  if (corrections.length > 0) act(lastHour, correct(timeline.endHour));
  return chargeOf(world, loan);
}

function chargeOf(world: World, loan: string): number {
  const amount = world.rows.get('charge', `${loan}/overdue`)?.amount ?? 0;
  const row = world.rows.get('loan', loan);
  const view = world.view(desk, instantOf(lastHour));
  // Never anything else than what the loan as it stands comes to.
  expect(amount).toBe(row?.returnedAt ? overdueAmount(view, row, row.returnedAt) : null);
  return amount;
}

it('the overdue charge is what the loan came to, whatever was edited on the way', () => {
  let charged = 0;
  fc.assert(
    fc.property(policies, fc.nat(), timelines, detours, (overdue, seed, timeline, edits) => {
      const { id: _id, library: _library, ...calendar } = calendarByChance(seed, lentOn);
      const setup = {
        loan: { renewals: 'unlimited' },
        overdue,
        calendars: { A: calendar },
        patrons: [{ id: 'P' }],
        items: [{ id: 'I', price: 6_000 }],
      } as const;
      const straight = told(setup, timeline, []);
      expect(told(setup, timeline, edits)).toBe(straight);
      if (straight > 0) charged += 1;
    }),
    { numRuns: 400 },
  );
  expect(charged).toBeGreaterThan(100);
});
