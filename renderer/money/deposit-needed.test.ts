import { expect, it } from 'vitest';
import type { PatronLoan } from '../../contract/workstation/desk.ts';
import { demoPolicySet } from '../../domain/demo/policies.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';
import { securedLoans } from './deposit-needed.ts';

const gives = { loan: 'l', overdue: 'o', hold: 'h', loss: 'm', deposit: 'd' };
/** The first of the policies, under another id. */
function renamed<P extends { readonly id: string }>(policies: readonly P[], id: string): readonly P[] {
  return policies.slice(0, 1).flatMap((policy) => [Object.assign({}, policy, { id })]);
}

const set: PolicySet = {
  ...demoPolicySet,
  version: '1',
  loanPolicies: renamed(demoPolicySet.loanPolicies, 'l'),
  overduePolicies: renamed(demoPolicySet.overduePolicies, 'o'),
  holdPolicies: renamed(demoPolicySet.holdPolicies, 'h'),
  lossPolicies: renamed(demoPolicySet.lossPolicies, 'm'),
  depositPolicies: [{ id: 'd', name: 'Thế chân', ceiling: 'cover-price', minimumPerItem: 100_000 }],
};

const loan = (price: number, use: 'home' | 'reading-room', version = '1'): PatronLoan => ({
  loan: {
    id: 'loan',
    item: 'item',
    barcode: 'VV.1',
    biblio: 'biblio',
    itemClass: 'sach',
    collection: 'kho-mo',
    price,
    patron: 'p-1',
    library: 'TV',
    station: 'tv-q1',
    use,
    checkedOutAt: '2026-11-22T08:00:00+07:00',
    due: '2026-12-06',
    renewals: 0,
    unseenRenewals: 0,
    policy: { version, rule: 'QT-01', gives },
    recall: null,
    claimedReturnedAt: null,
    lostAt: null,
    returnedAt: null,
  },
  item: {
    id: 'item',
    biblio: 'biblio',
    barcode: 'VV.1',
    title: 'Sách thử',
    author: '',
    callNumber: '',
    library: 'TV',
  },
  overdue: false,
  chargeNow: 0,
  provisional: false,
});

const amounts = (loans: readonly PatronLoan[], sets = [set]) =>
  securedLoans(loans, sets)?.map(({ amount }) => amount) ?? null;

it('counts the cover price, and never less than the least for a copy', () => {
  expect(amounts([loan(250_000, 'home'), loan(20_000, 'home')])).toEqual([250_000, 100_000]);
});

it('leaves out what is read here and what no deposit is asked for', () => {
  const free: PolicySet = {
    ...set,
    depositPolicies: [{ id: 'd', name: 'Không', ceiling: 'none', minimumPerItem: 0 }],
  };
  expect(amounts([loan(250_000, 'reading-room')])).toEqual([]);
  expect(amounts([loan(250_000, 'home')], [free])).toEqual([]);
});

it('does not guess where the policy of a loan is not here', () => {
  expect(amounts([loan(250_000, 'home', '2')])).toBeNull();
});
