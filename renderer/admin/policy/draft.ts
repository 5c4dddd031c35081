import type { CivilDate } from '../../../domain/facts/fact.ts';
import type { PolicyRule, PolicySet } from '../../../domain/policy/policy.ts';
import { criteria } from '../../../domain/policy/policy.ts';
import { classDistances } from '../../../domain/policy/resolve.ts';
import { fold } from '../../../domain/text/fold.ts';

/** A new version with everything of `set` in it, in force from today at the earliest. Its rules stand strongest first. */
export function draftFrom(
  set: PolicySet,
  at: { readonly today: CivilDate; readonly versions: readonly string[]; readonly id: string },
): PolicySet {
  return {
    ...set,
    id: at.id,
    version: nextVersion(at.versions, at.today),
    effectiveFrom: set.effectiveFrom > at.today ? set.effectiveFrom : at.today,
    rules: strongestFirst(set),
  };
}

/** `2026.1`, `2026.2` …: the year and the first number that no version of it has. */
export function nextVersion(versions: readonly string[], today: CivilDate): string {
  const year = today.slice(0, 4);
  const taken = new Set(versions);
  let number = 1;
  while (taken.has(`${year}.${number}`)) number += 1;
  return `${year}.${number}`;
}

/** Rules as they beat one another where they meet: by the first criterion that is explicit, then the nearer class. */
export function strongestFirst(set: Pick<PolicySet, 'rules' | 'itemClasses'>): readonly PolicyRule[] {
  const depth = (itemClass: string): number => classDistances(set, itemClass).size;
  return set.rules.toSorted((a, b) => {
    for (const name of criteria) {
      const [one, other] = [a.when[name], b.when[name]];
      if ((one === undefined) !== (other === undefined)) return one === undefined ? 1 : -1;
      if (one === undefined || other === undefined || one === other) continue;
      if (name === 'itemClass' && depth(one) !== depth(other)) return depth(other) - depth(one);
      return one < other ? -1 : 1;
    }
    return a.id < b.id ? -1 : 1;
  });
}

/** The next rule id after those there are: `QT-32` → `QT-33`. */
export function nextRuleId(rules: readonly Pick<PolicyRule, 'id'>[]): string {
  const numbers = rules.map(({ id }) => Number(/^QT-(\d{1,6})$/u.exec(id)?.[1] ?? 0));
  return `QT-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/** An id made of a name (`Giáo trình mới` → `giao-trinh-moi`) that nothing in the list has yet. */
export function freshId(name: string, taken: readonly { readonly id: string }[]): string {
  const base = slug(name) || 'moi';
  const ids = new Set(taken.map(({ id }) => id));
  let id = base;
  for (let number = 2; ids.has(id); number += 1) id = `${base}-${number}`;
  return id;
}

/** Longest id the sync protocol carries, with room for a number behind it. */
const longestId = 56;

function slug(name: string): string {
  return fold(name)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, longestId)
    .replaceAll(/^-+|-+$/gu, '');
}

/** A rule with a criterion set, or asked about no more. */
export function withCriterion(
  rule: PolicyRule,
  criterion: (typeof criteria)[number],
  value: string | null,
): PolicyRule {
  const others = Object.fromEntries(Object.entries(rule.when).filter(([name]) => name !== criterion));
  return { ...rule, when: value === null ? others : { ...others, [criterion]: value } };
}
