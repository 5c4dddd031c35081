import { describe, expect, it } from 'vitest';
import { plainGives, plainLoanPolicy, plainPolicySet } from '../world/plain-policies.ts';
import { impactOf, whatIf } from './impact.ts';

const space = {
  libraries: ['A', 'B'],
  categories: ['nguoi-lon', 'thieu-nhi'],
  itemClasses: ['sach', 'cd'],
  collections: ['kho-mo'],
};
const before = plainPolicySet();
const longer = {
  ...plainLoanPolicy,
  id: 'dai',
  name: 'Mượn dài',
  period: { unit: 'days', length: 30 },
} as const;
const general = { id: 'chung', when: {}, gives: plainGives };

describe('impactOf', () => {
  it('counts every cell, and none where nothing is promised otherwise', () => {
    expect(impactOf(before, plainPolicySet({ version: 'p2' }), space, 5)).toStrictEqual({
      cells: 8,
      changed: 0,
      examples: [],
    });
  });

  it('another rule with the same policies changes nothing for the reader', () => {
    const after = plainPolicySet({
      rules: [general, { id: 'x', when: { library: 'A' }, gives: plainGives }],
    });
    expect(impactOf(before, after, space, 5).changed).toBe(0);
  });

  it('shows which cells change, from what to what, as many as were asked for', () => {
    const gives = { ...plainGives, loan: 'dai' };
    const after = plainPolicySet({
      rules: [general, { id: 'x', when: { category: 'thieu-nhi' }, gives }],
      loanPolicies: [plainLoanPolicy, longer],
    });
    const { cells, changed, examples } = impactOf(before, after, space, 2);
    expect([cells, changed, examples.length]).toStrictEqual([8, 4, 2]);
    expect(examples[0]).toMatchObject({
      subject: { library: 'A', category: 'thieu-nhi', itemClass: 'sach', collection: 'kho-mo' },
      before: { loan: { id: 'thuong' } },
      after: { loan: { id: 'dai' }, rule: { id: 'x' } },
    });
  });

  it('the same policy with other words changes every cell that it decides', () => {
    const after = plainPolicySet({ loanPolicies: [{ ...plainLoanPolicy, renewals: 2 }] });
    expect(impactOf(before, after, space, 0)).toStrictEqual({ cells: 8, changed: 8, examples: [] });
  });

  it('a rule that goes is a change too, and so is the first set of all', () => {
    const none = plainPolicySet({ rules: [] });
    expect(impactOf(before, none, space, 1)).toMatchObject({ changed: 8, examples: [{ after: null }] });
    expect(impactOf(null, before, space, 1)).toMatchObject({ changed: 8, examples: [{ before: null }] });
    expect(impactOf(null, none, space, 1).changed).toBe(0);
  });
});

describe('whatIf', () => {
  it('answers every case', () => {
    const answers = whatIf(before, space);
    expect(answers).toHaveLength(8);
    expect(answers.every(({ answer }) => answer?.rule.id === 'chung')).toBe(true);
    expect(new Set(answers.map(({ subject }) => Object.values(subject).join())).size).toBe(8);
  });
});
