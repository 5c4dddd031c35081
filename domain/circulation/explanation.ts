import type { ClosedDay } from '../calendar/calendar.ts';
import type { Due } from '../facts/bodies/loans.ts';
import type { CivilDate } from '../facts/fact.ts';
import type { DueMode, HardDue, LoanLimit } from '../policy/policies.ts';
import type { PolicyAnswer } from '../policy/resolve.ts';

/** Evidence for "Vì sao?": the rule that won, its version, the runner-up, and how a date or a sum came about. */
export interface Explanation {
  readonly policy: PolicyAnswer | null;
  readonly due: DueExplanation | null;
  /** The limit that stands in the way or, when none does, the first one of the policy. */
  readonly limit: LimitCount | null;
}

/** A limit of the policy and how many loans count against it. */
export interface LimitCount {
  readonly limit: LoanLimit;
  readonly count: number;
  readonly max: number;
}

/** How a due date came about, in the order of the steps. What did not happen is null or empty. */
export interface DueExplanation {
  readonly unit: 'days' | 'hours';
  readonly mode: DueMode;
  /** The civil day a day loan is counted from, or the moment of an hour loan. */
  readonly from: Due;
  /** Days counted; 0 for hour loans. With mode `open-days` closed days among them are in `skipped`. */
  readonly days: number;
  /** Hours counted; 0 for day loans. */
  readonly hours: number;
  /** Where counting alone leads; hour loans are rounded up to the minute. */
  readonly planned: Due;
  /** The fixed date of the policy when it made a difference. */
  readonly hardDue: Exclude<HardDue, 'none'> | null;
  /** Closed days the due date was pushed over. With mode `same-weekday` only those of its weekday. */
  readonly skipped: readonly ClosedDay[];
  /** What closing time did to an hour loan: back to a closing, on to an opening. */
  readonly closing: 'shortened' | 'extended' | null;
  /** Card expiry that shortened the loan, or null. The due date is this day or an open day before it. */
  readonly cappedBy: CivilDate | null;
  /** Closed days the due date was moved back over: by a closing, or because it may not be later than a fixed date or the card. */
  readonly movedBack: readonly ClosedDay[];
  /** True when the calendar is closed at Tết or on Hùng Kings' Day and those days are not known for the due year. */
  readonly lunarDaysUnknown: boolean;
  readonly due: Due;
}

export function explain(
  policy: PolicyAnswer | null,
  due: DueExplanation | null = null,
  limit: Explanation['limit'] = null,
): Explanation {
  return { policy, due, limit };
}
