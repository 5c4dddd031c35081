import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoanPolicy, PolicyRule, PolicySet } from './policy.ts';
import { criteria, policyInForce, resolvePolicy } from './policy.ts';

const subject = { library: 'A', category: 'thieu-nhi', itemClass: 'sach', collection: 'kho-mo' };
const loanPolicy = (id: string): LoanPolicy => ({
  id,
  name: id,
  period: 10,
  maxLoans: 'unlimited',
  renewals: 'none',
  renewalPeriod: 1,
  closedDays: 'keep',
  cardExpiry: 'ignore',
});
const setOf = (...rules: readonly PolicyRule[]): PolicySet => ({
  id: 'v1',
  version: 'v1',
  effectiveFrom: '2026-01-01',
  rules,
  loanPolicies: ['a', 'b'].map(loanPolicy),
});

describe('resolvePolicy', () => {
  // G12 (Koha t/db_dependent/Koha/CirculationRules.t): order of strength is library, category, item class.
  it('G12: an explicit criterion beats "any", library before category before item class', () => {
    const everyRule = Array.from({ length: 8 }, (_, bits): PolicyRule => ({
      id: `r${bits}`,
      loanPolicy: 'a',
      when: {
        ...(bits & 4 ? { library: subject.library } : {}),
        ...(bits & 2 ? { category: subject.category } : {}),
        ...(bits & 1 ? { itemClass: subject.itemClass } : {}),
      },
    }));
    for (let strongest = 7; strongest >= 0; strongest -= 1) {
      const rules = everyRule.slice(0, strongest + 1);
      const answer = resolvePolicy(setOf(...rules), subject);
      expect(answer?.rule.id).toBe(`r${strongest}`);
      expect(answer?.runnerUp?.id).toBe(strongest === 0 ? undefined : `r${strongest - 1}`);
    }
  });

  it('answers with the criteria that matched and the runner-up', () => {
    const set = setOf(
      { id: 'chung', when: {}, loanPolicy: 'a' },
      { id: 'thieu-nhi', when: { category: 'thieu-nhi' }, loanPolicy: 'b' },
    );
    expect(resolvePolicy(set, subject)).toMatchObject({
      version: 'v1',
      rule: { id: 'thieu-nhi' },
      matched: ['category'],
      runnerUp: { id: 'chung' },
      loanPolicy: { id: 'b' },
    });
  });

  it('has no answer where no rule matches, and none for a policy that does not exist', () => {
    expect(resolvePolicy(setOf({ id: 'x', when: { library: 'B' }, loanPolicy: 'a' }), subject)).toBeNull();
    expect(resolvePolicy(setOf({ id: 'x', when: {}, loanPolicy: 'gone' }), subject)).toBeNull();
  });

  it('does not depend on the order in which rules are listed', () => {
    const rule = fc.record({
      id: fc.uuid(),
      loanPolicy: fc.constantFrom('a', 'b'),
      when: fc.record(
        Object.fromEntries(criteria.map((name) => [name, fc.constantFrom(subject[name], 'khac')])),
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 12 }), (rules) => {
        const answer = resolvePolicy(setOf(...rules), subject);
        expect(resolvePolicy(setOf(...rules.toReversed()), subject)).toStrictEqual(answer);
        const asked = criteria.map((name) => answer?.rule.when[name] ?? subject[name]);
        expect(asked).toStrictEqual(criteria.map((name) => subject[name]));
      }),
    );
  });
});

describe('policyInForce', () => {
  it('is the latest that has begun', () => {
    const from = (day: string): PolicySet => ({ ...setOf(), version: day, effectiveFrom: day });
    const sets = ['2026-01-01', '2026-06-01', '2027-01-01'].map(from);
    expect(policyInForce(sets, '2026-11-22')?.version).toBe('2026-06-01');
    expect(policyInForce(sets, '2026-06-01')?.version).toBe('2026-06-01');
    expect(policyInForce(sets, '2025-12-31')).toBeNull();
  });
});
