import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../catalogue/rows.ts';
import type { Command } from '../commands.ts';
import type { Fact } from '../facts/fact.ts';
import { rowsOfSetup } from '../world/scenario.ts';
import type { World } from '../world/world.ts';
import { worldOf } from '../world/world.ts';

const desk = { library: 'A', station: 'A1', actor: { id: 'nv-1', permissions: 'all' } } as const;
const at = (minute: number): string => `2026-11-25T09:${String(minute).padStart(2, '0')}:00.000+07:00`;

const charge = (id: string, amount: number, patron = 'P', title = 'Sao chụp'): Command => ({
  do: 'charge',
  charge: id,
  patron,
  kind: 'service',
  amount,
  item: null,
  title,
  legalAct: '',
  note: '',
});
const pay = (amount: number, charges: readonly string[] = []): Command => ({
  do: 'pay',
  patron: 'P',
  charges,
  amount,
  method: 'cash',
  tendered: null,
  bill: null,
});

function openWorld(more: readonly EntityRow[] = []): World {
  const world = worldOf([...rowsOfSetup({ patrons: [{ id: 'P' }, { id: 'Q' }] }), ...more]);
  world.act(desk, at(0), { do: 'open-drawer', drawer: 'D', float: 1_000_000 });
  return world;
}

const takenOf = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => (fact.kind === 'payment.taken' ? [fact.body] : []))[0];
const codesOf = (world: World, command: Command) =>
  world.act(desk, at(30), command).decision.findings.map(({ reason }) => reason.code);

describe('pay', () => {
  it('fills charges oldest first, whatever their ids, and says for which ledger', () => {
    const world = openWorld();
    for (const [minute, id] of [
      [1, 'z'],
      [2, 'a'],
      [3, 'm'],
    ] as const)
      world.act(desk, at(minute), charge(id, 100));
    expect(takenOf(world.act(desk, at(5), pay(150)).facts)?.allocations).toStrictEqual([
      { charge: 'z', ledger: 'service', amount: 100 },
      { charge: 'a', ledger: 'service', amount: 50 },
    ]);
  });

  it('of charges of one moment the one with the smaller id first', () => {
    const world = openWorld();
    for (const id of ['b', 'a']) world.act(desk, at(1), charge(id, 100));
    expect(takenOf(world.act(desk, at(2), pay(100)).facts)?.allocations[0]?.charge).toBe('a');
  });

  it('the parts are the amount, none more than is open, none empty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (amounts, share) => {
          const world = openWorld();
          for (const [index, amount] of amounts.entries())
            world.act(desk, at(index + 1), charge(`c${index}`, amount));
          const owed = amounts.reduce((sum, amount) => sum + amount, 0);
          const money = Math.ceil(owed * share);
          const allocations = takenOf(world.act(desk, at(20), pay(money)).facts)?.allocations ?? [];
          expect(allocations.reduce((sum, { amount }) => sum + amount, 0)).toBe(money);
          for (const part of allocations) {
            expect(part.amount).toBeGreaterThan(0);
            expect(part.amount).toBeLessThanOrEqual(amounts[Number(part.charge.slice(1))] ?? 0);
          }
          // Only the last one may be left part open.
          for (const part of allocations.slice(0, -1))
            expect(part.amount).toBe(amounts[Number(part.charge.slice(1))]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [0, ['LT-1702']],
    [-5, ['LT-1702']],
    [0.5, ['LT-1703']],
    [Number.NaN, ['LT-1703']],
    [200_000_000_000, ['LT-1703', 'LT-1704']],
    [101, ['LT-1704']],
  ])('%d đồng: %j', (amount, codes) => {
    const world = openWorld();
    world.act(desk, at(1), charge('c', 100));
    expect(codesOf(world, pay(amount))).toStrictEqual(codes);
  });

  it("never touches another reader's charges, and asks for something to pay", () => {
    const world = openWorld();
    world.act(desk, at(1), charge('c', 100, 'Q'));
    expect(codesOf(world, pay(100))).toStrictEqual(['LT-1708']);
    expect(codesOf(world, pay(100, ['c']))).toStrictEqual(['LT-1708']);
  });

  it('a charge is raised once: the same id again is refused', () => {
    const world = openWorld();
    world.act(desk, at(1), charge('c', 100));
    expect(codesOf(world, charge('c', 999))).toStrictEqual(['LT-1708']);
    expect(codesOf(world, charge('d', 100, 'Z'))).toStrictEqual(['LT-1811']);
    expect(codesOf(world, charge('d', 100, 'P', ' '))).toStrictEqual(['LT-1812']);
  });
});

