import { describe, expect, it } from 'vitest';
import type { Fact, FactBodies, FactKind } from '../facts/fact.ts';
import { returned } from '../testing/facts.ts';
import type { Charge } from './charge.ts';
import type { Drawer } from './drawer.ts';
import { isBalanced } from './ledger.ts';
import type { Payment } from './payment.ts';
import type { BooksAround } from './postings-of.ts';
import { postingsOf } from './postings-of.ts';

function fact<K extends FactKind>(kind: K, body: FactBodies[K]): Fact {
  // Kind and body belong together by the signature; the compiler does not carry that through the spread.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...returned({ id: 'f', minute: 0 }, null), kind, body } as Fact;
}

const charge = (changes: Partial<Charge> = {}): Charge => ({
  id: 'c',
  patron: 'p',
  library: 'A',
  ledger: 'compensation',
  kind: 'overdue',
  amount: 100,
  waivers: [],
  payments: [],
  loan: null,
  item: null,
  title: 'Dế Mèn',
  legalAct: '',
  note: '',
  raisedAt: '2026-11-25T09:00:00.000+07:00',
  ...changes,
});
const payment = (changes: Partial<Payment> = {}): Payment => ({
  id: 'pay',
  patron: 'p',
  library: 'A',
  station: 'ST-1',
  by: 'nv-1',
  purpose: 'charges',
  method: 'cash',
  amount: 60,
  allocations: [{ charge: 'c', ledger: 'compensation', amount: 60 }],
  drawer: 'd',
  tendered: null,
  receipt: { kind: 'provisional', text: '' },
  bill: null,
  takenAt: '2026-11-25T09:00:00.000+07:00',
  status: 'received',
  reversedFrom: null,
  ...changes,
});
const drawer: Drawer = {
  id: 'd',
  library: 'A',
  station: 'ST-1',
  openedAt: '2026-11-25T07:00:00.000+07:00',
  openedBy: 'nv-1',
  float: 500,
  closed: null,
};

interface Around {
  readonly before?: Charge | null;
  readonly after?: Charge | null;
  readonly payment?: Payment | null;
  readonly drawer?: Drawer | null;
}

/** Debits less credits by account, in the order they were entered. */
function entry(of: Fact, around: Around = {}): readonly (readonly [string, number])[] {
  const rows: BooksAround = {
    chargeBefore: () => around.before ?? null,
    chargeAfter: () => around.after ?? null,
    paymentBefore: () => around.payment ?? null,
    drawerBefore: () => around.drawer ?? null,
  };
  const postings = postingsOf(of, rows);
  expect(isBalanced(postings)).toBe(true);
  return postings.map(({ account, debit, credit }) => [account, debit - credit] as const);
}

const assessed = fact('charge.assessed', { ...charge(), charge: 'c' });
const waived = fact('charge.waived', {
  charge: 'c',
  patron: 'p',
  library: 'A',
  amount: 30,
  ground: 'child',
  note: '',
});
const taken = (changes: Partial<FactBodies['payment.taken']> = {}): Fact =>
  fact('payment.taken', { ...payment(), ...changes });
const settled = (status: FactBodies['payment.settled']['status'], to: string | null = null): Fact =>
  fact('payment.settled', {
    payment: 'pay',
    patron: 'p',
    library: 'A',
    status,
    allocations: payment().allocations,
    drawer: to,
    note: '',
  });

