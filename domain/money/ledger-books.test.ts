import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ledger } from './charge.ts';
import { ledgers } from './charge.ts';
import type { Account, Posting } from './ledger.ts';
import {
  balanceOf,
  chargeAssessed,
  chargesPaid,
  chargeWaived,
  depositRefunded,
  depositTaken,
  drawerClosed,
  drawerOpened,
  isBalanced,
  paymentReversed,
  transferBounced,
  transferReceived,
} from './ledger.ts';

const cash = { kind: 'cash', drawer: 'N1' } as const;
const reported = { kind: 'transfer', status: 'reported' } as const;

/** What a desk remembers besides the books: enough to say what they must come to. */
interface Desk {
  readonly charges: { readonly ledger: Ledger; amount: number; open: number }[];
  readonly payments: {
    readonly charge: number;
    readonly amount: number;
    purse: typeof cash | typeof reported | 'received';
  }[];
  held: number;
  drawer: number;
}

interface Step {
  readonly does:
    | 'charge'
    | 'reassess'
    | 'waive'
    | 'pay'
    | 'report'
    | 'receive'
    | 'undo'
    | 'deposit'
    | 'refund'
    | 'credit'
    | 'close';
  readonly which: number;
  readonly amount: number;
  readonly ledger: Ledger;
}

function perform(desk: Desk, { does, which, amount, ledger }: Step): readonly Posting[] {
  const charge = desk.charges[which % Math.max(1, desk.charges.length)];
  const open = charge && { ledger: charge.ledger, outstanding: charge.open };
  switch (does) {
    case 'charge':
      desk.charges.push({ ledger, amount, open: amount });
      return chargeAssessed({ ledger, outstanding: 0 }, 0, amount);
    case 'deposit':
      desk.held += amount;
      desk.drawer += amount;
      return depositTaken(cash, amount);
    case 'refund': {
      const back = Math.min(amount, desk.held);
      desk.held -= back;
      desk.drawer -= back;
      return depositRefunded(cash, back);
    }
    case 'close': {
      const expected = desk.drawer;
      desk.drawer = amount;
      return [...drawerClosed('N1', expected, amount + 1), ...drawerOpened('N1', amount)];
    }
    case 'receive':
    case 'undo': {
      const index = which % Math.max(1, desk.payments.length);
      return settle(desk, index, does);
    }
    case 'reassess':
    case 'waive':
    case 'pay':
    case 'report':
    case 'credit':
      return charge && open ? onCharge(desk, charge, does, amount) : [];
  }
}

function settle(desk: Desk, index: number, does: 'receive' | 'undo'): readonly Posting[] {
  const payment = desk.payments[index];
  const charge = payment && desk.charges[payment.charge];
  if (!payment || !charge) return [];
  if (does === 'receive') {
    if (payment.purse !== reported) return [];
    payment.purse = 'received';
    return transferReceived(payment.amount);
  }
  const parts = [{ ledger: charge.ledger, outstanding: charge.open, amount: payment.amount }];
  charge.open += payment.amount;
  desk.payments.splice(index, 1);
  if (payment.purse === reported) return transferBounced(parts);
  if (payment.purse === 'received') return paymentReversed({ kind: 'transfer', status: 'received' }, parts);
  desk.drawer -= payment.amount;
  return paymentReversed(cash, parts);
}

function onCharge(
  desk: Desk,
  charge: Desk['charges'][number],
  does: 'reassess' | 'waive' | 'pay' | 'report' | 'credit',
  amount: number,
): readonly Posting[] {
  const open = { ledger: charge.ledger, outstanding: charge.open };
  if (does === 'reassess') {
    const from = charge.amount;
    charge.open += amount - from;
    charge.amount = amount;
    return chargeAssessed(open, from, amount);
  }
  if (does === 'credit') {
    const back = Math.min(amount, Math.max(0, -charge.open));
    charge.open += back;
    desk.drawer -= back;
    return chargesPaid(cash, [{ ...open, amount: -back }]);
  }
  const part = Math.min(amount, Math.max(0, charge.open));
  charge.open -= part;
  if (does === 'waive') return chargeWaived(open, part, 'library-decision');
  const purse = does === 'pay' ? cash : reported;
  if (does === 'pay') desk.drawer += part;
  if (part > 0) desk.payments.push({ charge: desk.charges.indexOf(charge), amount: part, purse });
  return chargesPaid(purse, [{ ...open, amount: part }]);
}

it('whatever is done, the books balance and say what the reader owes, is owed and has left', () => {
  const step: fc.Arbitrary<Step> = fc.record({
    does: fc.constantFrom<Step['does'][]>(
      'charge',
      'reassess',
      'waive',
      'pay',
      'report',
      'receive',
      'undo',
      'deposit',
      'refund',
      'credit',
      'close',
    ),
    which: fc.nat({ max: 5 }),
    amount: fc.nat({ max: 200_000 }),
    ledger: fc.constantFrom(...ledgers.filter((ledger) => ledger !== 'deposit')),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const desk: Desk = { charges: [], payments: [], held: 0, drawer: 0 };
      const books: Posting[] = [];
      for (const one of steps) {
        const entry = perform(desk, one);
        expect(isBalanced(entry)).toBe(true);
        expect(entry.every(({ debit, credit }) => Math.min(debit, credit) === 0 && debit + credit > 0)).toBe(
          true,
        );
        books.push(...entry);
      }
      const balances = balanceOf(books);
      const sum = (account: Account): number => balances.get(account) ?? 0;
      for (const ledger of ledgers)
        expect(sum(`receivable:${ledger}`)).toBe(
          total(desk.charges.map((charge) => (charge.ledger === ledger ? Math.max(0, charge.open) : 0))),
        );
      expect(sum('credit-owed')).toBe(total(desk.charges.map(({ open }) => Math.min(0, open))));
      expect(sum('deposits-held') + desk.held).toBe(0);
      expect(sum('cash:N1')).toBe(desk.drawer);
      const underway = desk.payments.map(({ amount, purse }) => (purse === reported ? amount : 0));
      expect(sum('bank:reported')).toBe(total(underway));
    }),
    { numRuns: 500 },
  );
});

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
