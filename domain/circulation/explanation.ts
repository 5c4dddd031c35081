import type { ClosedDay } from '../calendar/calendar.ts';
import type { CivilDate } from '../facts/fact.ts';
import type { Criterion, LoanPolicy, PolicyAnswer, PolicyRule } from '../policy/policy.ts';

/** Evidence for "Vì sao?": the rule that won, its version, the runner-up, and how a date came about. */
export interface Explanation {
  readonly policy: {
    readonly version: string;
    readonly rule: PolicyRule;
    readonly matched: readonly Criterion[];
    readonly runnerUp: PolicyRule | null;
    readonly loanPolicy: LoanPolicy;
  } | null;
  readonly due: DueExplanation | null;
  readonly limit: { readonly count: number; readonly max: number } | null;
}

export interface DueExplanation {
  readonly from: CivilDate;
  readonly days: number;
  /** Closed days the due date was pushed over. */
  readonly skipped: readonly ClosedDay[];
  /** Card expiry that shortened the loan, or null. */
  readonly cappedBy: CivilDate | null;
  readonly due: CivilDate;
}

export function explain(
  policy: PolicyAnswer | null,
  due: DueExplanation | null = null,
  limit: Explanation['limit'] = null,
): Explanation {
  return { policy, due, limit };
}
