import type { Due } from '../facts/bodies/loans.ts';
import type { Instant } from '../facts/fact.ts';

/**
 * What facts can disagree about. Each is a pure function of the facts of one stream, or of one fact; only `over-limit`
 * and `policy-superseded` are also of what the province held when the fact came.
 */
export const exceptionRules = [
  'double-loan',
  'unknown-loan',
  'renewed-after-return',
  'returned-other-loan',
  'moved-while-on-loan',
  'blocked-patron-borrowed',
  'unknown-item',
  'unknown-patron',
  'hold-trapped-elsewhere',
  'receipt-number-twice',
  'charge-paid-twice',
  'over-limit',
  'policy-superseded',
  'clock-suspect',
  'unreadable-fact',
  'fact-id-reused',
  'station-forked',
  'journal-damaged',
] as const;
export type ExceptionRule = (typeof exceptionRules)[number];

/** A disagreement between facts that a person has to look at. Every fact stays. */
export interface Disagreement {
  readonly rule: ExceptionRule;
  readonly item: string | null;
  readonly patron: string | null;
  /** Fact ids, earliest first. */
  readonly facts: readonly string[];
  /** What it is about, where the same facts may disagree about several things: one payment pays many charges. */
  readonly about?: string;
}

/** Letters of `about` in an id: with the longest such rule and one fact, just under the 128 that an id may have. */
const longestAbout = 72;

/** One of the facts that disagree, as people see them side by side. Keys are null where the fact says nothing. */
export interface ExceptionSide {
  readonly fact: string;
  readonly kind: string;
  /** By the clock of the desk. */
  readonly at: Instant;
  /** The same by the province's clock; absent in rows of an older province. */
  readonly effectiveAt?: Instant;
  readonly station: string;
  readonly desk: string;
  readonly actor: string;
  readonly library: string | null;
  readonly patron: string | null;
  readonly item: string | null;
  readonly barcode: string | null;
  readonly due: Due | null;
  readonly amount: number | null;
}

/** What somebody said of it. */
export interface Resolved {
  readonly fact: string;
  readonly resolution: string;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
  readonly desk: string;
  /** Absent in rows of an older province. */
  readonly station?: string;
  readonly library?: string;
}

/** Facts of a station's journal that nobody can read any more, both ends included. */
export interface MissingFacts {
  /** The incarnation that they were of. */
  readonly inc: string;
  readonly from: number;
  readonly to: number;
}

/** Work for a person at one of the libraries concerned. */
export interface Exception {
  readonly id: string;
  /** One of `exceptionRules`; a later province may know more. */
  readonly rule: string;
  readonly stream: string;
  /** Libraries whose desks are concerned; empty: whoever looks. */
  readonly libraries: readonly string[];
  readonly item: string | null;
  readonly patron: string | null;
  /** Effective time of the fact that brought the disagreement. */
  readonly openedAt: Instant;
  readonly sides: readonly ExceptionSide[];
  /** What is missing of a damaged journal, where that is known by number: the first two hundred ranges. */
  readonly missing?: readonly MissingFacts[];
  readonly resolved: Resolved | null;
}

/** The id is made of what the exception says, so the same facts always give the same one. */
export function exceptionId({ rule, facts, about }: Pick<Disagreement, 'rule' | 'facts' | 'about'>): string {
  const named = about === undefined ? facts : [about.slice(-longestAbout), ...facts.slice(-1)];
  return [rule, ...named].join('/');
}
