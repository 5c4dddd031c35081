import { describe, expect, it } from 'vitest';
import type { Ledger } from './charge.ts';
import type { Posting } from './ledger.ts';
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
const owes = (outstanding: number, ledger: Ledger = 'compensation') => ({ ledger, outstanding });
const sums = (...entries: readonly (readonly Posting[])[]): object =>
  Object.fromEntries([...balanceOf(entries.flat())].filter(([, sum]) => sum !== 0));

describe('entries', () => {
  it('a charge is a receivable and earns; assessed anew it is entered as the difference', () => {
    expect(chargeAssessed(owes(0), 0, 180_000)).toStrictEqual([
      { account: 'receivable:compensation', debit: 180_000, credit: 0 },
      { account: 'income:compensation', debit: 0, credit: 180_000 },
    ]);
    expect(chargeAssessed(owes(180_000), 180_000, 45_000)).toStrictEqual([
      { account: 'receivable:compensation', debit: 0, credit: 135_000 },
      { account: 'income:compensation', debit: 135_000, credit: 0 },
    ]);
    expect(chargeAssessed(owes(45_000), 45_000, 45_000)).toStrictEqual([]);
  });

  it('a deposit that is asked for is no income', () => {
    expect(sums(chargeAssessed(owes(0, 'deposit'), 0, 200_000))).toStrictEqual({
      'receivable:deposit': 200_000,
      'deposits-held': -200_000,
    });
  });

  // G16 (Koha Circulation/Returns.t): 99 paid for a loss that is then found is owed back.
  it('what was paid for a charge that fell is owed to the reader and goes out in cash', () => {
    const found = [
      chargeAssessed(owes(0), 0, 99),
      chargesPaid(cash, [{ ...owes(99), amount: 99 }]),
      chargeAssessed(owes(0), 99, 0),
    ];
    expect(sums(...found)).toStrictEqual({ 'cash:N1': 99, 'credit-owed': -99 });
    expect(sums(...found, chargesPaid(cash, [{ ...owes(-99), amount: -99 }]))).toStrictEqual({});
  });

  it('a charge that falls below what is paid first closes the receivable', () => {
    expect(chargeAssessed(owes(60), 99, 0)).toStrictEqual([
      { account: 'receivable:compensation', debit: 0, credit: 60 },
      { account: 'credit-owed', debit: 0, credit: 39 },
      { account: 'income:compensation', debit: 99, credit: 0 },
    ]);
  });

  it('a waiver says its ground', () => {
    expect(sums(chargeWaived(owes(30_000, 'fee'), 10_000, 'poor-household'))).toStrictEqual({
      'waived:poor-household': 10_000,
      'receivable:fee': -10_000,
    });
  });

  it('a transfer is reported, then received, or bounces and is owed again', () => {
    const parts = (outstanding: number) => [
      { ...owes(outstanding, 'fee'), amount: 20_000 },
      { ...owes(outstanding, 'service'), amount: 20_000 },
    ];
    const paid = chargesPaid(reported, parts(20_000));
    expect(sums(paid)).toMatchObject({ 'bank:reported': 40_000, 'receivable:fee': -20_000 });
    expect(sums(paid, transferReceived(40_000))).toMatchObject({ 'bank:received': 40_000 });
    expect(sums(paid, transferBounced(parts(0)))).toStrictEqual({});
  });

  it('a payment taken back leaves the purse it stands in, and the charge is open again', () => {
    const paid = chargesPaid(cash, [{ ...owes(50_000), amount: 50_000 }]);
    const back = paymentReversed({ kind: 'cash', drawer: 'N2' }, [{ ...owes(0), amount: 50_000 }]);
    expect(sums(paid, back)).toStrictEqual({ 'cash:N1': 50_000, 'cash:N2': -50_000 });
  });

  it('deposits are held, never earned', () => {
    const taken = depositTaken(cash, 200_000);
    expect(sums(taken)).toStrictEqual({ 'cash:N1': 200_000, 'deposits-held': -200_000 });
    expect(sums(taken, depositRefunded(cash, 200_000))).toStrictEqual({});
  });

  it('a drawer is emptied into the safe; what is short or over is said', () => {
    const opened = drawerOpened('N1', 500);
    expect(sums(opened)).toStrictEqual({ 'cash:N1': 500, safe: -500 });
    expect(sums(opened, drawerClosed('N1', 500, 480))).toStrictEqual({ safe: -20, 'cash-difference': 20 });
    expect(sums(opened, drawerClosed('N1', 500, 530))).toStrictEqual({ safe: 30, 'cash-difference': -30 });
    expect(sums(opened, drawerClosed('N1', 500, 500))).toStrictEqual({});
  });

  it('knows books that do not balance', () => {
    expect(isBalanced([{ account: 'safe', debit: 1, credit: 0 }])).toBe(false);
    expect(isBalanced([])).toBe(true);
  });
});
