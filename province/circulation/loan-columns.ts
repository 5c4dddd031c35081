import type { Selectable } from 'kysely';
import type { Loan } from '../../domain/circulation/loan.ts';
import type { ProvinceSchema } from '../database/schema.ts';

export type LoanColumns = Selectable<ProvinceSchema['loan']>;

/** The table's row of a loan. */
export function toLoanColumns(loan: Loan): LoanColumns {
  return {
    id: loan.id,
    item: loan.item,
    patron: loan.patron,
    library: loan.library,
    station: loan.station,
    checked_out_at: loan.checkedOutAt,
    due: loan.due,
    renewals: loan.renewals,
    policy_version: loan.policyVersion,
    returned_at: loan.returnedAt,
  };
}

/** True when the table already says exactly this. */
export function sameLoan(stored: LoanColumns | undefined, loan: Loan): boolean {
  if (!stored) return false;
  const columns: Readonly<Record<string, unknown>> = toLoanColumns(loan);
  const held: Readonly<Record<string, unknown>> = stored;
  return Object.keys(columns).every((name) => columns[name] === held[name]);
}
