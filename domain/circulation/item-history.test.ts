import { describe, expect, it } from 'vitest';
import type { Fact, FactBodies, FactKind } from '../facts/fact.ts';
import { checkedOut, renewed, returned } from '../testing/facts.ts';
import type { ItemHistory } from './item-history.ts';
import { currentLoan, emptyHistory, evolveItem } from './item-history.ts';

const history = (...facts: readonly Fact[]): ItemHistory => facts.reduce(evolveItem, emptyHistory('i'));
const stateOf = (...facts: readonly Fact[]) => history(...facts).circulation.state;
const rulesOf = (...facts: readonly Fact[]) =>
  history(...facts).exceptions.map(({ rule, facts: [first, second] }) => [rule, first, second]);

/** A fact of any kind at a minute of the test day. */
function fact<K extends FactKind>(kind: K, minute: number, body: FactBodies[K]): Fact {
  // Kind and body belong together by the signature; the compiler does not carry that through the spread.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...returned({ id: `${kind}-${minute}`, minute }, null), kind, body } as Fact;
}

const marked = (mark: FactBodies['item.marked']['mark'], minute: number, loan: string | null = null): Fact =>
  fact('item.marked', minute, {
    item: 'i',
    barcode: 'VV.1',
    library: 'A',
    mark,
    loan,
    decision: '12/QĐ',
    note: '',
  });
const due = (
  minute: number,
  why: FactBodies['loan.due-changed']['why'],
  day: string,
  hold: string | null = null,
): Fact => fact('loan.due-changed', minute, { loan: 'a', item: 'i', due: day, why, hold, note: '' });

const a = checkedOut({ id: 'a', minute: 0 });
const back = returned({ id: 'r', minute: 30 }, 'a');

describe('a loan', () => {
  it('holds what the check-out said, and the state names it', () => {
    const { loans, circulation } = history(a);
    expect(loans).toMatchObject([
      { id: 'a', patron: 'p', due: '2026-12-07', price: 45_000, renewals: 0, recall: null, returnedAt: null },
    ]);
    expect(circulation.state).toStrictEqual({ status: 'on-loan', loan: 'a' });
    expect(loans[0]).not.toHaveProperty('lateBefore');
  });

  it('its check-out told again changes nothing', () => {
    expect(history(a, a)).toStrictEqual(history(a));
  });

  it('its return ends it and is remembered for damage found later; a second return says nothing new', () => {
    const after = history(a, back);
    expect(after.circulation).toMatchObject({
      state: { status: 'available' },
      lastLoan: { loan: 'a', patron: 'p' },
    });
    expect(history(a, back, returned({ id: 'r2', minute: 40 }, 'a'))).toStrictEqual(after);
  });

  it('a return that knew of no loan ends the one that is open', () => {
    expect(currentLoan(history(a, returned({ id: 'r', minute: 9 }, null)))).toBeNull();
    expect(rulesOf(a, returned({ id: 'r', minute: 9 }, null))).toStrictEqual([]);
  });

  it('a return that named another loan ends the open one, and a person looks', () => {
    const b = checkedOut({ id: 'b', minute: 40 });
    const stale = returned({ id: 'r2', minute: 50 }, 'a');
    expect(currentLoan(history(a, back, b, stale))).toBeNull();
    expect(rulesOf(a, back, b, stale)).toStrictEqual([['returned-other-loan', 'b', 'r2']]);
    expect(rulesOf(returned({ id: 'r2', minute: 50 }, 'gone'))).toStrictEqual([
      ['unknown-loan', 'gone', 'r2'],
    ]);
  });

  it('a corrected return moves its time, also where it is remembered', () => {
    const at = '2026-11-21T10:00:00.000+07:00';
    const corrected = fact('loan.return-corrected', 40, { loan: 'a', item: 'i', returnedAt: at, note: '' });
    const after = history(a, back, corrected);
    expect(after.loans[0]?.returnedAt).toBe(at);
    expect(after.circulation.lastLoan?.returnedAt).toBe(at);
    expect(history(a, corrected)).toStrictEqual(history(a));
  });
});

