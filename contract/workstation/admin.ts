import { z } from 'zod';
import type { Finding } from '../../domain/circulation/decision.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
import type { Hold } from '../../domain/holds/hold.ts';
import type { Drawer } from '../../domain/money/drawer.ts';
import type { Payment } from '../../domain/money/payment.ts';
import type { Patron } from '../../domain/patrons/patron.ts';
import type { PolicyImpact, PolicySpace, WhatIf } from '../../domain/policy/impact.ts';
import type { PolicyFault } from '../../domain/policy/check-policy-set.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';
import type { SlipKind, SlipTemplate } from '../../domain/printing/template.ts';
import { policySetSchema, templateSchema } from '../sync/rows/policy.ts';
import { civilDate, word } from '../sync/shapes.ts';
import type { ItemSummary } from './desk.ts';

/** The policy screen: every version, the one in force, and the values the rules can ask about. */
export interface PolicyOverview {
  readonly sets: readonly PolicySet[];
  readonly inForce: string | null;
  readonly space: PolicySpace;
  readonly libraries: readonly { readonly id: string; readonly name: string }[];
}

export const policyDraftSchema = z.object({ set: policySetSchema });

/** What saving a draft would do: what keeps it from being saved, and which cells it changes. */
export interface PolicyPreview {
  readonly faults: readonly PolicyFault[];
  readonly impact: PolicyImpact;
}

const many = z.array(word).min(1).max(200);

export const whatIfSchema = z.object({
  set: policySetSchema,
  space: z.object({ libraries: many, categories: many, itemClasses: many, collections: many }),
});
export type WhatIfAnswer = readonly WhatIf[];

export const closingSchema = z.object({ from: civilDate, to: civilDate, name: z.string().max(200) });

/** What closing the library would move, before anything is moved. */
export interface ClosingPreview {
  readonly findings: readonly Finding[];
  readonly moved: readonly {
    readonly loan: string;
    readonly item: ItemSummary;
    readonly patron: Pick<Patron, 'id' | 'card' | 'name'>;
    readonly before: string;
    readonly after: string;
  }[];
  /** Charges of recent returns that become another amount, in đồng. */
  readonly recharged: readonly {
    readonly charge: string;
    readonly title: string;
    readonly patron: Pick<Patron, 'id' | 'card' | 'name'>;
    readonly before: number;
    readonly after: number;
  }[];
}

/** One copy on the hold shelf of this library. */
export interface ShelvedHold {
  readonly hold: Hold;
  readonly patron: Pick<Patron, 'id' | 'card' | 'name'>;
  readonly title: string;
  readonly barcode: string;
  readonly until: string;
  /** True when its last day has passed: it goes back. */
  readonly lapsed: boolean;
}

/** A loan that its policy counts as lost by now. */
export interface LongOverdue {
  readonly loan: Loan;
  readonly item: ItemSummary;
  readonly patron: Pick<Patron, 'id' | 'card' | 'name'>;
  /** Days since the due date. */
  readonly days: number;
  /** What marking it lost will charge for the copy, in đồng; lateness comes on top where the policy keeps it. */
  readonly compensation: number;
}

/** The cash drawer of this station. */
export interface DrawerState {
  readonly open: Drawer | null;
  /** Cash that should be in it, in đồng. */
  readonly expected: number;
  /** Its payments, newest first, with the reader's card. */
  readonly payments: readonly { readonly payment: Payment; readonly card: string; readonly name: string }[];
  /** Drawers closed before, newest first. */
  readonly closed: readonly Drawer[];
}

/** A transfer a reader reported and no bank statement has shown yet. */
export interface ReportedTransfer {
  readonly payment: Payment;
  readonly card: string;
  readonly name: string;
}

export const billSchema = z.object({ amount: z.number(), purpose: z.enum(['charges', 'deposit']) });

/** A transfer about to be made: the QR's text and the bill number that finds it in the statement. */
export type TransferQr =
  | {
      readonly ok: true;
      readonly payload: string;
      readonly bill: string;
      readonly bank: string;
      readonly account: string;
    }
  | { readonly ok: false; readonly finding: Finding };

export interface TemplateOverview {
  readonly templates: readonly SlipTemplate[];
  /** What is printed where the library has no wording of its own. */
  readonly defaults: Readonly<Record<SlipKind, string>>;
}

export const templatePreviewSchema = z.object({ template: templateSchema });

/** A template as it would come out, or the first line that is wrong. */
export type TemplatePreview =
  | { readonly ok: true; readonly image: string }
  | { readonly ok: false; readonly line: number; readonly fault: string };
