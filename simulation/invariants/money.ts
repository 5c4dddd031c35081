import type { Rows } from '../../domain/world/rows.ts';
import { rowsInMemory } from '../../domain/world/rows.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { comparePlaced } from '../../domain/facts/fact.ts';
import type { Ledger } from '../../domain/money/charge.ts';
import { ledgers, outstanding } from '../../domain/money/charge.ts';
import { stands } from '../../domain/money/payment.ts';
import { entityRow } from '../../province/projection/held-rows.ts';
import { shownRows } from '../station/shown-rows.ts';
import type { World } from '../world/world.ts';
import type { Holdings } from './holdings.ts';
import { placedFacts } from './refolded.ts';
import { seenBy } from './seen.ts';

type MoneyRows = Pick<Rows, 'all'>;

/** Money is neither made nor lost: what all facts come to is what the rows say, everywhere. */
export function moneyFaults(world: World, held: Holdings): readonly string[] {
  const rows = rowsInMemory(held.current.flatMap((row) => entityRow(row) ?? []));
  const owed = owedIn(rows);
  return [
    ...differing('the facts', owedByFacts(factsThatCount(held), rows), 'the province', owed),
    ...world.machines.flatMap(({ name, library, running }) =>
      running
        ? differing('the province', owedTo(library, world, held), name, owedIn(shownRows(running.store)))
        : [],
    ),
    ...lostPayments(factsThatCount(held), rows),
  ];
}

/** What a library may know to be owed: what comes of its neighbours' restricted material is not among it. */
function owedTo(library: string, world: World, held: Holdings): Owed {
  const seen = seenBy(library, world, held);
  const parts = held.current.flatMap(({ entity, row }) => {
    const whole = entityRow({ entity, row });
    const part = whole && seen(whole);
    return part === null ? [] : (entityRow({ entity, row: part }) ?? []);
  });
  return owedIn(rowsInMemory(parts));
}

function factsThatCount(held: Holdings): readonly Fact[] {
  const facts = [...placedFacts(held)].sort(comparePlaced).map(({ fact }) => fact);
  const undone = new Set(facts.flatMap((fact) => (fact.kind === 'act.undone' ? fact.body.facts : [])));
  return facts.filter(({ id }) => !undone.has(id));
}

type Owed = ReadonlyMap<Ledger, number>;

function owedIn(rows: MoneyRows): Owed {
  return new Map(
    ledgers.map((ledger) => [
      ledger,
      rows
        .all('charge')
        .reduce((sum, charge) => sum + (charge.ledger === ledger ? outstanding(charge) : 0), 0),
    ]),
  );
}

/**
 * Assessed, less what was waived of it and no more than that, less what was paid by payments that stand: in whatever
 * order it was told.
 */
function owedByFacts(facts: readonly Fact[], rows: MoneyRows): Owed {
  const owed = new Map<Ledger, number>(ledgers.map((ledger) => [ledger, 0]));
  const add = (ledger: Ledger, amount: number): void =>
    void owed.set(ledger, (owed.get(ledger) ?? 0) + amount);
  const assessed = new Map(
    facts.flatMap((fact) =>
      fact.kind === 'charge.assessed' ? [[fact.body.charge, fact.body] as const] : [],
    ),
  );
  const standing = new Set(rows.all('payment').flatMap((payment) => (stands(payment) ? [payment.id] : [])));
  // A charge that was undone leaves nothing to waive.
  const waived = new Map<string, number>();
  for (const fact of facts)
    if (fact.kind === 'charge.waived')
      waived.set(fact.body.charge, (waived.get(fact.body.charge) ?? 0) + fact.body.amount);
  for (const [charge, { ledger, amount }] of assessed)
    add(ledger, amount - Math.min(amount, waived.get(charge) ?? 0));
  for (const fact of facts) {
    if (fact.kind === 'payment.taken' && standing.has(fact.id))
      for (const { ledger, amount } of fact.body.allocations) add(ledger, -amount);
  }
  return owed;
}

function lostPayments(facts: readonly Fact[], rows: MoneyRows): readonly string[] {
  const amounts = new Map(rows.all('payment').map(({ id, amount }) => [id, amount]));
  const taken = facts.flatMap((fact) => (fact.kind === 'payment.taken' ? [fact] : []));
  return [
    ...taken.flatMap(({ id, body }) =>
      amounts.get(id) === body.amount
        ? []
        : [`payment ${id} of ${body.amount} is ${amounts.get(id) ?? 'gone'}`],
    ),
    ...(taken.length === amounts.size
      ? []
      : [`${taken.length} payments were taken, there are ${amounts.size}`]),
  ];
}

function differing(one: string, a: Owed, other: string, b: Owed): readonly string[] {
  return ledgers.flatMap((ledger) =>
    a.get(ledger) === b.get(ledger)
      ? []
      : [`${ledger}: ${one} say ${a.get(ledger) ?? 0} is owed, ${other} ${b.get(ledger) ?? 0}`],
  );
}
