import type { CivilDate } from '../facts/fact.ts';

/** What a rule may ask about, in order of strength. The list is closed; there are no weights. */
export const criteria = ['library', 'category', 'itemClass', 'collection'] as const;
export type Criterion = (typeof criteria)[number];

/** The case to be decided: the lending library, the reader's category, the copy's class and location. */
export type PolicyCase = Readonly<Record<Criterion, string>>;

/** A missing criterion means "any". A rule names whole policies; nothing is inherited cell by cell. */
export interface PolicyRule {
  readonly id: string;
  readonly when: Readonly<Partial<Record<Criterion, string>>>;
  readonly loanPolicy: string;
}

/** How copies are lent. Blank is illegal: what is boundless says `unlimited`, what is refused says `none`. */
export interface LoanPolicy {
  readonly id: string;
  readonly name: string;
  /** Loan length in calendar days, or `none`: not lent. */
  readonly period: number | 'none';
  /** How many copies the reader may have at once, this one included. */
  readonly maxLoans: number | 'unlimited';
  readonly renewals: number | 'none' | 'unlimited';
  /** Days added by a renewal, counted from today. */
  readonly renewalPeriod: number;
  /** `push`: a due date on a closed day moves to the next open day. `keep`: it stays. */
  readonly closedDays: 'push' | 'keep';
  /** `cap`: nothing is due after the card expires. */
  readonly cardExpiry: 'cap' | 'ignore';
}

export interface PolicySet {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: CivilDate;
  readonly rules: readonly PolicyRule[];
  readonly loanPolicies: readonly LoanPolicy[];
}

/** The answer and the evidence for it: what "Vì sao?" shows. */
export interface PolicyAnswer {
  readonly version: string;
  readonly rule: PolicyRule;
  /** Criteria of the winning rule that matched the case. */
  readonly matched: readonly Criterion[];
  readonly runnerUp: PolicyRule | null;
  readonly loanPolicy: LoanPolicy;
}

/**
 * Exactly one rule wins: the first, in the fixed order of `criteria`, that is explicit where others say
 * "any". Returns null when no rule matches or the winner names a policy that does not exist.
 */
export function resolvePolicy(set: PolicySet, subject: PolicyCase): PolicyAnswer | null {
  const matching = set.rules
    .filter((rule) =>
      criteria.every((name) => rule.when[name] === undefined || rule.when[name] === subject[name]),
    )
    .sort(strongestFirst);
  const [rule, runnerUp = null] = matching;
  if (!rule) return null;
  const loanPolicy = set.loanPolicies.find((policy) => policy.id === rule.loanPolicy);
  if (!loanPolicy) return null;
  const matched = criteria.filter((name) => rule.when[name] !== undefined);
  return { version: set.version, rule, matched, runnerUp, loanPolicy };
}

function strongestFirst(a: PolicyRule, b: PolicyRule): number {
  for (const name of criteria) {
    const difference = Number(b.when[name] !== undefined) - Number(a.when[name] !== undefined);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : 1;
}

/** The policy set in force on a day: the latest `effectiveFrom` that is not in the future. */
export function policyInForce(sets: readonly PolicySet[], today: CivilDate): PolicySet | null {
  return (
    sets
      .filter((set) => set.effectiveFrom <= today)
      .sort((a, b) =>
        a.effectiveFrom === b.effectiveFrom
          ? a.version < b.version
            ? 1
            : -1
          : a.effectiveFrom < b.effectiveFrom
            ? 1
            : -1,
      )
      .at(0) ?? null
  );
}
