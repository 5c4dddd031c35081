import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import type { Item } from '../catalogue/catalogue.ts';
import type { Patron } from '../patrons/patron.ts';
import type { LoanPolicy, PolicySet } from '../policy/policy.ts';
import type { CheckoutView, RenewView } from './decide.ts';
import { decideCheckout, decideRenewal, decideReturn } from './decide.ts';
import type { Loan } from './loan.ts';

const patron: Patron = {
  id: 'p',
  library: 'A',
  card: 'THE-1',
  name: 'Bạn đọc Thử',
  category: 'nguoi-lon',
  status: 'active',
  expires: '2027-12-31',
};
const item: Item = {
  id: 'i',
  biblio: 'b',
  library: 'A',
  barcode: 'VV.1',
  callNumber: '895.922',
  itemClass: 'sach',
  collection: 'kho-mo',
  price: 45_000,
  status: 'in-circulation',
};
const loan: Loan = {
  id: 'L1',
  item: 'i',
  patron: 'p',
  library: 'A',
  station: 'ST-1',
  checkedOutAt: '2026-11-10T08:00:00.000+07:00',
  due: '2026-11-25',
  renewals: 0,
  policyVersion: 'v1',
  returnedAt: null,
};
const loanPolicy: LoanPolicy = {
  id: 'thuong',
  name: 'Mượn thường',
  period: 15,
  maxLoans: 3,
  renewals: 1,
  renewalPeriod: 15,
  closedDays: 'push',
  cardExpiry: 'cap',
};
const policyWith = (change: Partial<LoanPolicy> = {}): PolicySet => ({
  id: 'v1',
  version: 'v1',
  effectiveFrom: '2026-01-01',
  rules: [{ id: 'chung', when: {}, loanPolicy: 'thuong' }],
  loanPolicies: [{ ...loanPolicy, ...change }],
});
const calendar: Calendar = {
  id: 'c',
  library: 'A',
  weeklyClosed: [1],
  closures: [{ from: '2027-02-04', to: '2027-02-11', name: 'Tết Đinh Mùi' }],
};
const view: CheckoutView = {
  today: '2026-11-22',
  library: 'A',
  policySet: policyWith(),
  calendar,
  patron,
  item,
  openLoan: null,
  patronLoanCount: 0,
};
const codes = (change: Partial<CheckoutView>): string[] =>
  decideCheckout({ ...view, ...change }).reasons.map(({ code }) => code);

describe('check-out', () => {
  it('lends with a due date pushed past the weekly closing day', () => {
    const decision = decideCheckout(view);
    expect(decision.outcome).toBe('done');
    // 22 November + 15 days is Monday 7 December, a closed day here.
    expect(decision.facts).toMatchObject([
      { kind: 'loan.checked-out', body: { due: '2026-12-08', policy: { version: 'v1', rule: 'chung' } } },
    ]);
    expect(decision.explanation.due).toStrictEqual({
      from: '2026-11-22',
      days: 15,
      skipped: [{ date: '2026-12-07', name: 'weekly' }],
      cappedBy: null,
      due: '2026-12-08',
    });
  });

  it('pushes past Tết, named, and past the closing day after it', () => {
    const { due } = decideCheckout({ ...view, today: '2027-01-22' }).explanation;
    expect(due?.due).toBe('2027-02-12');
    expect(new Set(due?.skipped.map(({ name }) => name))).toStrictEqual(new Set(['Tết Đinh Mùi']));
  });

  it('is never due after the card has expired', () => {
    const decision = decideCheckout({ ...view, patron: { ...patron, expires: '2026-11-30' } });
    expect(decision.explanation.due).toMatchObject({ due: '2026-11-30', cappedBy: '2026-11-30' });
  });

  it('keeps a due date on a closed day when the policy says so', () => {
    const { due } = decideCheckout({ ...view, policySet: policyWith({ closedDays: 'keep' }) }).explanation;
    expect(due?.due).toBe('2026-12-07');
  });

  it.each([
    ['a card past its last day', { patron: { ...patron, expires: '2026-11-21' } }, ['LT-1201']],
    ['a blocked card', { patron: { ...patron, status: 'blocked' } }, ['LT-1202']],
    ['a card reported lost', { patron: { ...patron, status: 'card-lost' } }, ['LT-1209']],
    ['a reader at the limit', { patronLoanCount: 3 }, ['LT-1203']],
    ['a copy that is not lent', { item: { ...item, status: 'not-for-loan' } }, ['LT-1206']],
    ['a copy another reader has', { openLoan: { ...loan, patron: 'q' } }, ['LT-1204']],
    ['a copy this reader has', { openLoan: loan }, ['LT-1205']],
    ['no policy at all', { policySet: null }, ['LT-1207']],
    ['a policy that does not lend', { policySet: policyWith({ period: 'none' }) }, ['LT-1208']],
    [
      'a library that never opens',
      { calendar: { ...calendar, weeklyClosed: [1, 2, 3, 4, 5, 6, 7] } },
      ['LT-1210'],
    ],
  ] satisfies [string, Partial<CheckoutView>, string[]][])('refuses %s', (_what, change, expected) => {
    expect(codes(change)).toStrictEqual(expected);
    expect(decideCheckout({ ...view, ...change }).facts).toStrictEqual([]);
  });

  it('says every reason at once, in a stable order', () => {
    const everything = {
      patron: { ...patron, status: 'blocked', expires: '2026-01-01' },
      item: { ...item, status: 'damaged' },
      openLoan: { ...loan, patron: 'q' },
      patronLoanCount: 9,
    } as const;
    expect(codes(everything)).toStrictEqual(['LT-1202', 'LT-1201', 'LT-1206', 'LT-1204', 'LT-1203']);
  });

  it('lends on the last day of a card and below the limit', () => {
    expect(codes({ patron: { ...patron, expires: '2026-11-22' }, patronLoanCount: 2 })).toStrictEqual([]);
  });

  it('takes unlimited for what it says', () => {
    expect(codes({ policySet: policyWith({ maxLoans: 'unlimited' }), patronLoanCount: 900 })).toStrictEqual(
      [],
    );
  });

  it('explains the limit it refused by', () => {
    const decision = decideCheckout({ ...view, patronLoanCount: 3 });
    expect(decision.explanation.limit).toStrictEqual({ count: 3, max: 3 });
    expect(decision.reasons[0]?.params).toStrictEqual({ count: 3, max: 3 });
  });
});

