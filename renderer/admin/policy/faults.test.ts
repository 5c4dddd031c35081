import { describe, expect, it } from 'vitest';
import { demoPolicySet } from '../../../domain/demo/policies.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { draftFaults, faultsUnder, subjectOf, tabOf } from './faults.ts';

const today = '2026-11-22';
const draft: PolicySet = { ...demoPolicySet, version: '2026.1', effectiveFrom: today };
const [fee] = draft.fees;
const [loan] = draft.loanPolicies;
const faultsOf = (changes: Partial<PolicySet>) =>
  draftFaults({ ...draft, ...changes }, { today, versions: ['2025.1'] });

describe('faults of a draft', () => {
  it('are none in what was saved before', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('name the version that is taken and the day that is over', () => {
    expect(faultsOf({ version: '2025.1', effectiveFrom: '2026-11-21' })).toEqual([
      { path: 'version', fault: 'taken' },
      { path: 'effectiveFrom', fault: 'in-the-past' },
    ]);
  });

  it('name every day that cannot be read, once', () => {
    if (!fee || !loan) throw new Error('The demonstration has fees and loan policies.');
    expect(faultsOf({ effectiveFrom: '' })).toEqual([{ path: 'effectiveFrom', fault: 'blank' }]);
    expect(faultsOf({ fees: [{ ...fee, from: '', to: '2026-02-31' }] })).toEqual([
      { path: `fees.${fee.id}.from`, fault: 'blank' },
      { path: `fees.${fee.id}.to`, fault: 'blank' },
    ]);
    const hardDue = { date: '', how: 'exactly' } as const;
    const faults = faultsOf({ loanPolicies: [{ ...loan, hardDue }, ...draft.loanPolicies.slice(1)] });
    expect(faults).toEqual([{ path: `loanPolicies.${loan.id}.hardDue.date`, fault: 'blank' }]);
  });

  it('name a number that is none, which forms write as NaN', () => {
    if (!loan) throw new Error('The demonstration has loan policies.');
    const loanPolicies = [{ ...loan, renewals: Number.NaN }, ...draft.loanPolicies.slice(1)];
    expect(faultsOf({ loanPolicies })).toEqual([
      { path: `loanPolicies.${loan.id}.renewals`, fault: 'not-a-number' },
    ]);
  });
});

it('finds what the contract would not carry', () => {
  const [category] = draft.categories;
  const [loss] = draft.lossPolicies;
  if (!category || !loss || !loan) throw new Error('The demonstration has all of these.');
  const times = (value: number) => [
    { ...loss, compensation: { kind: 'times-price', times: value } as const },
    ...draft.lossPolicies.slice(1),
  ];
  const codes = (changes: Partial<PolicySet>) => faultsOf(changes).map(({ path, fault }) => [path, fault]);
  const path = `lossPolicies.${loss.id}.compensation.times`;
  expect(codes({ lossPolicies: times(Number.NaN) })).toEqual([[path, 'not-a-number']]);
  expect(codes({ lossPolicies: times(0) })).toEqual([[path, 'zero']]);
  expect(codes({ lossPolicies: times(101) })).toEqual([[path, 'too-large']]);
  expect(codes({ lossPolicies: times(1.5) })).toEqual([]);
  const others = draft.categories.slice(1);
  expect(codes({ categories: [{ ...category, cardMonths: 241 }, ...others] })).toEqual([
    [`categories.${category.id}.cardMonths`, 'too-large'],
  ]);
  expect(codes({ categories: [{ ...category, guardianBelow: Number.NaN }, ...others] })).toEqual([
    [`categories.${category.id}.guardianBelow`, 'not-a-number'],
  ]);
  const ages = { from: 1, to: 151 } as const;
  expect(codes({ loanPolicies: [{ ...loan, ages }, ...draft.loanPolicies.slice(1)] })).toEqual([
    [`loanPolicies.${loan.id}.ages.to`, 'too-large'],
  ]);
});

it('finds the tab and the subject of a fault, dots in ids or not', () => {
  const rules = draft.rules.slice(0, 1).flatMap((rule) => [
    { ...rule, id: 'QT.1' },
    { ...rule, id: 'QT' },
  ]);
  const set = { ...draft, rules };
  const fault = { path: 'rules.QT.1.gives.loan', fault: 'unknown' } as const;
  expect(tabOf(fault)).toBe('rules');
  expect(subjectOf(set, fault)).toBe('QT.1');
  expect(subjectOf(set, { path: 'rules', fault: 'no-general-rule' })).toBeNull();
  expect(tabOf({ path: 'version', fault: 'blank' })).toBeNull();
  expect(tabOf({ path: 'categories.x.name', fault: 'blank' })).toBe('groups');
});

it('finds the faults at a place and below it', () => {
  const faults = [
    { path: 'rules.QT-1.when', fault: 'twice' },
    { path: 'rules.QT-10.when', fault: 'twice' },
    { path: 'rules.QT-1', fault: 'twice' },
  ] as const;
  expect(faultsUnder(faults, 'rules.QT-1')).toEqual([faults[0], faults[2]]);
});
