import { z } from 'zod';
import type { Finding, Route } from '../../domain/circulation/decision.ts';
import type { Explanation } from '../../domain/circulation/explanation.ts';
import type { ItemStatus } from '../../domain/circulation/item-state.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
import type { Hold } from '../../domain/holds/hold.ts';
import type { Charge } from '../../domain/money/charge.ts';
import type { Payment } from '../../domain/money/payment.ts';
import type { Message } from '../../domain/patrons/message.ts';
import type { Patron } from '../../domain/patrons/patron.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { checks } from '../../domain/policy/checks.ts';
import type { Check } from '../../domain/policy/checks.ts';
import { due, id, instant, text } from '../sync/shapes.ts';

/** How a code came in: the keyboard wedge, typed by hand, or seen by the camera. */
export const scanInputSchema = z.object({
  /** Longer than any label; the core answers LT-1104 with a row instead of failing the call. */
  text: z.string().max(4096),
  via: z.enum(['wedge', 'typed', 'camera']),
});

/** What a copy looks like in a row. */
export interface ItemSummary {
  readonly id: string;
  readonly biblio: string;
  readonly barcode: string;
  readonly title: string;
  readonly author: string;
  readonly callNumber: string;
  readonly library: string;
}

/**
 * `pending` while the core decides or while the line is held for a hand-over · `done` · `routed`: done, but the copy
 * goes somewhere or staff should look · `question`: a person decides · `refused` · `noted`: nothing done and nothing
 * wrong (the same copy again).
 */
export type RowState = 'pending' | 'done' | 'routed' | 'question' | 'refused' | 'noted';
export type RowAct =
  | 'patron'
  | 'checkout'
  | 'return'
  | 'renewal'
  | 'hold'
  | 'money'
  | 'item'
  | 'reader'
  | 'message'
  | 'exception'
  | 'undo'
  | 'settings'
  | 'paper'
  | 'tag'
  | 'gate'
  | 'unknown'
  | 'unreadable';

/** What staff may answer on a row, and what it would do. */
export interface RowQuestion {
  /** Checks a yes would pass; each needs its own permission. */
  readonly confirm: readonly Check[];
  /** Permissions this person lacks for it; empty when yes can be said here. */
  readonly lacking: readonly string[];
  /** What has to be typed with a yes. */
  readonly wants: readonly ('due' | 'restricted')[];
  /** An unknown code may be a book nobody has catalogued. */
  readonly fastAdd: boolean;
}

/**
 * The RFID tags of the copy in a row. `on`: a gate alarms for it. `writing` while they are written and read again,
 * `failed` when they do not say what they should: the copy is on the list of those to be written again.
 */
export interface RowSecurity {
  readonly wanted: 'on' | 'off';
  readonly state: 'writing' | 'done' | 'failed';
  readonly problem: OutcomeCode | null;
}

/** One scan or key, one row. Rows are replaced whole, by `id`. */
export interface DeskRow {
  readonly id: string;
  /** Grows by one per row, so that newest-first is a sort. */
  readonly number: number;
  readonly at: string;
  /** What was scanned, safe to show: NFC, at most 64 characters, no control characters. Never a citizen's number. */
  readonly text: string;
  readonly state: RowState;
  readonly act: RowAct;
  readonly item: ItemSummary | null;
  readonly patron: Pick<Patron, 'id' | 'card' | 'name'> | null;
  readonly loan: Pick<Loan, 'id' | 'due' | 'renewals'> | null;
  /** An amount of money the row is about, in đồng, or null. */
  readonly amount: number | null;
  /** What is in the way first, then what staff should notice. */
  readonly findings: readonly Finding[];
  readonly route: Route | null;
  /** True while the hand-over holds the line: later scans wait until it is acknowledged. */
  readonly holdsLine: boolean;
  readonly question: RowQuestion | null;
  /** The act that "Hoàn tác" on this row takes back; null when there is none or it is too old. */
  readonly undo: string | null;
  /** The slip this row can print again (hold, transit, payment), or null. */
  readonly slip: string | null;
  /** For "Vì sao?"; null when there is nothing to explain. */
  readonly explanation: Explanation | null;
  /** Null where no tag is concerned. */
  readonly security: RowSecurity | null;
  /**
   * When this desk last knew all that the province had, where the outcome depends on what others did; null where it
   * does not, or where that was never so.
   */
  readonly dataAt: string | null;
}

