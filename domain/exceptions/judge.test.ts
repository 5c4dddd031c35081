import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import type { Catalogued } from '../facts/catalogued.ts';
import { foldStream } from '../facts/fold-stream.ts';
import type { Stream } from '../facts/streams.ts';
import type { Charge } from '../money/charge.ts';
import { checkedOut, placed } from '../testing/facts.ts';
import { plainBiblio, plainItem, plainPatron } from '../world/plain-rows.ts';
import { judgeCharge } from './judge-charge.ts';

type Draft = {
  readonly [K in Fact['kind']]: Pick<Extract<Fact, { readonly kind: K }>, 'kind' | 'body'>;
}[Fact['kind']];

/** A fact of a desk, `minute` minutes after eight. */
function said(id: string, minute: number, draft: Draft, station = 'ST-1'): Fact {
  return { ...checkedOut({ id, minute, station }), ...draft };
}

function foundIn(stream: Stream, facts: readonly Fact[]): readonly string[] {
  // The order in which facts arrive makes no difference.
  const both = [facts, facts.toReversed()].map((some) => foldStream(stream, [], some.map(placed)).exceptions);
  expect(both[1]).toStrictEqual(both[0]);
  return (both[0] ?? []).map(({ rule, facts: involved }) => [rule, ...involved].join(' '));
}

const place = { biblio: 'b', patron: 'p', card: 'THE-1', library: 'A', pickup: 'A' } as const;
const placedHold = said('h', 0, {
  kind: 'hold.placed',
  body: { ...place, level: 'title', item: null, startsOn: null, expiresOn: null, recall: false, note: '' },
});
const trapped = (id: string, minute: number, item: string): Fact =>
  said(id, minute, {
    kind: 'hold.trapped',
    body: { hold: 'h', item, barcode: item, patron: 'p', library: 'A', shelfUntil: '2026-11-30' },
  });
const ended = (id: string, minute: number, item: string | null): Fact =>
  said(id, minute, { kind: 'hold.ended', body: { hold: 'h', item, why: 'cancelled-by-patron', note: '' } });
const released = (id: string, minute: number, item: string): Fact =>
  said(id, minute, { kind: 'hold.released', body: { hold: 'h', item } });

describe('copies put aside for one hold', () => {
  const found = (...facts: readonly Fact[]) => foundIn('hold/h', [placedHold, ...facts]);

  it('are two when desks did not know of each other', () => {
    expect(found(trapped('t1', 1, 'i1'), trapped('t2', 2, 'i2'))).toStrictEqual([
      'hold-trapped-elsewhere t1 t2',
    ]);
  });

  it('may follow each other, and the same one may be scanned again', () => {
    expect(found(trapped('t1', 1, 'i1'), trapped('t2', 2, 'i1'))).toStrictEqual([]);
    expect(found(trapped('t1', 1, 'i1'), released('r', 2, 'i1'), trapped('t2', 3, 'i2'))).toStrictEqual([]);
  });

  it('wait for nobody when the hold was filled or ended elsewhere', () => {
    expect(found(ended('e', 1, null), trapped('t1', 2, 'i1'))).toStrictEqual(['hold-trapped-elsewhere e t1']);
    const filled = checkedOut({ id: 'l', minute: 1 }, { hold: 'h', item: 'i2' });
    expect(found(filled, trapped('t1', 2, 'i1'))).toStrictEqual(['hold-trapped-elsewhere l t1']);
    expect(found(trapped('t1', 1, 'i1'), ended('e', 2, 'i1'))).toStrictEqual([]);
    // The clock of the desk that ended it is ahead.
    expect(found(ended('e', 1, 'i1'), trapped('t1', 2, 'i1'))).toStrictEqual([]);
  });
});

describe('a receipt number', () => {
  const paid = (id: string, minute: number): Fact =>
    said(id, minute, {
      kind: 'payment.taken',
      body: {
        patron: 'p',
        library: 'A',
        purpose: 'deposit',
        method: 'cash',
        amount: 50_000,
        allocations: [],
        drawer: 'd',
        tendered: 50_000,
        receipt: { kind: 'leased', series: 'AA', year: 2026, number: 7 },
        bill: null,
      },
    });

  it('belongs to one payment, however often that is told', () => {
    expect(foundIn('receipt/AA/2026/7', [paid('p1', 1), paid('p1', 1)])).toStrictEqual([]);
    expect(foundIn('receipt/AA/2026/7', [paid('p1', 1), paid('p2', 2), paid('p3', 3)])).toStrictEqual([
      'receipt-number-twice p1 p2',
      'receipt-number-twice p1 p3',
    ]);
  });
});

