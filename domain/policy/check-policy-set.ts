import type { CivilDate } from '../facts/fact.ts';
import type { LoanPolicy } from './policies.ts';
import { policyKinds } from './policies.ts';
import type { PolicySet } from './policy.ts';
import { criteria } from './policy.ts';
import { classDistances } from './resolve.ts';

/** What is wrong with a policy set, and where: `rules.QT-04.gives.loan`. */
export interface PolicyFault {
  readonly path: string;
  readonly fault:
    | 'blank'
    | 'taken'
    | 'in-the-past'
    | 'not-a-number'
    | 'negative'
    | 'too-large'
    | 'zero'
    | 'unknown'
    | 'twice'
    | 'circle'
    | 'no-general-rule'
    | 'range';
}

/** Largest amount a policy may name, in đồng: dearer than any book, far below 2^53. */
const largestAmount = 1_000_000_000;
/** Longest period in days: ten years. */
const longestPeriod = 3660;
/** Longest validity of a card in months: fifty years. */
const longestCard = 600;
/** What is counted in days, hours or months: a date that far away would be no date any more. */
const spans: ReadonlySet<string> = new Set([
  'length',
  'every',
  'renewalLength',
  'renewalOpens',
  'graceDays',
  'shelfDays',
  'shelfDaysWhenQueued',
  'expiresAfter',
  'lookAheadDays',
  'loanDays',
  'keepDays',
  'noticeDays',
  'refundWithin',
  'lostAfter',
]);

/**
 * Everything that keeps a policy set from being saved; empty when it can be. `isTaken`: a set of this version exists
 * already and loans may name it.
 */
