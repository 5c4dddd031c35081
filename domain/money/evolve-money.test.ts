import { describe, expect, it } from 'vitest';
import type { Fact, FactBodies, FactKind } from '../facts/fact.ts';
import { returned } from '../testing/facts.ts';
import type { Charge } from './charge.ts';
import { outstanding } from './charge.ts';
import { evolveCharge, evolveDrawer, evolvePayment, maySettle } from './evolve-money.ts';
import type { Payment } from './payment.ts';

function fact<K extends FactKind>(kind: K, id: string, minute: number, body: FactBodies[K]): Fact {
  // Kind and body belong together by the signature; the compiler does not carry that through the spread.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...returned({ id, minute }, null), kind, body } as Fact;
}

const assessed = (amount: number, minute = 0): Fact =>
  fact('charge.assessed', `a${minute}`, minute, {
    charge: 'c',
    patron: 'p',
    library: 'A',
    ledger: 'compensation',
    kind: 'overdue',
    amount,
    loan: 'l',
    item: 'i',
    title: 'Dế Mèn',
    legalAct: '',
    note: '',
  });
const waived = (id: string, amount: number): Fact =>
  fact('charge.waived', id, 5, {
    charge: 'c',
    patron: 'p',
    library: 'A',
    amount,
    ground: 'library-decision',
    note: '',
  });
const takenBody = (changes: Partial<FactBodies['payment.taken']> = {}): FactBodies['payment.taken'] => ({
  patron: 'p',
  library: 'A',
  purpose: 'charges',
  method: 'cash',
  amount: 400,
  allocations: [
    { charge: 'c', ledger: 'compensation', amount: 300 },
    { charge: 'x', ledger: 'fee', amount: 100 },
  ],
  drawer: 'd',
  tendered: 500,
  receipt: { kind: 'provisional', text: 'ST-1/2026/T0000001' },
  bill: null,
  ...changes,
});
const taken = (changes: Partial<FactBodies['payment.taken']> = {}): Fact =>
  fact('payment.taken', 'pay', 6, takenBody(changes));
const settled = (status: FactBodies['payment.settled']['status'], drawer: string | null = null): Fact =>
  fact('payment.settled', `s-${status}`, 7, {
    payment: 'pay',
    patron: 'p',
    library: 'A',
    status,
    allocations: takenBody().allocations,
    drawer,
    note: '',
  });
const charge = (...facts: readonly Fact[]): Charge | null =>
  facts.reduce<Charge | null>((held, one) => evolveCharge(held, 'c', one), null);
const payment = (...facts: readonly Fact[]): Payment | null =>
  facts.reduce<Payment | null>(evolvePayment, null);
const open = (...facts: readonly Fact[]): number | null => {
  const held = charge(...facts);
  return held && outstanding(held);
};

describe('evolveCharge', () => {
  it('the newest assessment is the amount; when it was raised stays', () => {
    const held = charge(assessed(1000), assessed(700, 9));
    expect(held).toMatchObject({ amount: 700, raisedAt: '2026-11-22T08:00:00.000+07:00' });
  });

  it('takes its own part of a payment, once', () => {
    expect(open(assessed(1000), taken(), taken())).toBe(700);
    expect(charge(assessed(1000), taken())?.payments).toStrictEqual([{ payment: 'pay', amount: 300 }]);
  });

  it('counts a waiver once, and several together', () => {
    expect(open(assessed(1000), waived('w1', 200), waived('w1', 200), waived('w2', 100))).toBe(700);
  });

  it('is open again when a payment bounced or was taken back; received changes nothing', () => {
    expect(open(assessed(1000), taken(), settled('received'))).toBe(700);
    expect(open(assessed(1000), taken(), settled('bounced'))).toBe(1000);
    expect(open(assessed(1000), taken(), settled('reversed', 'd'))).toBe(1000);
  });

  it('assessed below what was paid, it is a credit', () => {
    expect(open(assessed(1000), taken(), assessed(100, 9))).toBe(-200);
  });

  it('assessed below what was waived, it is nothing: only money that was paid becomes a credit', () => {
    expect(open(assessed(1000), waived('w1', 400), waived('w2', 500), assessed(600, 9))).toBe(0);
    expect(open(assessed(1000), waived('w1', 700), taken(), assessed(600, 9))).toBe(-300);
    expect(open(assessed(1000), waived('w1', 700), assessed(600, 9), assessed(1000, 10))).toBe(300);
  });

  it('nothing before it was assessed', () => {
    expect(charge(waived('w', 1), taken())).toBeNull();
  });
});

describe('evolvePayment', () => {
  it('cash is there, a transfer is only reported', () => {
    expect(payment(taken())).toMatchObject({ status: 'received', drawer: 'd', by: 'nv-1', station: 'ST-1' });
    expect(payment(taken({ method: 'vietqr', drawer: null }))?.status).toBe('reported');
  });

  it('what bounced or was taken back stays so', () => {
    const transfer = taken({ method: 'vietqr', drawer: null });
    expect(payment(transfer, settled('bounced'), settled('received'))?.status).toBe('bounced');
    expect(payment(taken(), settled('reversed', 'd2'), settled('received'))).toMatchObject({
      status: 'reversed',
      reversedFrom: 'd2',
    });
    expect(payment(taken(), settled('bounced'))?.status).toBe('received');
    expect(payment(transfer, settled('bounced'), transfer)?.status).toBe('bounced');
    expect(payment(settled('received'))).toBeNull();
  });

  it.each([
    ['reported', 'received', true],
    ['reported', 'bounced', true],
    ['reported', 'reversed', true],
    ['received', 'reversed', true],
    ['received', 'bounced', false],
    ['received', 'received', false],
    ['bounced', 'reversed', false],
    ['reversed', 'reversed', false],
  ] as const)('from %s to %s: %s', (from, to, may) => {
    expect(maySettle(from, to)).toBe(may);
  });
});

describe('evolveDrawer', () => {
  const opened = fact('drawer.opened', 'o', 1, { drawer: 'd', library: 'A', float: 500 });
  const closed = (counted: number): Fact =>
    fact('drawer.closed', 'c', 9, { drawer: 'd', library: 'A', counted, expected: 900, note: 'đếm' });

  it('opens once and closes once', () => {
    const again = { ...opened, at: '2026-11-23T08:00:00.000+07:00' };
    expect(evolveDrawer(evolveDrawer(null, opened), again)).toMatchObject({
      id: 'd',
      station: 'ST-1',
      float: 500,
      openedAt: '2026-11-22T08:01:00.000+07:00',
      closed: null,
    });
    const shut = [opened, closed(800), closed(700)].reduce(evolveDrawer, null);
    expect(shut?.closed).toMatchObject({ counted: 800, expected: 900, by: 'nv-1' });
    expect(evolveDrawer(null, closed(1))).toBeNull();
  });
});
