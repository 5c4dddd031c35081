import { describe, expect, it } from 'vitest';
import {
  plainDepositPolicy,
  plainGives,
  plainHoldPolicy,
  plainLoanPolicy,
  plainLossPolicy,
  plainOverduePolicy,
  plainPolicySet,
} from '../world/plain-policies.ts';
import type { LoanPolicy } from './policies.ts';
import type { PolicyFault } from './check-policy-set.ts';
import { checkPolicySet } from './check-policy-set.ts';
import type { Fee, PolicySet } from './policy.ts';

const today = '2026-11-25';
const plain = plainPolicySet({ version: 'p2', effectiveFrom: today });
const faultsOf = (changes: Partial<PolicySet>, isTaken = false): readonly PolicyFault[] =>
  checkPolicySet({ ...plain, ...changes }, { today, isTaken });
const loan = (changes: Partial<LoanPolicy>): Partial<PolicySet> => ({
  loanPolicies: [{ ...plainLoanPolicy, ...changes }],
});
const fee: Fee = {
  id: 'f',
  kind: 'card',
  name: 'Lệ phí thẻ',
  category: 'any',
  library: 'any',
  amount: 10_000,
  legalAct: 'NQ 06/2025',
  from: '2026-01-01',
  to: 'none',
};

describe('checkPolicySet', () => {
  it('has nothing against the plain set', () => {
    expect(faultsOf({})).toStrictEqual([]);
    expect(faultsOf({ fees: [fee] })).toStrictEqual([]);
  });

  it.each<[string, Partial<PolicySet>, string, PolicyFault['fault']]>([
    ['no version', { version: ' ' }, 'version', 'blank'],
    ['begins yesterday', { effectiveFrom: '2026-11-24' }, 'effectiveFrom', 'in-the-past'],
    ['no general rule', { rules: [] }, 'rules', 'no-general-rule'],
    [
      'only particular rules',
      { rules: [{ id: 'x', when: { library: 'A' }, gives: plainGives }] },
      'rules',
      'no-general-rule',
    ],
    [
      'two rules of one id',
      {
        rules: [
          { id: 'x', when: {}, gives: plainGives },
          { id: 'x', when: { library: 'A' }, gives: plainGives },
        ],
      },
      'rules.x',
      'twice',
    ],
    [
      'two rules that ask the same',
      {
        rules: [
          { id: 'chung', when: {}, gives: plainGives },
          { id: 'x', when: { library: 'A' }, gives: plainGives },
          { id: 'y', when: { library: 'A' }, gives: plainGives },
        ],
      },
      'rules.y.when',
      'twice',
    ],
    [
      'a criterion without a value',
      {
        rules: [
          { id: 'chung', when: {}, gives: plainGives },
          { id: 'x', when: { collection: '' }, gives: plainGives },
        ],
      },
      'rules.x.when.collection',
      'blank',
    ],
    [
      'a class that is not there',
      {
        rules: [
          { id: 'chung', when: {}, gives: plainGives },
          { id: 'x', when: { itemClass: 'cd' }, gives: plainGives },
        ],
      },
      'rules.x.when.itemClass',
      'unknown',
    ],
    [
      'a category that is not there',
      {
        rules: [
          { id: 'chung', when: {}, gives: plainGives },
          { id: 'x', when: { category: 'ai' }, gives: plainGives },
        ],
      },
      'rules.x.when.category',
      'unknown',
    ],
    [
      'a policy that is not there',
      { rules: [{ id: 'chung', when: {}, gives: { ...plainGives, hold: 'gone' } }] },
      'rules.chung.gives.hold',
      'unknown',
    ],
    [
      'two policies of one id',
      { lossPolicies: [plainLossPolicy, plainLossPolicy] },
      'lossPolicies.boi-thuong',
      'twice',
    ],
    ['a policy without a name', loan({ name: '' }), 'loanPolicies.thuong.name', 'blank'],
    [
      'a negative period',
      loan({ period: { unit: 'days', length: -1 } }),
      'loanPolicies.thuong.period.length',
      'negative',
    ],
    [
      'a period beyond ten years',
      loan({ period: { unit: 'days', length: 3661 } }),
      'loanPolicies.thuong.period.length',
      'too-large',
    ],
    [
      'half a day',
      loan({ period: { unit: 'days', length: 1.5 } }),
      'loanPolicies.thuong.period.length',
      'not-a-number',
    ],
    [
      'no hours at all',
      loan({ period: { unit: 'hours', length: 0 } }),
      'loanPolicies.thuong.period.length',
      'zero',
    ],
    [
      'a renewal of a million days',
      loan({ renewalLength: 1_000_000 }),
      'loanPolicies.thuong.renewalLength',
      'too-large',
    ],
    [
      'a negative limit',
      loan({ limits: [{ max: -1, itemClass: 'any', library: 'any', use: 'any' }] }),
      'loanPolicies.thuong.limits.0.max',
      'negative',
    ],
    [
      'a limit on no class',
      loan({ limits: [{ max: 1, itemClass: 'cd', library: 'any', use: 'any' }] }),
      'loanPolicies.thuong.limits.0.itemClass',
      'unknown',
    ],
    ['ages the wrong way round', loan({ ages: { from: 16, to: 6 } }), 'loanPolicies.thuong.ages', 'range'],
    [
      'a charge every 0 days',
      {
        overduePolicies: [
          {
            ...plainOverduePolicy,
            charge: { kind: 'per-period', amount: 1, every: 0, unit: 'days', at: 'start' },
          },
        ],
      },
      'overduePolicies.mien-phi.charge.every',
      'zero',
    ],
    [
      'an amount nobody could pay',
      { overduePolicies: [{ ...plainOverduePolicy, cap: 1_000_000_001 }] },
      'overduePolicies.mien-phi.cap',
      'too-large',
    ],
    [
      'a shelf life beyond all dates',
      { holdPolicies: [{ ...plainHoldPolicy, shelfDays: 10_000_000 }] },
      'holdPolicies.dat-muon.shelfDays',
      'too-large',
    ],
    [
      'a look-ahead beyond all dates',
      { holdPolicies: [{ ...plainHoldPolicy, lookAheadDays: 4_000_000 }] },
      'holdPolicies.dat-muon.lookAheadDays',
      'too-large',
    ],
    [
      'compensation by no number',
      { lossPolicies: [{ ...plainLossPolicy, compensation: { kind: 'times-price', times: Number.NaN } }] },
      'lossPolicies.boi-thuong.compensation.times',
      'not-a-number',
    ],
    [
      'part of a đồng',
      { depositPolicies: [{ ...plainDepositPolicy, minimumPerItem: 0.5 }] },
      'depositPolicies.khong.minimumPerItem',
      'not-a-number',
    ],
    [
      'a class below itself',
      {
        itemClasses: [
          { id: 'sach', name: 'Sách', parent: 'cd' },
          { id: 'cd', name: 'Đĩa', parent: 'sach' },
        ],
      },
      'itemClasses.sach.parent',
      'circle',
    ],
    [
      'a class below nothing',
      { itemClasses: [{ id: 'sach', name: 'Sách', parent: 'gone' }] },
      'itemClasses.sach.parent',
      'unknown',
    ],
    [
      'a card for one and a half months',
      { categories: [{ id: 'nguoi-lon', name: 'Người lớn', cardMonths: 1.5, guardianBelow: 'none' }] },
      'categories.nguoi-lon.cardMonths',
      'not-a-number',
    ],
    [
      'a card for a hundred years',
      { categories: [{ id: 'nguoi-lon', name: 'Người lớn', cardMonths: 1200, guardianBelow: 'none' }] },
      'categories.nguoi-lon.cardMonths',
      'too-large',
    ],
    [
      'a guardian below -1',
      { categories: [{ id: 'nguoi-lon', name: 'Người lớn', cardMonths: 12, guardianBelow: -1 }] },
      'categories.nguoi-lon.guardianBelow',
      'negative',
    ],
    ['a fee without an act', { fees: [{ ...fee, legalAct: '' }] }, 'fees.f.legalAct', 'blank'],
    ['a fee that ends before it begins', { fees: [{ ...fee, to: '2025-12-31' }] }, 'fees.f.to', 'range'],
    ['a fee for nobody', { fees: [{ ...fee, category: 'ai' }] }, 'fees.f.category', 'unknown'],
    ['a negative fee', { fees: [{ ...fee, amount: -1 }] }, 'fees.f.amount', 'negative'],
  ])('%s', (_what, changes, path, fault) => {
    expect(faultsOf(changes)).toContainEqual({ path, fault });
  });

  it('a version that loans may name is taken', () => {
    expect(faultsOf({}, true)).toStrictEqual([{ path: 'version', fault: 'taken' }]);
  });

  it('one and a half times the price is a number', () => {
    const compensation = { kind: 'times-price', times: 1.5 } as const;
    expect(faultsOf({ lossPolicies: [{ ...plainLossPolicy, compensation }] })).toStrictEqual([]);
  });

  it('a longest period and its dates can be used', () => {
    expect(faultsOf(loan({ period: { unit: 'days', length: 3660 } }))).toStrictEqual([]);
  });
});
