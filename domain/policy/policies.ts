import type { CivilDate } from '../facts/fact.ts';

/**
 * The named policies a rule chooses as a whole. Blank is illegal everywhere: what is boundless says `unlimited`,
 * what is refused or absent says `none`. Amounts are đồng.
 */

export const policyKinds = ['loan', 'overdue', 'hold', 'loss', 'deposit'] as const;
export type PolicyKind = (typeof policyKinds)[number];

interface NamedPolicy {
  readonly id: string;
  readonly name: string;
}

/** How long a loan runs. Day loans fall due on a civil date, hour loans at an instant. `none`: not lent. */
type LoanPeriod = { readonly unit: 'days' | 'hours'; readonly length: number } | 'none';

/**
 * What a closed day does to a due date. `calendar-days`: nothing. `next-open-day`: the date moves to the next
 * open day. `open-days`: only open days are counted. `same-weekday`: moves by whole weeks to an open day.
 */
export const dueModes = ['calendar-days', 'next-open-day', 'open-days', 'same-weekday'] as const;
export type DueMode = (typeof dueModes)[number];

/** Fixed date that shapes due dates: never after it, always on it, or never before it. */
export type HardDue =
  | { readonly date: CivilDate; readonly how: 'not-after' | 'exactly' | 'not-before' }
  | 'none';

/** What of due dates a policy decides. */
export interface DueTerms {
  readonly period: LoanPeriod;
  readonly dueMode: DueMode;
  /** For hour loans that would fall due while closed: as it is, back to closing time, or on to opening time. */
  readonly closingTime: 'ignore' | 'shorten' | 'extend';
  readonly hardDue: HardDue;
  /** `cap`: nothing falls due after the card's last day. */
  readonly cardExpiry: 'cap' | 'ignore';
}

/** Counts loans by an explicit expression, never by what a rule happened to ask about. */
export interface LoanLimit {
  readonly max: number | 'unlimited';
  /** Class whose loans count, with the classes below it; `any`: every loan. */
  readonly itemClass: string | 'any';
  /** `here`: only loans made at the desk's library. */
  readonly library: 'here' | 'any';
  /** Home loans and reading-room loans are counted apart unless `any`. */
  readonly use: 'home' | 'reading-room' | 'any';
}

export interface LoanPolicy extends NamedPolicy, DueTerms {
  /** Where the copy may be used: taken home, only in the reading room, or either. */
  readonly use: 'home' | 'reading-room' | 'any';
  /** Every limit must hold for a loan to pass. */
  readonly limits: readonly LoanLimit[];
  readonly renewals: number | 'none' | 'unlimited';
  /** Length of a renewal in the loan's unit, or `same` as the loan. 0 renews to the day it is counted from. */
  readonly renewalLength: number | 'same';
  readonly renewalFrom: 'today' | 'due-date';
  /** How many days before the due date a renewal may be made at the earliest; `any`: at any time. */
  readonly renewalOpens: number | 'any';
  /** Whether an overdue loan may be renewed. */
  readonly renewOverdue: 'allow' | 'refuse';
  /** Renewals without the copy at the desk, in all. */
  readonly renewalsUnseen: number | 'unlimited';
  /** Debt (đồng, all four ledgers but deposits) above which nothing more is lent. */
  readonly debtLimit: number | 'unlimited';
  /** The same for what a guarantor and all the readers of that guarantor owe together. */
  readonly familyDebtLimit: number | 'unlimited';
  /** Overdue loans from which on nothing more is lent; `unlimited`: they do not matter. */
  readonly overdueLimit: number | 'unlimited';
  /** Reader's age in full years, both ends included; `any`: not asked. */
  readonly ages: { readonly from: number; readonly to: number | 'unlimited' } | 'any';
}

/** What is charged for a late return. The law's default is nothing. */
export type OverdueCharge =
  | 'none'
  /** Once per copy, however late. */
  | { readonly kind: 'flat'; readonly amount: number }
  /** For every `every` units begun (`start`) or completed (`end`). */
  | {
      readonly kind: 'per-period';
      readonly amount: number;
      readonly every: number;
      readonly unit: 'days' | 'hours';
      readonly at: 'start' | 'end';
    };

