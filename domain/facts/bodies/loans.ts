import type { Check } from '../../policy/checks.ts';
import type { PolicyKind } from '../../policy/policies.ts';
import type { CivilDate, Instant } from '../fact.ts';

/** A day loan falls due on a civil date, an hour loan at an instant. The text says which: `domain/circulation/due.ts`. */
export type Due = CivilDate | Instant;

/** Which policies decided: recorded so that a loan can always answer "under which rule?". */
export interface PolicyBasis {
  readonly version: string;
  readonly rule: string;
  /** Ids of the policies the rule gave. */
  readonly gives: Readonly<Record<PolicyKind, string>>;
}

/** A check that stood in the way and that somebody with the permission passed. */
export interface Override {
  readonly check: Check;
  /** Staff id. */
  readonly by: string;
}

/** What allows restricted material to be used: TT 02/2020 art. 31–32. */
export interface RestrictedPermit {
  /** Number of the introduction letter. */
  readonly letter: string;
  /** Who approved it. */
  readonly approver: string;
}

export type LoanUse = 'home' | 'reading-room';

export interface LoanCheckedOut {
  readonly item: string;
  readonly barcode: string;
  readonly biblio: string;
  /** Class, location and cover price of the copy as they were: what limits, deposits and compensation count by. */
  readonly itemClass: string;
  readonly collection: string;
  readonly price: number;
  readonly patron: string;
  readonly card: string;
  /** Library whose desk lent the copy. */
  readonly library: string;
  readonly use: LoanUse;
  readonly due: Due;
  /** The reader's own hold that this loan fills, or null. */
  readonly hold: string | null;
  readonly policy: PolicyBasis;
  readonly overrides: readonly Override[];
  readonly restricted: RestrictedPermit | null;
}

/** How a copy came back. Its time may be earlier than the scan: a book drop, or staff who know. */
export type ReturnMode = 'desk' | 'book-drop' | 'backdated';

export interface LoanReturned {
  readonly item: string;
  readonly barcode: string;
  /** Library whose desk took the copy back. */
  readonly library: string;
  /** The loan the desk believed it was closing; null when the desk knew of none. */
  readonly loan: string | null;
  /** When the copy came back: what charges are counted to. */
  readonly returnedAt: Instant;
  readonly mode: ReturnMode;
  /** The copy was not on loan and had been used in the library. */
  readonly usedInHouse: boolean;
}

/** The return of a loan turns out to have been at another time. */
export interface LoanReturnCorrected {
  readonly loan: string;
  readonly item: string;
  readonly returnedAt: Instant;
  readonly note: string;
}

export interface LoanRenewed {
  readonly loan: string;
  readonly item: string;
  readonly patron: string;
  readonly due: Due;
  /** Number of renewals after this one. */
  readonly renewals: number;
  /** Whether the copy was at the desk. */
  readonly seen: boolean;
  readonly policy: PolicyBasis;
  readonly overrides: readonly Override[];
}

/** A due date that moved without a renewal. `recall` brings it forward, `recall-ended` puts it back. */
export interface LoanDueChanged {
  readonly loan: string;
  readonly item: string;
  readonly due: Due;
  readonly why: 'closed-day' | 'staff' | 'recall' | 'recall-ended';
  /** The hold that recalls, for the two kinds of recall. */
  readonly hold: string | null;
  readonly note: string;
}
