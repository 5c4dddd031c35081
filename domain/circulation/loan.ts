import type { CivilDate, Instant } from '../facts/fact.ts';

/** A loan as every screen and the province see it. `id` is the check-out fact's id. */
export interface Loan {
  readonly id: string;
  readonly item: string;
  readonly patron: string;
  readonly library: string;
  readonly station: string;
  readonly checkedOutAt: Instant;
  readonly due: CivilDate;
  readonly renewals: number;
  /** Version of the policy set the loan was made or last renewed under. */
  readonly policyVersion: string;
  readonly returnedAt: Instant | null;
}
