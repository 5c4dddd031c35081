import type { PolicyBasis } from '../facts/bodies/loans.ts';
import type { CivilDate } from '../facts/fact.ts';
import type { DepositPolicy, HoldPolicy, LoanPolicy, LossPolicy, OverduePolicy } from './policies.ts';
import type { Criterion, PolicyCase, PolicyRule, PolicySet } from './policy.ts';
import { criteria } from './policy.ts';

/** The five whole policies that one rule gives. */
export interface GivenPolicies {
  readonly loan: LoanPolicy;
  readonly overdue: OverduePolicy;
  readonly hold: HoldPolicy;
  readonly loss: LossPolicy;
  readonly deposit: DepositPolicy;
}

/** The answer and the evidence for it: what "Vì sao?" shows. */
export interface PolicyAnswer extends GivenPolicies {
  readonly version: string;
  readonly rule: PolicyRule;
  /** Criteria of the winning rule that matched the case. */
  readonly matched: readonly Criterion[];
  readonly runnerUp: PolicyRule | null;
}

/**
 * Exactly one rule wins: the first, in the fixed order of `criteria`, that is explicit where others say "any"; for
 * the copy's class, the nearest class. Rules that ask the same are told apart by id. Null when no rule matches or
 * the winner names a policy that does not exist.
 */
export function resolvePolicy(set: PolicySet, subject: PolicyCase): PolicyAnswer | null {
  const distances = classDistances(set, subject.itemClass);
  let rule: PolicyRule | null = null;
  let runnerUp: PolicyRule | null = null;
  for (const candidate of set.rules) {
    if (!matches(candidate, subject, distances)) continue;
    if (rule === null || isStronger(candidate, rule, distances)) {
      runnerUp = rule;
      rule = candidate;
    } else if (runnerUp === null || isStronger(candidate, runnerUp, distances)) runnerUp = candidate;
  }
  const given = rule && policiesOf(set, rule.gives);
  if (!rule || !given) return null;
  const { when } = rule;
  return {
    version: set.version,
    rule,
    matched: criteria.filter((name) => when[name] !== undefined),
    runnerUp,
    ...given,
  };
}

/** The policies named by `gives`; null when one does not exist. */
export function policiesOf(set: PolicySet, gives: PolicyRule['gives']): GivenPolicies | null {
  const loan = set.loanPolicies.find(({ id }) => id === gives.loan);
  const overdue = set.overduePolicies.find(({ id }) => id === gives.overdue);
  const hold = set.holdPolicies.find(({ id }) => id === gives.hold);
  const loss = set.lossPolicies.find(({ id }) => id === gives.loss);
  const deposit = set.depositPolicies.find(({ id }) => id === gives.deposit);
  return loan && overdue && hold && loss && deposit ? { loan, overdue, hold, loss, deposit } : null;
}

/** What a loan or a hold records of the answer. */
export function basisOf({ version, rule }: PolicyAnswer): PolicyBasis {
  return { version, rule: rule.id, gives: rule.gives };
}

/** How far above `itemClass` each of its classes is: itself 0, its parent 1. */
export function classDistances(
  set: Pick<PolicySet, 'itemClasses'>,
  itemClass: string,
): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  let id: string = itemClass;
  // A class whose ancestors run in a circle is refused by the editor; here the circle just ends.
  while (id !== 'none' && !distances.has(id)) {
    distances.set(id, distances.size);
    id = set.itemClasses.find((known) => known.id === id)?.parent ?? 'none';
  }
  return distances;
}

function matches(rule: PolicyRule, subject: PolicyCase, distances: ReadonlyMap<string, number>): boolean {
  const { library, category, itemClass, collection } = rule.when;
  return (
    (library === undefined || library === subject.library) &&
    (category === undefined || category === subject.category) &&
    (itemClass === undefined || distances.has(itemClass)) &&
    (collection === undefined || collection === subject.collection)
  );
}

function isStronger(a: PolicyRule, b: PolicyRule, distances: ReadonlyMap<string, number>): boolean {
  for (const name of criteria) {
    const difference = distance(a, name, distances) - distance(b, name, distances);
    if (difference !== 0) return difference < 0;
  }
  return a.id < b.id;
}

/** Farther than any tree of classes is deep. */
const anyDistance = Number.MAX_SAFE_INTEGER;

function distance(rule: PolicyRule, name: Criterion, distances: ReadonlyMap<string, number>): number {
  const asked = rule.when[name];
  if (asked === undefined) return anyDistance;
  return name === 'itemClass' ? (distances.get(asked) ?? 0) : 0;
}

/** The policy set in force on a day: the latest `effectiveFrom` that is not in the future, then the latest version. */
export function policyInForce<S extends Dated>(sets: readonly S[], today: CivilDate): S | null {
  let inForce: S | null = null;
  for (const set of sets) {
    if (set.effectiveFrom > today) continue;
    if (inForce === null || isLater(set, inForce)) inForce = set;
  }
  return inForce;
}

type Dated = Pick<PolicySet, 'version' | 'effectiveFrom'>;

function isLater(a: Dated, b: Dated): boolean {
  return a.effectiveFrom === b.effectiveFrom ? a.version > b.version : a.effectiveFrom > b.effectiveFrom;
}
