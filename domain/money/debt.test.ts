import { describe, expect, it } from 'vitest';
import type { Charge } from './charge.ts';
import { creditOf, debtOf, depositHeld, depositInHand } from './debt.ts';
import { cashIn } from './drawers.ts';
import type { Payment } from './payment.ts';

const charge = (amount: number, paid = 0, waived = 0): Charge => ({
  id: 'c',
  patron: 'p',
  library: 'A',
  ledger: 'service',
  kind: 'service',
  amount,
  waivers: waived === 0 ? [] : [{ id: 'w', amount: waived, ground: 'child' }],
  payments: paid === 0 ? [] : [{ payment: 'x', amount: paid }],
  loan: null,
  item: null,
  title: 'Sao chụp',
  legalAct: '',
  note: '',
  raisedAt: '2026-11-25T09:00:00.000+07:00',
});
const payment = (changes: Partial<Payment>): Payment => ({
  id: 'x',
  patron: 'p',
  library: 'A',
  station: 'ST-1',
  by: 'nv-1',
  purpose: 'deposit',
  method: 'cash',
  amount: 100,
  allocations: [],
  drawer: 'd',
  tendered: null,
  receipt: { kind: 'provisional', text: '' },
  bill: null,
  takenAt: '2026-11-25T09:00:00.000+07:00',
  status: 'received',
  reversedFrom: null,
  ...changes,
});

describe('debt and credit', () => {
  it('a debt is what is open in all, never below nothing', () => {
    expect(debtOf([])).toBe(0);
    expect(debtOf([charge(100, 40, 10), charge(5)])).toBe(55);
    expect(debtOf([charge(0, 30), charge(10)])).toBe(0);
  });

  it('a credit is what fell below what was paid, charge by charge', () => {
    expect(creditOf([charge(0, 30), charge(10)])).toBe(30);
    expect(creditOf([charge(100, 100)])).toBe(0);
  });
});

describe('a deposit', () => {
  const reported = payment({ method: 'vietqr', drawer: null, status: 'reported', amount: 70 });

  it('is what was left less what was given back, while the payments stand', () => {
    expect(depositHeld([payment({}), payment({ purpose: 'deposit-refund', amount: 30 })])).toBe(70);
    expect(depositHeld([payment({ status: 'reversed' }), payment({ purpose: 'charges' })])).toBe(0);
    expect(depositHeld([payment({ status: 'bounced' }), reported])).toBe(70);
  });

  it('in hand without what the bank has not said yet', () => {
    expect(depositInHand([payment({}), reported])).toBe(100);
  });
});

describe('cashIn', () => {
  it('the float, what came in, less what went out', () => {
    const payments = [
      payment({ purpose: 'charges', amount: 500 }),
      payment({ purpose: 'deposit', amount: 200 }),
      payment({ purpose: 'deposit-refund', amount: 50 }),
      payment({ purpose: 'credit-refund', amount: 25 }),
      payment({ method: 'vietqr', drawer: null, amount: 9_999 }),
      payment({ drawer: 'other', amount: 9_999 }),
    ];
    expect(cashIn({ id: 'd', float: 1_000 }, payments)).toBe(1_625);
  });

  it('what was taken back left the drawer it was given back from, not the one it came into', () => {
    const moved = payment({ purpose: 'charges', amount: 500, status: 'reversed', reversedFrom: 'e' });
    expect(cashIn({ id: 'd', float: 0 }, [moved])).toBe(500);
    expect(cashIn({ id: 'e', float: 600 }, [moved])).toBe(100);
    const refund = payment({ purpose: 'deposit-refund', amount: 50, status: 'reversed', reversedFrom: 'd' });
    expect(cashIn({ id: 'd', float: 0 }, [refund])).toBe(0);
  });
});