describe('return', () => {
  const base = { library: 'A', libraryName: 'Thư viện A', item };

  it('closes the open loan', () => {
    const decision = decideReturn({ ...base, openLoan: loan });
    expect(decision).toMatchObject({ outcome: 'done', reasons: [] });
    expect(decision.facts).toMatchObject([{ kind: 'loan.returned', body: { loan: 'L1' } }]);
  });

  it('is a fact even when no loan is known: the book is on the desk', () => {
    const decision = decideReturn({ ...base, openLoan: null });
    expect(decision.outcome).toBe('routed');
    expect(decision.reasons.map(({ code }) => code)).toStrictEqual(['LT-1301']);
    expect(decision.facts).toMatchObject([{ kind: 'loan.returned', body: { loan: null } }]);
  });

  it('sends a copy of another library home', () => {
    const away = { ...base, item: { ...item, library: 'B' }, libraryName: 'Thư viện B', openLoan: loan };
    expect(decideReturn(away).reasons).toStrictEqual([
      { code: 'LT-1302', params: { library: 'Thư viện B' } },
    ]);
  });
});

describe('renewal', () => {
  const base: RenewView = {
    today: '2026-11-22',
    library: 'A',
    policySet: policyWith(),
    calendar,
    patron,
    item,
    loan,
  };
  const renewalCodes = (change: Partial<RenewView>): string[] =>
    decideRenewal({ ...base, ...change }).reasons.map(({ code }) => code);

  it('counts from today and past closed days', () => {
    const decision = decideRenewal(base);
    expect(decision.facts).toMatchObject([
      { kind: 'loan.renewed', body: { due: '2026-12-08', renewals: 1 } },
    ]);
  });

  it.each([
    [
      'a loan that has ended',
      { loan: { ...loan, returnedAt: '2026-11-20T08:00:00.000+07:00' } },
      ['LT-1401'],
    ],
    ['at the renewal limit', { loan: { ...loan, renewals: 1 } }, ['LT-1402']],
    ['what would not move the date', { loan: { ...loan, due: '2026-12-08' } }, ['LT-1403']],
    ['what the policy does not renew', { policySet: policyWith({ renewals: 'none' }) }, ['LT-1404']],
    ['an expired card', { patron: { ...patron, expires: '2026-11-01' } }, ['LT-1201', 'LT-1403']],
    ['without a rule', { policySet: null }, ['LT-1207']],
  ] satisfies [string, Partial<RenewView>, string[]][])('refuses %s', (_what, change, expected) => {
    expect(renewalCodes(change)).toStrictEqual(expected);
  });
});
