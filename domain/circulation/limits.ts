import type { LoanUse } from '../facts/bodies/loans.ts';
import type { LoanLimit } from '../policy/policies.ts';
import type { PolicySet } from '../policy/policy.ts';
import { classDistances } from '../policy/resolve.ts';
import type { LimitCount } from './explanation.ts';
import type { LoanInHand } from './loan.ts';

/** The loan that is asked for, as far as limits look at it. */
export interface Wanted {
  readonly itemClass: string;
  readonly use: LoanUse;
  /** Library of the desk. */
  readonly library: string;
}

/**
 * How many of `loans` count against each limit that covers `wanted`; limits without a bound and limits on other
 * kinds of loan are left out. A loan whose copy the reader says was brought back does not count.
 */
export function countLimits(
  set: Pick<PolicySet, 'itemClasses'>,
  limits: readonly LoanLimit[],
  loans: readonly LoanInHand[],
  wanted: Wanted,
): readonly LimitCount[] {
  const ancestors = new Map<string, ReadonlyMap<string, number>>();
  const isBelow = (itemClass: string, above: string): boolean => {
    if (above === 'any') return true;
    const known = ancestors.get(itemClass) ?? classDistances(set, itemClass);
    ancestors.set(itemClass, known);
    return known.has(above);
  };
  return limits.flatMap((limit): LimitCount[] => {
    if (limit.max === 'unlimited' || !isBelow(wanted.itemClass, limit.itemClass)) return [];
    if (limit.use !== 'any' && limit.use !== wanted.use) return [];
    const count = loans.filter(
      (loan) =>
        loan.claimedReturnedAt === null &&
        (limit.use === 'any' || loan.use === limit.use) &&
        (limit.library === 'any' || loan.library === wanted.library) &&
        isBelow(loan.itemClass, limit.itemClass),
    ).length;
    return [{ limit, count, max: limit.max }];
  });
}
