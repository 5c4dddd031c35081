import type { CivilDate } from '../facts/fact.ts';
import type { Check, Severity } from './checks.ts';
import type {
  DepositPolicy,
  HoldPolicy,
  LoanPolicy,
  LossPolicy,
  OverduePolicy,
  PolicyKind,
} from './policies.ts';

/** What a rule may ask about, in order of strength. The list is closed; there are no weights. */
export const criteria = ['library', 'category', 'itemClass', 'collection'] as const;
export type Criterion = (typeof criteria)[number];

/** The case to be decided: the library whose rules apply, the reader's category, the copy's class and location. */
export type PolicyCase = Readonly<Record<Criterion, string>>;

/**
 * A missing criterion means "any". A rule names whole policies, one of each kind; nothing is inherited cell by
 * cell. `itemClass` also covers the classes below it; the nearest class wins.
 */
export interface PolicyRule {
  readonly id: string;
  readonly when: Readonly<Partial<Record<Criterion, string>>>;
  /** Ids of the five policies the rule gives. */
  readonly gives: Readonly<Record<PolicyKind, string>>;
}

/** A kind of copy. Classes form a tree: `giao-trinh` and `tham-khao` may both be below `sach`. */
export interface ItemClass {
  readonly id: string;
  readonly name: string;
  readonly parent: string | 'none';
}

/** A reader category: what a policy asks about. Exemptions are evidence on the reader, not a category. */
export interface PatronCategory {
  readonly id: string;
  readonly name: string;
  /** Card validity given at registration and at renewal, in months. */
  readonly cardMonths: number;
  /** Below this age (years) a guardian is asked for; `none`: never. */
  readonly guardianBelow: number | 'none';
}

/** What a library asks for a card or a service. The act in force on the day decides; several may stand side by side. */
export interface Fee {
  readonly id: string;
  readonly kind: 'card' | 'card-replacement' | 'service';
  readonly name: string;
  /** Reader category the fee is for, or `any`. */
  readonly category: string | 'any';
  readonly library: string | 'any';
  /** Đồng. */
  readonly amount: number;
  /** The resolution or decision that sets it. */
  readonly legalAct: string;
  readonly from: CivilDate;
  readonly to: CivilDate | 'none';
}

/**
 * Everything that decides circulation, as one dated whole. Loans name the version they were made under, so an
 * edit is always a new version.
 */
export interface PolicySet {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: CivilDate;
  /**
   * Whose rules apply: the library of the desk, of the reader's card, or of the copy. By Decree 93/2020 art. 27
   * an inter-library loan follows the owning library.
   */
  readonly ruleLibrary: 'desk' | 'patron' | 'item';
  readonly rules: readonly PolicyRule[];
  readonly loanPolicies: readonly LoanPolicy[];
  readonly overduePolicies: readonly OverduePolicy[];
  readonly holdPolicies: readonly HoldPolicy[];
  readonly lossPolicies: readonly LossPolicy[];
  readonly depositPolicies: readonly DepositPolicy[];
  readonly itemClasses: readonly ItemClass[];
  readonly categories: readonly PatronCategory[];
  readonly fees: readonly Fee[];
  /** How hard each check is; a check that is not named has its default. */
  readonly severities: Readonly<Partial<Record<Check, Severity>>>;
}
