import type { Due, LoanUse, PolicyBasis } from '../facts/bodies/loans.ts';
import type { Instant } from '../facts/fact.ts';

/** A loan as every screen and the province see it. `id` is the check-out fact's id. */
export interface Loan {
  readonly id: string;
  readonly item: string;
  readonly barcode: string;
  readonly biblio: string;
  readonly itemClass: string;
  readonly collection: string;
  /** Cover price of the copy when it was lent, in đồng. */
  readonly price: number;
  readonly patron: string;
  readonly library: string;
  readonly station: string;
  readonly use: LoanUse;
  readonly checkedOutAt: Instant;
  readonly due: Due;
  readonly renewals: number;
  /** Renewals made without the copy at the desk. */
  readonly unseenRenewals: number;
  /** The policies the loan was made or last renewed under. */
  readonly policy: PolicyBasis;
  /** The hold that recalls the copy and the due date it had before, or null. */
  readonly recall: { readonly hold: string; readonly dueBefore: Due } | null;
  /** When the reader says it was brought back; null otherwise. */
  readonly claimedReturnedAt: Instant | null;
  readonly lostAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** Library that took it back, where that is not the one that lent it. */
  readonly returnedTo?: string;
  /** Terms that a renewal ended when they were over already; absent when there were none. They are charged too. */
  readonly lateBefore?: readonly LateTerm[];
}

/** A term of a loan that was overdue when the loan was renewed. */
export interface LateTerm {
  readonly due: Due;
  readonly renewedAt: Instant;
  readonly recalled: boolean;
  /** The policies of that term. */
  readonly policy: PolicyBasis;
}

/** True while the reader has the copy: neither returned nor given up as lost. */
export function isOpen(loan: Pick<Loan, 'returnedAt' | 'lostAt'>): boolean {
  return loan.returnedAt === null && loan.lostAt === null;
}

/** What checks and limits look at of a loan: a reader may have a thousand of them. */
export type LoanInHand = Pick<
  Loan,
  | 'id'
  | 'item'
  | 'barcode'
  | 'biblio'
  | 'itemClass'
  | 'price'
  | 'library'
  | 'use'
  | 'due'
  | 'claimedReturnedAt'
>;
