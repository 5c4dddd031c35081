import { resolvePolicy } from '../../domain/policy/resolve.ts';
import type { PolicyCase, PolicyRule } from '../../domain/policy/policy.ts';
import { plainGives, plainPolicySet } from '../../domain/world/plain-policies.ts';
import type { Bench } from '../measure.ts';
import { figure, quantile } from '../measure.ts';

/** A province of 300 libraries in which every one has made rules of its own. */
const libraries = 300;
const categories = 12;
const classes = 20;
const rules = 2_000;
const questions = 5_000;
const p95 = 0.95;

/**
 * 95th percentile of asking which rule decides a case, with the evidence for "Vì sao?", among 2 000 rules. The
 * baseline reads the same number of rules and compares one word of each.
 */
export const explain: Bench = {
  name: 'explain',
  run: () => {
    const made = Array.from({ length: rules }, (_, index): PolicyRule => ruleOf(index));
    const set = plainPolicySet({
      rules: [{ id: 'chung', when: {}, gives: plainGives }, ...made],
      itemClasses: Array.from({ length: classes }, (_, index) => ({
        id: `class-${index}`,
        name: `Loại ${index}`,
        parent: index === 0 ? 'none' : `class-${Math.floor((index - 1) / 2)}`,
      })),
    });
    const cases = Array.from({ length: questions }, (_, index) => caseOf(index));
    const times = cases.map((subject) => timed(() => void resolvePolicy(set, subject)));
    const bare = cases.map(({ library }) =>
      timed(() => void set.rules.filter(({ when }) => when.library === library).length),
    );
    return Promise.resolve(
      figure({
        name: 'explain',
        value: quantile(times, p95),
        unit: 'ms',
        baseline: quantile(bare, p95),
        against: 'comparing one word of each of the 2 000 rules',
        target: '1 or less',
      }),
    );
  },
};

function ruleOf(index: number): PolicyRule {
  return {
    id: `QT-${index}`,
    when: {
      library: `library-${index % libraries}`,
      ...(index % 3 === 0 ? {} : { category: `category-${index % categories}` }),
      ...(index % 2 === 0 ? {} : { itemClass: `class-${index % classes}` }),
    },
    gives: plainGives,
  };
}

function caseOf(index: number): PolicyCase {
  return {
    library: `library-${(index * 7) % libraries}`,
    category: `category-${(index * 5) % categories}`,
    itemClass: `class-${(index * 3) % classes}`,
    collection: 'kho-mo',
  };
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
