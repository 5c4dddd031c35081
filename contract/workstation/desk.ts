import { z } from 'zod';
import type { Explanation } from '../../domain/circulation/explanation.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
import type { Reason } from '../../domain/outcome.ts';
import type { Patron } from '../../domain/patrons/patron.ts';

/** How a code came in: a device's id, the keyboard wedge, or typed by hand. */
export const scanInputSchema = z.object({
  /** Longer than any label; the core answers LT-1104 with a row instead of failing the call. */
  text: z.string().max(4096),
  via: z.enum(['wedge', 'typed']),
});

/** What a copy looks like in a row. */
export interface ItemSummary {
  readonly id: string;
  readonly barcode: string;
  readonly title: string;
  readonly author: string;
  readonly callNumber: string;
  readonly library: string;
}

/**
 * `pending` while the core decides · `done` · `routed`: done, but the copy goes somewhere · `question`: scan
 * again to confirm · `refused` · `noted`: nothing done and nothing wrong (the same copy again).
 */
export type RowState = 'pending' | 'done' | 'routed' | 'question' | 'refused' | 'noted';
export type RowAct = 'patron' | 'checkout' | 'return' | 'renewal' | 'unknown' | 'unreadable';

/** One scan or key, one row. Rows are replaced whole, by `id`. */
export interface DeskRow {
  readonly id: string;
  /** Grows by one per row, so that newest-first is a sort. */
  readonly number: number;
  readonly at: string;
  /** What was scanned, safe to show: NFC, at most 64 characters, no control characters. */
  readonly text: string;
  readonly state: RowState;
  readonly act: RowAct;
  readonly item: ItemSummary | null;
  readonly patron: Pick<Patron, 'id' | 'card' | 'name'> | null;
  readonly loan: Pick<Loan, 'id' | 'due' | 'renewals'> | null;
  readonly reasons: readonly Reason[];
  /** For "Vì sao?"; null when there is nothing to explain. */
  readonly explanation: Explanation | null;
}

/** A loan of the reader at the desk. */
export interface PatronLoan {
  readonly loan: Loan;
  readonly item: ItemSummary;
  readonly overdue: boolean;
  /** True while the province has not confirmed it. */
  readonly provisional: boolean;
}

/** The reader at the desk, with everything the panel shows. */
export interface DeskPatron {
  readonly patron: Patron;
  readonly loans: readonly PatronLoan[];
  /** Limit of the loan policy that covers this reader's ordinary books; null for unlimited or no rule. */
  readonly maxLoans: number | null;
  /** Reasons that would refuse any loan (card expired, blocked, lost). */
  readonly blocks: readonly Reason[];
}

/** What the desk shows. It lives in the core: pages come and go. */
export interface DeskState {
  readonly patron: DeskPatron | null;
  /** Newest first, at most `rowsKept`. */
  readonly rows: readonly DeskRow[];
  readonly today: string;
}
export const rowsKept = 200;

export const renewInputSchema = z.object({ loans: z.array(z.string()).min(1).max(500) });