describe('renewals and due dates', () => {
  it('count, with those that did not see the copy', () => {
    const unseen = renewed({ id: 'n', minute: 5 }, 'a', '2026-12-20');
    const body = unseen.kind === 'loan.renewed' ? { ...unseen.body, seen: false } : null;
    if (!body) throw new Error('That is no renewal.');
    const after = history(a, { ...unseen, kind: 'loan.renewed', body });
    expect(after.loans[0]).toMatchObject({ due: '2026-12-20', renewals: 1, unseenRenewals: 1 });
  });

  it('a renewal after the return, or of a loan nobody knows, is looked at', () => {
    const late = renewed({ id: 'n', minute: 40 }, 'a', '2026-12-20');
    expect(rulesOf(a, back, late)).toStrictEqual([['renewed-after-return', 'a', 'n']]);
    expect(rulesOf(late)).toStrictEqual([['unknown-loan', 'a', 'n']]);
    expect(history(a, back, late).loans[0]?.due).toBe('2026-12-07');
  });

  it('a term that was over when it was renewed stays to be charged, with its own policy', () => {
    const early = checkedOut({ id: 'a', minute: 0 }, { due: '2026-11-20' });
    const after = history(early, renewed({ id: 'n', minute: 5 }, 'a', '2026-12-20'));
    expect(after.loans[0]?.lateBefore).toMatchObject([
      {
        due: '2026-11-20',
        renewedAt: '2026-11-22T08:05:00.000+07:00',
        recalled: false,
        policy: { version: 'p1' },
      },
    ]);
    const today = checkedOut({ id: 'a', minute: 0 }, { due: '2026-11-22' });
    const punctual = history(today, renewed({ id: 'n', minute: 5 }, 'a', '2026-12-20'));
    expect(punctual.loans[0]).not.toHaveProperty('lateBefore');
  });

  it('staff move the date either way, a closed day only later', () => {
    expect(history(a, due(1, 'staff', '2026-11-30')).loans[0]?.due).toBe('2026-11-30');
    expect(history(a, due(1, 'closed-day', '2026-11-30')).loans[0]?.due).toBe('2026-12-07');
    expect(history(a, due(1, 'closed-day', '2026-12-08')).loans[0]?.due).toBe('2026-12-08');
    expect(history(a, back, due(40, 'staff', '2027-01-01')).loans[0]?.due).toBe('2026-12-07');
  });

  it('a recall remembers the date before, and only its own hold ends it', () => {
    const recalled = history(a, due(1, 'recall', '2026-11-25', 'h'));
    expect(recalled.loans[0]).toMatchObject({
      due: '2026-11-25',
      recall: { hold: 'h', dueBefore: '2026-12-07' },
    });
    const other = history(a, due(1, 'recall', '2026-11-25', 'h'), due(2, 'recall-ended', '2026-12-07', 'x'));
    expect(other.loans[0]?.recall).not.toBeNull();
    const ended = history(a, due(1, 'recall', '2026-11-25', 'h'), due(2, 'recall-ended', '2026-12-07', 'h'));
    expect(ended.loans).toStrictEqual(history(a).loans);
    expect(history(a, due(1, 'recall', '2026-11-25')).loans).toStrictEqual(history(a).loans);
  });
});

