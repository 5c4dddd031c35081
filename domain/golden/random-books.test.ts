import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Charge, Ledger } from '../money/charge.ts';
import { ledgers, outstanding } from '../money/charge.ts';
import { creditOf, depositHeld } from '../money/debt.ts';
import { cashIn } from '../money/drawers.ts';
import type { Account, Posting } from '../money/ledger.ts';
import { balanceOf, isBalanced } from '../money/ledger.ts';
import type { BooksAround } from '../money/postings-of.ts';
import { postingsOf } from '../money/postings-of.ts';
import type { PlacedFact } from '../facts/fact.ts';
import { evolveRows } from '../facts/fold-stream.ts';
import { streamsOf } from '../facts/streams.ts';
import { rowsInMemory } from '../world/rows.ts';
import type { World } from '../world/world.ts';
import { makerCount } from './random-command.ts';
import { libraryByChance } from './random-library.ts';
import { tellStory } from './tell-story.ts';

const step = fc.record({
  op: fc.nat({ max: makerCount * 6 }),
  a: fc.nat({ max: 400 }),
  b: fc.nat({ max: 400 }),
  c: fc.nat({ max: 400 }),
  desk: fc.nat({ max: 2 }),
  minutes: fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 9_000 })),
});

/** Enters every fact, as a report would that reads the journal once. */
function booksOf(seed: number, facts: readonly PlacedFact[]): readonly Posting[] {
  const rows = rowsInMemory(libraryByChance(seed));
  return facts.flatMap(({ fact }) => {
    const before = new Map(rows.all('charge').map((charge) => [charge.id, charge]));
    const payments = new Map(rows.all('payment').map((payment) => [payment.id, payment]));
    const drawers = new Map(rows.all('drawer').map((drawer) => [drawer.id, drawer]));
    for (const stream of streamsOf(fact))
      rows.replaceStream(stream, evolveRows(stream, rows.ofStream(stream), fact));
    const around: BooksAround = {
      chargeBefore: (id) => before.get(id) ?? null,
      chargeAfter: (id) => rows.get('charge', id),
      paymentBefore: (id) => payments.get(id) ?? null,
      drawerBefore: (id) => drawers.get(id) ?? null,
    };
    const entry = postingsOf(fact, around);
    expect(isBalanced(entry)).toBe(true);
    expect(entry.every(({ debit, credit }) => Math.min(debit, credit) === 0 && debit + credit > 0)).toBe(
      true,
    );
    return entry;
  });
}

it('the books balance and say what readers owe, are owed, have deposited, and what lies in the drawers', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 100_000 }),
      fc.array(step, { minLength: 30, maxLength: 150, size: 'max' }),
      (seed, story) => {
        const world = tellStory(seed, story);
        const balances = balanceOf(booksOf(seed, world.facts()));
        const sum = (account: Account): number => balances.get(account) ?? 0;
        const charges = world.rows.all('charge');
        for (const ledger of ledgers) expect(sum(`receivable:${ledger}`)).toBe(owedIn(charges, ledger));
        expect(sum('credit-owed') + creditOf(charges)).toBe(0);
        expect(sum('deposits-held') + deposits(world)).toBe(0);
        for (const drawer of world.rows.all('drawer')) {
          const cash = drawer.closed ? 0 : cashIn(drawer, world.rows.all('payment'));
          expect(sum(`cash:${drawer.id}`)).toBe(cash);
        }
        expect(sum('bank:reported')).toBe(transfers(world, 'reported'));
        expect(sum('bank:received')).toBe(transfers(world, 'received'));
        const earned = charges.reduce((total, { amount }) => total + amount, 0);
        const income = (['fee', 'service', 'compensation'] as const).map((ledger) => sum(`income:${ledger}`));
        expect(income.reduce((total, credit) => total - credit, 0)).toBe(earned);
      },
    ),
    { numRuns: 200 },
  );
});

it('a fact entered twice counts once', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 100_000 }),
      fc.array(step, { minLength: 30, maxLength: 80, size: 'max' }),
      (seed, story) => {
        const facts = tellStory(seed, story).facts();
        const counted = facts.filter(({ fact }) => fact.kind !== 'act.undone');
        const twice = counted.flatMap((placed) => [placed, placed]);
        expect(balanceOf(booksOf(seed, twice))).toStrictEqual(balanceOf(booksOf(seed, counted)));
      },
    ),
    { numRuns: 100 },
  );
});

function owedIn(charges: readonly Charge[], ledger: Ledger): number {
  return charges.reduce(
    (sum, charge) => sum + (charge.ledger === ledger ? Math.max(0, outstanding(charge)) : 0),
    0,
  );
}

function deposits(world: World): number {
  return world.rows
    .all('patron')
    .reduce(
      (sum, { id }) => sum + depositHeld(world.rows.all('payment').filter(({ patron }) => patron === id)),
      0,
    );
}

function transfers(world: World, status: 'reported' | 'received'): number {
  return world.rows
    .all('payment')
    .filter((payment) => payment.method === 'vietqr' && payment.status === status)
    .reduce((sum, { amount }) => sum + amount, 0);
}