describe('receipts', () => {
  it('come from the leased numbers in order, then provisional', () => {
    const range: EntityRow = {
      entity: 'receipt-range',
      row: { id: 'r', station: 'A1', series: 'BN-26', year: 2026, from: 7, to: 8 },
    };
    const world = openWorld([range]);
    world.act(desk, at(1), charge('c', 100));
    const receipts = [2, 3, 4, 5].map((minute) => {
      const acted = world.act(desk, at(minute), pay(1));
      return [takenOf(acted.facts)?.receipt, acted.decision.findings.map(({ reason }) => reason.code)];
    });
    expect(receipts).toStrictEqual([
      [{ kind: 'leased', series: 'BN-26', year: 2026, number: 7 }, []],
      [{ kind: 'leased', series: 'BN-26', year: 2026, number: 8 }, []],
      [{ kind: 'provisional', text: 'A1/2026/T0000001' }, ['LT-1714']],
      [{ kind: 'provisional', text: 'A1/2026/T0000002' }, ['LT-1714']],
    ]);
  });
});

describe('cash out', () => {
  const deposit: Command = {
    do: 'take-deposit',
    patron: 'P',
    amount: 500_000,
    method: 'cash',
    tendered: null,
    bill: null,
  };

  it('never more than the drawer has', () => {
    const world = worldOf(rowsOfSetup({ patrons: [{ id: 'P' }] }));
    world.act(desk, at(0), { do: 'open-drawer', drawer: 'D', float: 0 });
    world.act(desk, at(1), deposit);
    world.act(desk, at(2), { do: 'close-drawer', drawer: 'D', counted: 500_000, note: '' });
    expect(codesOf(world, { do: 'refund-deposit', patron: 'P', amount: 1 })).toStrictEqual(['LT-1705']);
    world.act(desk, at(3), { do: 'open-drawer', drawer: 'E', float: 100 });
    expect(codesOf(world, { do: 'refund-deposit', patron: 'P', amount: 101 })).toStrictEqual(['LT-1717']);
    expect(codesOf(world, { do: 'refund-deposit', patron: 'P', amount: 100 })).toStrictEqual(['LT-1714']);
  });

  it('a payment is taken back out of the drawer that is open, if it has that much', () => {
    const world = worldOf(rowsOfSetup({ patrons: [{ id: 'P' }] }));
    world.act(desk, at(0), { do: 'open-drawer', drawer: 'D', float: 0 });
    const [taken] = world.act(desk, at(1), deposit).facts;
    const reverse: Command = {
      do: 'settle-payment',
      payment: taken?.id ?? '',
      status: 'reversed',
      note: '',
    };
    world.act(desk, at(2), { do: 'close-drawer', drawer: 'D', counted: 500_000, note: '' });
    expect(codesOf(world, reverse)).toStrictEqual(['LT-1705']);
    world.act(desk, at(3), { do: 'open-drawer', drawer: 'E', float: 499_999 });
    expect(codesOf(world, reverse)).toStrictEqual(['LT-1717']);
    expect(codesOf(world, { ...reverse, payment: 'gone' })).toStrictEqual(['LT-1710']);
  });

  it.each([
    [-1, ['LT-1703']],
    [0.5, ['LT-1703']],
    [0, []],
  ])('a float of %d: %j', (float, codes) => {
    const world = worldOf(rowsOfSetup({}));
    expect(codesOf(world, { do: 'open-drawer', drawer: 'D', float })).toStrictEqual(codes);
    expect(codesOf(world, { do: 'close-drawer', drawer: 'D', counted: float, note: 'x' })).toStrictEqual(
      codes.length > 0 ? ['LT-1705'] : [],
    );
  });
});