describe('where a copy is', () => {
  const trapped = fact('hold.trapped', 40, {
    hold: 'h',
    item: 'i',
    barcode: 'VV.1',
    patron: 'q',
    library: 'A',
    shelfUntil: '2026-12-01',
  });
  const sent = fact('transit.sent', 41, {
    item: 'i',
    barcode: 'VV.1',
    from: 'A',
    to: 'B',
    why: 'hold',
    hold: 'h',
  });

  it('goes to the shelf, on its way, and arrives', () => {
    expect(stateOf(a, back, trapped)).toMatchObject({ status: 'on-hold-shelf', hold: 'h', patron: 'q' });
    expect(stateOf(a, back, sent)).toMatchObject({ status: 'in-transit', from: 'A', to: 'B', hold: 'h' });
    const arrived = fact('transit.received', 50, { item: 'i', barcode: 'VV.1', library: 'B' });
    expect(stateOf(sent, arrived).status).toBe('available');
    expect(stateOf(trapped, arrived).status).toBe('on-hold-shelf');
  });

  it('a hold that is released or ended leaves it on the shelf for all, or on its way for nobody', () => {
    const released = fact('hold.released', 60, { hold: 'h', item: 'i' });
    const ended = fact('hold.ended', 60, { hold: 'h', item: 'i', why: 'expired', note: '' });
    for (const over of [released, ended]) {
      expect(stateOf(trapped, over).status).toBe('available');
      expect(stateOf(sent, over)).toMatchObject({ status: 'in-transit', hold: null });
    }
    const another = fact('hold.released', 60, { hold: 'x', item: 'i' });
    expect(stateOf(trapped, another).status).toBe('on-hold-shelf');
  });

  it('lost ends the loan, claimed keeps it open', () => {
    expect(stateOf(a, marked('lost', 5, 'a'))).toMatchObject({ status: 'lost', loan: 'a' });
    expect(currentLoan(history(a, marked('lost', 5, 'a')))).toBeNull();
    expect(stateOf(a, marked('claimed-returned', 5, 'a'))).toMatchObject({
      status: 'claimed-returned',
      loan: 'a',
    });
    expect(currentLoan(history(a, marked('claimed-returned', 5, 'a')))?.claimedReturnedAt).not.toBeNull();
    expect(stateOf(marked('claimed-returned', 5)).status).toBe('available');
  });

  it('what a reader has is not moved, and a person looks', () => {
    for (const mark of ['missing', 'damaged', 'withdrawn'] as const) {
      expect(stateOf(a, marked(mark, 5))).toStrictEqual({ status: 'on-loan', loan: 'a' });
      expect(rulesOf(a, marked(mark, 5))).toStrictEqual([['moved-while-on-loan', 'a', 'item.marked-5']]);
    }
  });

  it('`found` and `repaired` say something only of what was away or broken', () => {
    for (const mark of ['missing', 'withdrawn', 'lost'] as const)
      expect(stateOf(marked(mark, 5), marked('found', 6)).status).toBe('available');
    expect(stateOf(marked('damaged', 5), marked('repaired', 6)).status).toBe('available');
    expect(stateOf(marked('damaged', 5), marked('found', 6)).status).toBe('damaged');
    expect(stateOf(trapped, marked('repaired', 60)).status).toBe('on-hold-shelf');
    expect(stateOf(trapped, marked('found', 60)).status).toBe('on-hold-shelf');
    expect(stateOf(a, marked('found', 5)).status).toBe('on-loan');
  });

  it('seen at a desk, what was lost or missing is there; what is broken or withdrawn stays so', () => {
    const seen = returned({ id: 's', minute: 70 }, null);
    expect(stateOf(marked('missing', 5), seen).status).toBe('available');
    expect(stateOf(marked('lost', 5), seen).status).toBe('available');
    expect(stateOf(marked('damaged', 5), seen).status).toBe('damaged');
    expect(stateOf(marked('withdrawn', 5), seen).status).toBe('withdrawn');
  });

  it('of two loans, one claimed: when the other ends, the copy is what the first says', () => {
    const b = checkedOut({ id: 'b', station: 'ST-2', minute: 10 }, { patron: 'q' });
    const ended = returned({ id: 'r', minute: 20 }, 'b');
    expect(stateOf(a, marked('claimed-returned', 5, 'a'), b, ended)).toMatchObject({
      status: 'claimed-returned',
      loan: 'a',
    });
  });

  it('uses in the library are counted where nobody had the copy', () => {
    const used = returned({ id: 'u', minute: 70 }, null);
    const counted: Fact =
      used.kind === 'loan.returned' ? { ...used, body: { ...used.body, usedInHouse: true } } : used;
    expect(history(counted, { ...counted, id: 'u2' }).circulation.usesInHouse).toBe(2);
    expect(history(a, counted).circulation.usesInHouse).toBe(0);
  });
});