/** A province that was given libraries, and one copy. */
const catalogued: Catalogued = { begun: true, item: (id) => id === 'known' };

describe('a copy that nobody has catalogued', () => {
  const lent = placed(checkedOut({ id: 'l1', minute: 1 }));
  const fastAdded = placed(
    said('a', 0, {
      kind: 'item.fast-added',
      body: { item: plainItem({ id: 'i', biblio: 'b' }, 'A'), biblio: plainBiblio({ id: 'b' }) },
    }),
  );

  it('is told of once, until it is catalogued or its desk has told of it', () => {
    const again = placed(checkedOut({ id: 'l2', minute: 2 }));
    const { exceptions } = foldStream('item/i', [], [lent, again], catalogued);
    expect(exceptions.filter(({ rule }) => rule === 'unknown-item')).toStrictEqual([
      { rule: 'unknown-item', item: 'i', patron: null, facts: ['l1'] },
    ]);
    expect(foldStream('item/known', [], [lent], catalogued).exceptions).toStrictEqual([]);
    expect(foldStream('item/i', [], [lent, fastAdded], catalogued).exceptions).toStrictEqual([]);
    expect(foldStream('item/i', [], [], catalogued).exceptions).toStrictEqual([]);
  });

  it('is not told of by a province that was given nothing yet', () => {
    expect(foldStream('item/i', [], [lent]).exceptions).toStrictEqual([]);
  });
});

describe('a reader whom nobody knows', () => {
  const loans = [checkedOut({ id: 'l1', minute: 1 }), checkedOut({ id: 'l2', minute: 2 })].map(placed);

  it('is told of once, until the reader is known', () => {
    expect(foldStream('patron/p', [], loans, catalogued).exceptions).toStrictEqual([
      { rule: 'unknown-patron', item: 'i', patron: 'p', facts: ['l1'] },
    ]);
    const row = plainPatron({ id: 'p' }, 'A');
    expect(foldStream('patron/p', [{ entity: 'patron', row }], loans, catalogued).exceptions).toStrictEqual(
      [],
    );
    const registered = placed(said('r', 9, { kind: 'patron.registered', body: { patron: row } }, 'ST-2'));
    expect(foldStream('patron/p', [], loans).exceptions).toStrictEqual([]);
    expect(foldStream('patron/p', [], [...loans, registered], catalogued).exceptions).toStrictEqual([]);
  });
});

describe('money for a charge', () => {
  const charge: Charge = {
    id: 'l/overdue',
    patron: 'p',
    library: 'A',
    ledger: 'compensation',
    kind: 'overdue',
    amount: 30_000,
    waivers: [],
    payments: [],
    loan: 'l',
    item: 'i',
    title: '',
    legalAct: '',
    note: '',
    raisedAt: '2026-11-22T08:00:00.000+07:00',
  };
  const payments = (...amounts: readonly number[]): Charge['payments'] =>
    amounts.map((amount, index) => ({ payment: `p${index + 1}`, amount }));

  it('was taken twice when two payments are more than it ever was', () => {
    expect(judgeCharge({ ...charge, payments: payments(30_000, 30_000) }, 30_000)).toStrictEqual([
      { rule: 'charge-paid-twice', item: 'i', patron: 'p', facts: ['p1', 'p2'], about: 'l/overdue' },
    ]);
    expect(judgeCharge({ ...charge, payments: payments(10_000, 20_000, 30_000) }, 30_000)).toMatchObject([
      { facts: ['p2', 'p3'] },
    ]);
  });

  it('was not when it is owed still, was paid in parts, or fell since', () => {
    expect(judgeCharge(null, 30_000)).toStrictEqual([]);
    expect(judgeCharge({ ...charge, payments: payments(10_000, 20_000) }, 30_000)).toStrictEqual([]);
    expect(
      judgeCharge({ ...charge, amount: 10_000, payments: payments(10_000, 20_000) }, 30_000),
    ).toStrictEqual([]);
    expect(judgeCharge({ ...charge, amount: 10_000, payments: payments(30_000) }, 30_000)).toStrictEqual([]);
  });

  it('was not when the second was given back', () => {
    expect(judgeCharge({ ...charge, payments: payments(30_000, 30_000, -30_000) }, 30_000)).toStrictEqual([]);
  });
});
