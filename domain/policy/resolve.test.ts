import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainGives, plainLoanPolicy, plainPolicySet } from '../world/plain-policies.ts';
import type { PolicyRule, PolicySet } from './policy.ts';
import { criteria } from './policy.ts';
import { classDistances, policyInForce, resolvePolicy } from './resolve.ts';

const subject = { library: 'A', category: 'thieu-nhi', itemClass: 'giao-trinh', collection: 'kho-mo' };
const tree = [
  { id: 'sach', name: 'Sách', parent: 'none' },
  { id: 'giao-trinh', name: 'Giáo trình', parent: 'sach' },
  { id: 'cd', name: 'Đĩa', parent: 'none' },
] as const;

const rule = (id: string, when: PolicyRule['when'] = {}, loan = 'thuong'): PolicyRule => ({
  id,
  when,
  gives: { ...plainGives, loan },
});
const setOf = (...rules: readonly PolicyRule[]): PolicySet =>
  plainPolicySet({
    rules,
    itemClasses: tree,
    loanPolicies: [plainLoanPolicy, { ...plainLoanPolicy, id: 'khac', name: 'Khác' }],
  });

describe('resolvePolicy', () => {
  // G12 (Koha t/db_dependent/Koha/CirculationRules.t): order of strength is library, category, item class.
  it('G12: in each of the eight combinations the more explicit beats "any", library before category before class', () => {
    const everyRule = Array.from({ length: 8 }, (_, bits) =>
      rule(`r${bits}`, {
        ...(bits & 4 ? { library: subject.library } : {}),
        ...(bits & 2 ? { category: subject.category } : {}),
        ...(bits & 1 ? { itemClass: subject.itemClass } : {}),
      }),
    );
    for (let strongest = 7; strongest >= 0; strongest -= 1) {
      const answer = resolvePolicy(setOf(...everyRule.slice(0, strongest + 1)), subject);
      expect(answer?.rule.id).toBe(`r${strongest}`);
      expect(answer?.runnerUp?.id).toBe(strongest === 0 ? undefined : `r${strongest - 1}`);
    }
  });

  it('says which criteria matched, the version and the runner-up, and gives all five policies', () => {
    const set = setOf(rule('chung'), rule('thieu-nhi', { category: 'thieu-nhi' }, 'khac'));
    expect(resolvePolicy(set, subject)).toMatchObject({
      version: 'p1',
      rule: { id: 'thieu-nhi' },
      matched: ['category'],
      runnerUp: { id: 'chung' },
      loan: { id: 'khac' },
      overdue: { id: 'mien-phi' },
      hold: { id: 'dat-muon' },
      loss: { id: 'boi-thuong' },
      deposit: { id: 'khong' },
    });
  });

  it('a rule on a class covers the classes below it; the nearest class wins', () => {
    const sach = rule('z-sach', { itemClass: 'sach' });
    const giaoTrinh = rule('a', { itemClass: 'giao-trinh' });
    expect(resolvePolicy(setOf(sach), subject)?.rule.id).toBe('z-sach');
    expect(resolvePolicy(setOf(sach, giaoTrinh), subject)).toMatchObject({
      rule: { id: 'a' },
      runnerUp: { id: 'z-sach' },
    });
    expect(resolvePolicy(setOf(giaoTrinh), { ...subject, itemClass: 'sach' })).toBeNull();
    expect(resolvePolicy(setOf(rule('cd', { itemClass: 'cd' })), subject)).toBeNull();
  });

  it('a nearer class is stronger than any collection', () => {
    const near = rule('near', { itemClass: 'giao-trinh' });
    const far = rule('far', { itemClass: 'sach', collection: 'kho-mo' });
    expect(resolvePolicy(setOf(far, near), subject)?.rule.id).toBe('near');
  });

  it('rules that ask the same are told apart by id, in whatever order they are listed', () => {
    const [one, two] = [rule('a'), rule('b')];
    for (const set of [setOf(one, two), setOf(two, one)])
      expect(resolvePolicy(set, subject)).toMatchObject({ rule: { id: 'a' }, runnerUp: { id: 'b' } });
  });

  it('has no answer where no rule matches or the winner names a policy that is not there', () => {
    expect(resolvePolicy(setOf(rule('x', { library: 'B' })), subject)).toBeNull();
    expect(resolvePolicy(setOf(rule('x', {}, 'gone')), subject)).toBeNull();
    expect(resolvePolicy(setOf(rule('chung'), rule('x', { library: 'A' }, 'gone')), subject)).toBeNull();
  });

  it('does not depend on the order of the rules, and never asks what the case is not', () => {
    const rules = fc.record({
      id: fc.uuid(),
      when: fc.record(
        {
          library: fc.constantFrom('A', 'B'),
          category: fc.constantFrom('thieu-nhi', 'nguoi-lon'),
          itemClass: fc.constantFrom('sach', 'giao-trinh', 'cd'),
          collection: fc.constantFrom('kho-mo', 'dia-chi'),
        },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(fc.array(rules, { maxLength: 14 }), (made) => {
        const all = made.map(({ id, when }) => rule(id, when));
        const answer = resolvePolicy(setOf(...all), subject);
        expect(resolvePolicy(setOf(...all.toReversed()), subject)).toStrictEqual(answer);
        const asked = answer?.rule.when ?? {};
        for (const name of criteria)
          expect([undefined, subject[name], name === 'itemClass' ? 'sach' : undefined]).toContain(
            asked[name],
          );
        // The first criterion in which winner and runner-up differ is explicit in the winner.
        const other = answer?.runnerUp?.when ?? asked;
        const first = criteria.find((name) => asked[name] !== other[name]);
        expect(first === undefined || asked[first] !== undefined).toBe(true);
      }),
    );
  });
});

describe('classDistances', () => {
  it('counts upwards and ends where the tree runs in a circle', () => {
    expect([...classDistances({ itemClasses: tree }, 'giao-trinh')]).toStrictEqual([
      ['giao-trinh', 0],
      ['sach', 1],
    ]);
    const circle = [
      { id: 'a', name: 'A', parent: 'b' },
      { id: 'b', name: 'B', parent: 'a' },
    ];
    expect([...classDistances({ itemClasses: circle }, 'a').keys()]).toStrictEqual(['a', 'b']);
    expect([...classDistances({ itemClasses: [] }, 'khong-biet').keys()]).toStrictEqual(['khong-biet']);
  });
});

describe('policyInForce', () => {
  const from = (effectiveFrom: string, version = effectiveFrom): PolicySet =>
    plainPolicySet({ id: version, version, effectiveFrom });

  it('is the latest that has begun, on its first day too', () => {
    const sets = ['2026-01-01', '2027-01-01', '2026-06-01'].map((day) => from(day));
    expect(policyInForce(sets, '2026-11-22')?.version).toBe('2026-06-01');
    expect(policyInForce(sets, '2026-06-01')?.version).toBe('2026-06-01');
    expect(policyInForce(sets, '2025-12-31')).toBeNull();
  });

  it('of two from the same day the later version', () => {
    const sets = [from('2026-01-01', '2026.2'), from('2026-01-01', '2026.1')];
    expect(policyInForce(sets, '2026-01-01')?.version).toBe('2026.2');
    expect(policyInForce(sets.toReversed(), '2026-01-01')?.version).toBe('2026.2');
  });
});