export function checkPolicySet(
  set: PolicySet,
  at: { readonly today: CivilDate; readonly isTaken: boolean },
): readonly PolicyFault[] {
  const faults: readonly PolicyFault[] = [
    ...blank('version', set.version),
    ...(at.isTaken ? [{ path: 'version', fault: 'taken' } as const] : []),
    ...(set.effectiveFrom < at.today ? [{ path: 'effectiveFrom', fault: 'in-the-past' } as const] : []),
    ...ruleFaults(set),
    ...set.loanPolicies.flatMap((policy) => loanPolicyFaults(set, policy)),
    ...namedFaults('overduePolicies', set.overduePolicies),
    ...namedFaults('loanPolicies', set.loanPolicies),
    ...namedFaults('holdPolicies', set.holdPolicies),
    ...namedFaults('lossPolicies', set.lossPolicies),
    ...namedFaults('depositPolicies', set.depositPolicies),
    ...namedFaults('itemClasses', set.itemClasses),
    ...namedFaults('categories', set.categories),
    ...namedFaults('fees', set.fees),
    ...classFaults(set),
    ...feeFaults(set),
    ...numberFaults('overduePolicies', set.overduePolicies),
    ...numberFaults('holdPolicies', set.holdPolicies),
    ...numberFaults('lossPolicies', set.lossPolicies),
    ...numberFaults('depositPolicies', set.depositPolicies),
    ...numberFaults('categories', set.categories),
    ...set.overduePolicies.flatMap(({ id, charge }) =>
      charge !== 'none' && charge.kind === 'per-period' && charge.every === 0
        ? [{ path: `overduePolicies.${id}.charge.every`, fault: 'zero' } as const]
        : [],
    ),
  ];
  // Found by two checks it is still one fault.
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.fault}`, fault])).values()];
}

function ruleFaults(set: PolicySet): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  const asked = new Map<string, string>();
  const ids = new Set<string>();
  for (const rule of set.rules) {
    const path = `rules.${rule.id}`;
    faults.push(...blank(`${path}.id`, rule.id));
    if (ids.has(rule.id)) faults.push({ path, fault: 'twice' });
    ids.add(rule.id);
    const same = criteria.map((name) => rule.when[name] ?? '*').join('\u0000');
    // Two rules that ask the same: only one could ever win, and nobody would see why.
    if (asked.has(same)) faults.push({ path: `${path}.when`, fault: 'twice' });
    asked.set(same, rule.id);
    for (const name of criteria) {
      const value = rule.when[name];
      if (value !== undefined) faults.push(...blank(`${path}.when.${name}`, value));
    }
    const { itemClass, category } = rule.when;
    if (itemClass !== undefined && !set.itemClasses.some(({ id }) => id === itemClass))
      faults.push({ path: `${path}.when.itemClass`, fault: 'unknown' });
    if (category !== undefined && !set.categories.some(({ id }) => id === category))
      faults.push({ path: `${path}.when.category`, fault: 'unknown' });
    for (const kind of policyKinds) {
      const policies: readonly { readonly id: string }[] = set[`${kind}Policies`];
      if (!policies.some(({ id }) => id === rule.gives[kind]))
        faults.push({ path: `${path}.gives.${kind}`, fault: 'unknown' });
    }
  }
  const general = set.rules.some(({ when }) => criteria.every((name) => when[name] === undefined));
  return general ? faults : [...faults, { path: 'rules', fault: 'no-general-rule' }];
}

function loanPolicyFaults(set: PolicySet, policy: LoanPolicy): readonly PolicyFault[] {
  const path = `loanPolicies.${policy.id}`;
  const { period, ages, limits } = policy;
  const faults: PolicyFault[] = [...numberFaults('loanPolicies', [policy])];
  if (period !== 'none') {
    if (period.length === 0 && period.unit === 'hours')
      faults.push({ path: `${path}.period.length`, fault: 'zero' });
  }
  if (ages !== 'any' && ages.to !== 'unlimited' && ages.to < ages.from)
    faults.push({ path: `${path}.ages`, fault: 'range' });
  for (const [index, { itemClass }] of limits.entries())
    if (itemClass !== 'any' && !set.itemClasses.some(({ id }) => id === itemClass))
      faults.push({ path: `${path}.limits.${index}.itemClass`, fault: 'unknown' });
  return faults;
}

function namedFaults(
  path: string,
  named: readonly { readonly id: string; readonly name: string }[],
): readonly PolicyFault[] {
  const seen = new Set<string>();
  return named.flatMap(({ id, name }): PolicyFault[] => {
    const twice = seen.has(id);
    seen.add(id);
    return [
      ...blank(`${path}.${id}.id`, id),
      ...blank(`${path}.${id}.name`, name),
      ...(twice ? [{ path: `${path}.${id}`, fault: 'twice' } as const] : []),
    ];
  });
}

function classFaults(set: PolicySet): readonly PolicyFault[] {
  return set.itemClasses.flatMap(({ id, parent }): PolicyFault[] => {
    if (parent === 'none') return [];
    const path = `itemClasses.${id}.parent`;
    if (!set.itemClasses.some((known) => known.id === parent)) return [{ path, fault: 'unknown' }];
    return classDistances(set, parent).has(id) ? [{ path, fault: 'circle' }] : [];
  });
}

function feeFaults(set: PolicySet): readonly PolicyFault[] {
  return set.fees.flatMap(({ id, legalAct, amount, from, to, category }): PolicyFault[] => [
    ...blank(`fees.${id}.legalAct`, legalAct),
    ...numbersIn(`fees.${id}.amount`, amount),
    ...(to !== 'none' && to < from ? [{ path: `fees.${id}.to`, fault: 'range' } as const] : []),
    ...(category !== 'any' && !set.categories.some((known) => known.id === category)
      ? [{ path: `fees.${id}.category`, fault: 'unknown' } as const]
      : []),
  ]);
}

/** Every number in a policy, wherever it stands: whole, not negative, not absurd. */
function numberFaults(path: string, policies: readonly { readonly id: string }[]): readonly PolicyFault[] {
  return policies.flatMap((policy) => numbersIn(`${path}.${policy.id}`, policy));
}

function numbersIn(path: string, value: unknown): readonly PolicyFault[] {
  if (typeof value === 'string') return blank(path, value);
  if (typeof value === 'number') {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (value < 0) return [{ path, fault: 'negative' }];
    if (value > largestOf(name)) return [{ path, fault: 'too-large' }];
    // Compensation may be one and a half times the price; everything else is counted.
    const isOne = name === 'times' ? Number.isFinite(value) : Number.isInteger(value);
    return isOne ? [] : [{ path, fault: 'not-a-number' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(`${path}.${key}`, inner));
}

function largestOf(name: string): number {
  if (name === 'cardMonths') return longestCard;
  return spans.has(name) ? longestPeriod : largestAmount;
}

function blank(path: string, text: string): readonly PolicyFault[] {
  return text.trim() === '' ? [{ path, fault: 'blank' }] : [];
}