describe('postingsOf', () => {
  it('a charge is owed and earned; assessed anew, the difference; told again, nothing', () => {
    expect(entry(assessed, { after: charge() })).toStrictEqual([
      ['receivable:compensation', 100],
      ['income:compensation', -100],
    ]);
    expect(entry(assessed, { before: charge(), after: charge({ amount: 40 }) })).toStrictEqual([
      ['receivable:compensation', -60],
      ['income:compensation', 60],
    ]);
    expect(entry(assessed, { before: charge(), after: charge() })).toStrictEqual([]);
    const paid = [{ payment: 'x', amount: 100 }];
    expect(
      entry(assessed, { before: charge({ payments: paid }), after: charge({ amount: 40, payments: paid }) }),
    ).toStrictEqual([
      ['credit-owed', -60],
      ['income:compensation', 60],
    ]);
  });

  it('a waiver by its ground, once', () => {
    const after = charge({ waivers: [{ id: 'f', amount: 30, ground: 'child' }] });
    expect(entry(waived, { before: charge(), after })).toStrictEqual([
      ['waived:child', 30],
      ['receivable:compensation', -30],
    ]);
    expect(entry(waived, { before: after, after })).toStrictEqual([]);
    expect(entry(waived)).toStrictEqual([]);
  });

  it('a charge assessed below what was waived of it: nobody comes to own what nobody paid', () => {
    const waivers = [
      { id: 'v', amount: 20, ground: 'child' },
      { id: 'w', amount: 60, ground: 'poor' },
    ];
    const before = charge({ waivers });
    const after = charge({ waivers, amount: 50 });
    expect(entry(assessed, { before, after })).toStrictEqual([
      ['receivable:compensation', -20],
      ['credit-owed', -30],
      ['income:compensation', 50],
      ['waived:poor', -30],
      ['credit-owed', 30],
    ]);
    expect(entry(assessed, { before: after, after: before })).toStrictEqual([
      ['receivable:compensation', 50],
      ['income:compensation', -50],
      ['waived:poor', 30],
      ['receivable:compensation', -30],
    ]);
  });

  it('what is undone is entered the other way round, waivers with it', () => {
    const undone = fact('act.undone', {
      facts: ['x'],
      streams: ['item/i', 'charge/c'],
      restores: [],
      note: '',
    });
    const before = charge({ waivers: [{ id: 'w', amount: 30, ground: 'child' }] });
    expect(entry(undone, { before, after: null })).toStrictEqual([
      ['receivable:compensation', -70],
      ['credit-owed', -30],
      ['income:compensation', 100],
      ['waived:child', -30],
      ['credit-owed', 30],
    ]);
    expect(entry(undone)).toStrictEqual([]);
  });

  it('money for charges comes into the drawer, or is reported', () => {
    expect(entry(taken(), { before: charge() })).toStrictEqual([
      ['cash:d', 60],
      ['receivable:compensation', -60],
    ]);
    expect(entry(taken({ method: 'vietqr', drawer: null }), { before: charge() })).toStrictEqual([
      ['bank:reported', 60],
      ['receivable:compensation', -60],
    ]);
    expect(entry(taken(), { before: charge(), payment: payment() })).toStrictEqual([]);
  });

  it('a deposit is held, not earned; given back it leaves', () => {
    expect(entry(taken({ purpose: 'deposit', allocations: [] }))).toStrictEqual([
      ['cash:d', 60],
      ['deposits-held', -60],
    ]);
    expect(entry(taken({ purpose: 'deposit-refund', allocations: [] }))).toStrictEqual([
      ['deposits-held', 60],
      ['cash:d', -60],
    ]);
  });

  it('a credit that is given back leaves the drawer', () => {
    const before = charge({ amount: 0, payments: [{ payment: 'x', amount: 60 }] });
    const back = [{ charge: 'c', ledger: 'compensation', amount: -60 }] as const;
    expect(entry(taken({ purpose: 'credit-refund', allocations: back }), { before })).toStrictEqual([
      ['cash:d', -60],
      ['credit-owed', 60],
    ]);
  });

  it('a transfer is received, bounces, or is taken back from where it stands', () => {
    const reported = payment({ method: 'vietqr', drawer: null, status: 'reported' });
    const before = charge({ payments: [{ payment: 'pay', amount: 60 }] });
    expect(entry(settled('received'), { payment: reported })).toStrictEqual([
      ['bank:received', 60],
      ['bank:reported', -60],
    ]);
    expect(entry(settled('bounced'), { payment: reported, before })).toStrictEqual([
      ['bank:reported', -60],
      ['receivable:compensation', 60],
    ]);
    expect(
      entry(settled('reversed'), { payment: { ...reported, status: 'received' }, before }),
    ).toStrictEqual([
      ['bank:received', -60],
      ['receivable:compensation', 60],
    ]);
  });

  it('cash is given back from the drawer that gives it; a settlement that comes too late enters nothing', () => {
    const before = charge({ payments: [{ payment: 'pay', amount: 60 }] });
    expect(entry(settled('reversed', 'e'), { payment: payment(), before })).toStrictEqual([
      ['cash:e', -60],
      ['receivable:compensation', 60],
    ]);
    const deposit = payment({ purpose: 'deposit', allocations: [] });
    expect(entry(settled('reversed', 'e'), { payment: deposit })).toStrictEqual([
      ['deposits-held', 60],
      ['cash:e', -60],
    ]);
    const refund = payment({ purpose: 'deposit-refund', allocations: [] });
    expect(entry(settled('reversed', 'e'), { payment: refund })).toStrictEqual([
      ['cash:e', 60],
      ['deposits-held', -60],
    ]);
    expect(entry(settled('reversed', 'e'), { payment: payment({ status: 'reversed' }) })).toStrictEqual([]);
    expect(entry(settled('bounced'), { payment: payment() })).toStrictEqual([]);
    expect(entry(settled('received'))).toStrictEqual([]);
  });

  it('a drawer gets its float and gives what was counted; the difference is said', () => {
    const opened = fact('drawer.opened', { drawer: 'd', library: 'A', float: 500 });
    const closed = fact('drawer.closed', {
      drawer: 'd',
      library: 'A',
      counted: 540,
      expected: 560,
      note: 'x',
    });
    expect(entry(opened)).toStrictEqual([
      ['cash:d', 500],
      ['safe', -500],
    ]);
    expect(entry(opened, { drawer })).toStrictEqual([]);
    expect(entry(closed, { drawer })).toStrictEqual([
      ['safe', 540],
      ['cash-difference', 20],
      ['cash:d', -560],
    ]);
    const shut = { ...drawer, closed: { at: '', by: '', counted: 1, expected: 1, note: '' } };
    expect(entry(closed, { drawer: shut })).toStrictEqual([]);
    expect(entry(closed)).toStrictEqual([]);
  });

  it('a loan moves no money', () => {
    expect(entry(returned({ id: 'r', minute: 0 }, null))).toStrictEqual([]);
  });
});
