import { describe, expect, it } from 'vitest';
import type { Fact, FactBodies, PlacedFact } from '../facts/fact.ts';
import { foldStream } from '../facts/fold-stream.ts';
import { streamOf, streamsOf } from '../facts/streams.ts';
import { checkedOut, placed, renewed, returned } from '../testing/facts.ts';
import { rowsOfSetup } from '../world/scenario.ts';
import { worldOf } from '../world/world.ts';

/** Ils.md §6 "Add ourselves": what a province makes of facts that come late, twice, or from two desks at once. */

const fold = (facts: readonly Fact[]) => foldStream(streamOf('item', 'i'), [], facts.map(placed));

const stateOf = (facts: readonly Fact[]) =>
  fold(facts).rows.flatMap(({ entity, row }) => (entity === 'item-state' ? [row.state] : []))[0];

const loansOf = (facts: readonly Fact[]) =>
  fold(facts).rows.flatMap(({ entity, row }) => (entity === 'loan' ? [row] : []));

describe('the same journal sent twice', () => {
  it('has one effect on every stream: loans, charges, money', () => {
    const desk = {
      library: 'A',
      station: 'A1',
      actor: { id: 'nv-1', permissions: 'all' },
    } as const;
    const seed = rowsOfSetup({
      overdue: { charge: { kind: 'flat', amount: 10_000 } },
      patrons: [{ id: 'P' }],
      items: [{ id: 'I' }],
    });
    const world = worldOf(seed);
    const at = (day: string): string => `2026-${day}T09:00:00.000+07:00`;
    world.act(desk, at('11-25'), {
      do: 'check-out',
      patron: 'P',
      item: 'I',
      use: 'home',
      due: null,
      confirmed: [],
      restricted: null,
    });
    world.act(desk, at('12-12'), {
      do: 'check-in',
      item: 'I',
      returnedAt: null,
      mode: 'desk',
      countUse: false,
      keepHere: false,
    });
    world.act(desk, at('12-12'), { do: 'open-drawer', drawer: 'D', float: 0 });
    world.act(desk, at('12-12'), {
      do: 'pay',
      patron: 'P',
      charges: [],
      amount: 4_000,
      method: 'cash',
      tendered: null,
      bill: null,
    });
    const journal = world.facts();
    expect(journal).toHaveLength(5);
    for (const stream of new Set(journal.flatMap(({ fact }) => streamsOf(fact)))) {
      const own = journal.filter(({ fact }) => streamsOf(fact).includes(stream));
      const once = foldStream(stream, [], own);
      expect(foldStream(stream, [], [...own, ...own])).toStrictEqual(once);
      expect(foldStream(stream, [], own.toReversed())).toStrictEqual(once);
    }
    const [charge] = foldStream(streamOf('charge', 'f1/overdue'), [], [...journal, ...journal]).rows;
    expect(charge?.row).toMatchObject({ amount: 10_000, payments: [{ payment: 'f5', amount: 4_000 }] });
  });
});

describe('two desks that have not heard of each other', () => {
  const a = checkedOut({ id: 'loan-a', station: 'ST-A', minute: 0 }, { patron: 'p1' });
  const b = checkedOut({ id: 'loan-b', station: 'ST-B', minute: 5 }, { patron: 'p2' });

  it('lend the same copy: an exception, and neither loan is closed silently', () => {
    expect(loansOf([b, a]).map(({ id, returnedAt }) => [id, returnedAt])).toStrictEqual([
      ['loan-a', null],
      ['loan-b', null],
    ]);
    expect(fold([a, b]).exceptions).toStrictEqual([
      { rule: 'double-loan', item: 'i', patron: null, facts: ['loan-a', 'loan-b'] },
    ]);
    expect(stateOf([a, b])).toStrictEqual({ status: 'on-loan', loan: 'loan-b' });
  });

  it('the copy comes back: the loan that was named is closed, the other still has to be settled', () => {
    const back = returned({ id: 'r', station: 'ST-A', minute: 30, seq: 2 }, 'loan-a');
    expect(loansOf([b, a, back]).map(({ returnedAt }) => returnedAt !== null)).toStrictEqual([true, false]);
    expect(stateOf([a, b, back])).toStrictEqual({ status: 'on-loan', loan: 'loan-b' });
  });

  it('a return that arrives hours later stands at its own time', () => {
    const late = returned({ id: 'r', minute: 60, seq: 2 }, 'loan-a');
    const next = checkedOut({ id: 'loan-c', station: 'ST-B', minute: 420 }, { patron: 'p3' });
    for (const order of [
      [a, late, next],
      [next, a, late],
    ]) {
      expect(fold(order).exceptions).toStrictEqual([]);
      expect(loansOf(order).map(({ id, returnedAt }) => [id, returnedAt])).toStrictEqual([
        ['loan-a', '2026-11-22T09:00:00.000+07:00'],
        ['loan-c', null],
      ]);
    }
  });

  it('a station whose clock is wrong is put where the province knows it was', () => {
    const slow = returned({ id: 'r', station: 'ST-B', minute: 1 }, 'loan-a');
    const facts: readonly PlacedFact[] = [
      { fact: checkedOut({ id: 'loan-a', minute: 10 }), effective: 1_000 },
      { fact: slow, effective: 2_000 },
    ];
    const { rows, exceptions } = foldStream(streamOf('item', 'i'), [], facts.toReversed());
    expect(exceptions).toStrictEqual([]);
    expect(rows.find(({ entity }) => entity === 'loan')?.row).toMatchObject({
      returnedAt: '2026-11-22T08:01:00.000+07:00',
    });
  });

  it('renew the same loan: the later promise stands and both are counted', () => {
    const one = renewed({ id: 'n1', station: 'ST-A', minute: 10, seq: 2 }, 'loan-a', '2026-12-20');
    const two = renewed({ id: 'n2', station: 'ST-B', minute: 11 }, 'loan-a', '2026-12-18');
    for (const order of [
      [a, one, two],
      [two, one, a],
    ])
      expect(loansOf(order)[0]).toMatchObject({ due: '2026-12-20', renewals: 2 });
  });

  it('one trapped a hold with a copy that the other had lent: the loan is the truth, a person looks', () => {
    const trapped: Fact = {
      ...returned({ id: 't', station: 'ST-B', minute: 20 }, null),
      kind: 'hold.trapped',
      body: trap({ hold: 'h' }),
    };
    expect(stateOf([trapped, a])).toStrictEqual({ status: 'on-loan', loan: 'loan-a' });
    expect(fold([trapped, a]).exceptions).toStrictEqual([
      { rule: 'moved-while-on-loan', item: 'i', patron: null, facts: ['loan-a', 't'] },
    ]);
  });
});

function trap(changes: Partial<FactBodies['hold.trapped']>): FactBodies['hold.trapped'] {
  return {
    hold: 'h',
    item: 'i',
    barcode: 'VV.1',
    patron: 'p9',
    library: 'A',
    shelfUntil: '2026-12-01',
    ...changes,
  };
}