export interface OverduePolicy extends NamedPolicy {
  readonly charge: OverdueCharge;
  /** Days after the due date that are not charged. */
  readonly graceDays: number;
  /** When a return is later than the grace: charged from the due date, or only from the end of the grace. */
  readonly chargeFrom: 'due-date' | 'grace-end';
  readonly closedDays: 'count' | 'skip';
  /** Most one loan can cost; `none`: no cap. */
  readonly cap: number | 'none';
  /** Never more than the cover price (the loss policy's default price where there is none). */
  readonly capToPrice: 'yes' | 'no';
  /** Amount in place of `charge.amount` while a recall stands; `same`: no difference. */
  readonly recallAmount: number | 'same';
}

export interface HoldPolicy extends NamedPolicy {
  /** What a hold may name. */
  readonly level: 'none' | 'title' | 'copy' | 'any';
  readonly maxHolds: number | 'unlimited';
  /** Holds on titles with a copy on the open shelf. */
  readonly onShelf: 'allow' | 'refuse';
  /** Days a trapped copy waits. */
  readonly shelfDays: number;
  /** The same when two or more readers wait for the title; `same`: no difference. */
  readonly shelfDaysWhenQueued: number | 'same';
  readonly shelfCounts: 'open-days' | 'calendar-days';
  /** Days after which an unfilled hold lapses; `none`: never. */
  readonly expiresAfter: number | 'none';
  /** A hold that starts later is trapped by returns from this many days before its start. */
  readonly lookAheadDays: number;
  readonly pickup: 'any' | 'card-library';
  /** What a waiting hold does to the renewal of a loan of the title. A hold on the very copy always refuses. */
  readonly renewals: 'refuse' | 'unless-other-copies' | 'allow';
  /** Shorter loans while more holds wait than `holdsOver`; `none`: never. */
  readonly highDemand: { readonly holdsOver: number; readonly loanDays: number } | 'none';
  /** A recall brings the due date forward, never before `keepDays` of the loan and `noticeDays` from now. */
  readonly recall: { readonly keepDays: number; readonly noticeDays: number } | 'none';
}

/** What a lost or damaged copy costs the reader: Law on Libraries 2019 art. 38(9) leaves it to the library. */
export interface LossPolicy extends NamedPolicy {
  readonly compensation:
    | 'none'
    | { readonly kind: 'times-price'; readonly times: number }
    | { readonly kind: 'fixed'; readonly amount: number };
  /** Cover price of copies that have none. */
  readonly defaultPrice: number;
  readonly processing: number;
  /** What becomes of the overdue charge when the copy is declared lost. */
  readonly overdueWhenLost: 'keep' | 'waive';
  /** What is given back of the compensation when the copy is found. Processing is never given back. */
  readonly whenFound: 'refund' | 'refund-unpaid' | 'keep';
  /** Days after the loss within which `whenFound` holds; after them everything is kept. */
  readonly refundWithin: number | 'unlimited';
  /** Overdue charge of a found copy: as it stands, or as if it had been overdue until it was found. */
  readonly overdueWhenFound: 'keep' | 'charge' | 'waive';
  /** Whether a lost copy can be taken back at the desk without a person deciding. */
  readonly takeBackLost: 'allow' | 'refuse';
  /** Days overdue after which a loan counts as lost; `none`: only a person says so. */
  readonly lostAfter: number | 'none';
}

/** Thế chân: what a reader leaves with the library, and how much may be on loan against it. */
export interface DepositPolicy extends NamedPolicy {
  /** `cover-price`: the cover prices on loan together never exceed the deposit. */
  readonly ceiling: 'none' | 'cover-price';
  /** Least a copy counts for against the ceiling, whatever its cover price. */
  readonly minimumPerItem: number;
}