/** A loan of the reader at the desk. */
export interface PatronLoan {
  readonly loan: Loan;
  readonly item: ItemSummary;
  readonly overdue: boolean;
  /** What would be charged if it came back now, in đồng. */
  readonly chargeNow: number;
  /** True while the province has not confirmed it. */
  readonly provisional: boolean;
}

export interface PatronHold {
  readonly hold: Hold;
  readonly title: string;
  readonly author: string;
  /** Place in the queue, from 1; 0 when it is past the queue. */
  readonly position: number;
  readonly queue: number;
  readonly pickupName: string;
}

/** The reader at the desk, with everything the panel shows. */
export interface DeskPatron {
  readonly patron: Patron;
  readonly loans: readonly PatronLoan[];
  readonly holds: readonly PatronHold[];
  /** Every charge that is open, and those settled lately; newest first. */
  readonly charges: readonly Charge[];
  /** Payments, newest first. */
  readonly payments: readonly Payment[];
  readonly messages: readonly Message[];
  /** What is owed, what the library owes, and the deposit held, in đồng. */
  readonly debt: number;
  readonly credit: number;
  readonly deposit: number;
  /** Past loans, newest first; null unless the reader lets the history be kept. */
  readonly history: readonly PatronLoan[] | null;
  readonly guarantor: Pick<Patron, 'id' | 'card' | 'name'> | null;
  readonly wards: readonly Pick<Patron, 'id' | 'card' | 'name'>[];
  /** Limit of the loan policy that covers this reader's ordinary books; null for unlimited or no rule. */
  readonly maxLoans: number | null;
  /** Findings that stand in the way of any loan (card expired, blocked, lost, debts, overdue). */
  readonly blocks: readonly Finding[];
}

/** Settings of the desk that stay until they are switched off, and shout meanwhile. */
export const deskModeSchema = z.object({
  /** Where lending leads: home, or the reading room. */
  use: z.enum(['home', 'reading-room']),
  /** Returns count as of this moment; `book-drop` says where the copies were found. Null: as of the scan. */
  returnedAt: instant.nullable(),
  bookDrop: z.boolean(),
  /** Due date staff set for the loans that follow; null: the policy's. */
  due: due.nullable(),
  /** Copies that nobody had are counted as used in the library. */
  countUse: z.boolean(),
  /** Holds and transits are left alone. */
  keepHere: z.boolean(),
});
export type DeskMode = z.infer<typeof deskModeSchema>;

export const ordinaryMode: DeskMode = {
  use: 'home',
  returnedAt: null,
  bookDrop: false,
  due: null,
  countUse: false,
  keepHere: false,
};

/** What the desk shows. It lives in the core: pages come and go. */
export interface DeskState {
  readonly patron: DeskPatron | null;
  /** Newest first, at most `rowsKept`. */
  readonly rows: readonly DeskRow[];
  readonly mode: DeskMode;
  readonly today: string;
}
export const rowsKept = 200;

/** What of the desk's state is asked again whenever anything changed: without the rows, which come by event. */
export type DeskModeState = Pick<DeskState, 'mode' | 'today'>;

export const renewInputSchema = z.object({ loans: z.array(id).min(1).max(500) });

/** A yes on a row: the checks that staff pass, and what has to be typed with it. */
export const answerInputSchema = z.object({
  row: id,
  confirmed: z.array(z.enum(checks)).max(checks.length),
  due: due.nullable(),
  restricted: z.object({ letter: text, approver: text }).nullable(),
});

/** A copy of a title, as the title's page shows it. */
export interface TitleCopy {
  readonly item: ItemSummary;
  readonly itemClass: string;
  readonly collection: string;
  readonly price: number;
  readonly lending: string;
  readonly status: ItemStatus;
  readonly due: string | null;
  readonly libraryName: string;
  /** What comes up whenever this copy is scanned. */
  readonly messages: readonly Message[];
}

export interface TitleDetail {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly ddc: string;
  readonly isbn: string | null;
  readonly copies: readonly TitleCopy[];
  readonly holds: readonly {
    readonly hold: Hold;
    readonly patron: Pick<Patron, 'id' | 'card' | 'name'>;
    readonly position: number;
  }[];
}
