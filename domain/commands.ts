/**
 * Everything a desk can be asked to do, as plain data. Who asks, where and when is in the `DeskView`. Ids of new
 * things come with the command, so that deciding stays pure and a command sent twice can be told from two.
 *
 * Longer than other files: it is one closed list, and whoever adds to it has to see the whole.
 */
import type { Calendar } from './calendar/calendar.ts';
import type { Biblio, Item } from './catalogue/catalogue.ts';
import type { Resolution } from './exceptions/resolutions.ts';
import type { HoldAmended, HoldEnding, HoldLevel } from './facts/bodies/holds.ts';
import type { ItemMark } from './facts/bodies/items.ts';
import type { Due, LoanUse, RestrictedPermit, ReturnMode } from './facts/bodies/loans.ts';
import type { CivilDate, Instant } from './facts/fact.ts';
import type { ChargeKind } from './money/charge.ts';
import type { PaymentMethod } from './money/payment.ts';
import type { MessageAbout } from './patrons/message.ts';
import type { Consent, Exemption, Patron } from './patrons/patron.ts';
import type { Check } from './policy/checks.ts';
import type { PolicySet } from './policy/policy.ts';
import type { SlipTemplate } from './printing/template.ts';

/** Lends a copy to a reader. */
export interface CheckOut {
  readonly do: 'check-out';
  readonly patron: string;
  readonly item: string;
  readonly use: LoanUse;
  /** A due date set by staff, or null for the policy's. */
  readonly due: Due | null;
  /** Checks staff have answered with yes. */
  readonly confirmed: readonly Check[];
  readonly restricted: RestrictedPermit | null;
}

/** Takes a copy back, whoever had it. */
export interface CheckIn {
  readonly do: 'check-in';
  readonly item: string;
  /** When it came back; null: now. */
  readonly returnedAt: Instant | null;
  readonly mode: ReturnMode;
  /** Counts a copy that was not on loan as used in the library. */
  readonly countUse: boolean;
  /** Leaves holds and transits alone. */
  readonly keepHere: boolean;
}

/** Corrects when a loan came back; the overdue charge follows. */
export interface CorrectReturn {
  readonly do: 'correct-return';
  readonly loan: string;
  readonly returnedAt: Instant;
  readonly note: string;
}

export interface Renew {
  readonly do: 'renew';
  readonly loan: string;
  /** Whether the copy is at the desk. */
  readonly seen: boolean;
  readonly due: Due | null;
  readonly confirmed: readonly Check[];
}

/** Moves one due date by hand. */
export interface ChangeDue {
  readonly do: 'change-due';
  readonly loan: string;
  readonly due: Due;
  readonly note: string;
}

export interface MarkItem {
  readonly do: 'mark-item';
  readonly item: string;
  readonly mark: ItemMark;
  readonly decision: string;
  readonly note: string;
  /** What the reader pays for damage, in đồng; null: nothing, or for a loss what the policy says. */
  readonly charge: number | null;
}

/** A book nobody has catalogued, so that it can be lent. */
export interface FastAdd {
  readonly do: 'fast-add';
  readonly item: Item;
  readonly biblio: Biblio;
}

export interface PlaceHold {
  readonly do: 'place-hold';
  /** Id of the new hold. */
  readonly hold: string;
  readonly level: HoldLevel;
  readonly biblio: string;
  readonly item: string | null;
  readonly patron: string;
  readonly pickup: string;
  readonly startsOn: CivilDate | null;
  readonly expiresOn: CivilDate | null;
  readonly recall: boolean;
  readonly note: string;
  readonly confirmed: readonly Check[];
}

export interface AmendHold {
  readonly do: 'amend-hold';
  readonly hold: string;
  readonly changes: HoldAmended['changes'];
}

export interface EndHold {
  readonly do: 'end-hold';
  readonly hold: string;
  readonly why: HoldEnding;
  readonly note: string;
}

/** Charges a reader for something that is not a loan's own consequence. */
export interface ChargeReader {
  readonly do: 'charge';
  /** Id of the new charge. */
  readonly charge: string;
  readonly patron: string;
  readonly kind: Extract<ChargeKind, 'card' | 'card-replacement' | 'service' | 'damage'>;
  readonly amount: number;
  readonly item: string | null;
  readonly title: string;
  readonly legalAct: string;
  readonly note: string;
}

export interface Waive {
  readonly do: 'waive';
  readonly charge: string;
  readonly amount: number;
  readonly ground: string;
  readonly note: string;
}

/** Takes money for charges, oldest first among those named. */
export interface Pay {
  readonly do: 'pay';
  readonly patron: string;
  readonly charges: readonly string[];
  readonly amount: number;
  readonly method: PaymentMethod;
  /** Cash handed over; null for a transfer. */
  readonly tendered: number | null;
  /** Bill number of the transfer's QR; null for cash. */
  readonly bill: string | null;
}

export interface TakeDeposit {
  readonly do: 'take-deposit';
  readonly patron: string;
  readonly amount: number;
  readonly method: PaymentMethod;
  readonly tendered: number | null;
  readonly bill: string | null;
}

/** Gives a deposit back, in cash. */
export interface RefundDeposit {
  readonly do: 'refund-deposit';
  readonly patron: string;
  readonly amount: number;
}

/** Gives back in cash what the library owes the reader. */
export interface RefundCredit {
  readonly do: 'refund-credit';
  readonly patron: string;
  readonly amount: number;
}

export interface SettlePayment {
  readonly do: 'settle-payment';
  readonly payment: string;
  readonly status: 'received' | 'bounced' | 'reversed';
  readonly note: string;
}

export interface OpenDrawer {
  readonly do: 'open-drawer';
  /** Id of the new drawer session. */
  readonly drawer: string;
  readonly float: number;
}

export interface CloseDrawer {
  readonly do: 'close-drawer';
  readonly drawer: string;
  readonly counted: number;
  readonly note: string;
}

/** A new reader. The card fee follows from the fees in force; `feeCharge` is the id its charge would have. */
export interface RegisterPatron {
  readonly do: 'register-patron';
  readonly patron: Patron;
  /** The sealed data names a guardian who is no reader. */
  readonly guardianGiven: boolean;
  readonly feeCharge: string;
}

export interface AmendPatron {
  readonly do: 'amend-patron';
  readonly patron: string;
  readonly changes: Partial<
    Pick<Patron, 'name' | 'category' | 'birthDate' | 'guarantor' | 'aliases' | 'sealed' | 'expires'>
  >;
  readonly note: string;
}

/** Extends the card by the category's months from the later of today and its last day. */
export interface RenewCard {
  readonly do: 'renew-card';
  readonly patron: string;
  readonly feeCharge: string;
}

/** Gives the reader another card; the old number stays known as an alias. */
export interface ReplaceCard {
  readonly do: 'replace-card';
  readonly patron: string;
  readonly card: string;
  /** Alias under which the old number is still found. */
  readonly oldAlias: string;
  readonly feeCharge: string;
}

export interface SetCardLost {
  readonly do: 'set-card-lost';
  readonly patron: string;
  readonly lost: boolean;
  readonly note: string;
}

export interface BlockPatron {
  readonly do: 'block-patron';
  readonly patron: string;
  /** Null lifts the block. */
  readonly until: CivilDate | 'endless' | null;
  readonly reason: string;
}

export interface RecordConsent {
  readonly do: 'record-consent';
  readonly patron: string;
  readonly consent: Pick<Consent, 'purpose' | 'granted' | 'text' | 'agreed'>;
}

export interface RecordExemption {
  readonly do: 'record-exemption';
  readonly patron: string;
  readonly ground: string;
  readonly until: Exemption['until'];
}

export interface AddMessage {
  readonly do: 'add-message';
  readonly about: MessageAbout;
  readonly text: string;
  readonly until: CivilDate | null;
}

export interface EndMessage {
  readonly do: 'end-message';
  readonly message: string;
}

export interface SavePolicy {
  readonly do: 'save-policy';
  readonly set: PolicySet;
}

export interface SaveCalendar {
  readonly do: 'save-calendar';
  readonly calendar: Calendar;
  readonly note: string;
}

/** Closes the library for some days from today on and moves the due dates that fall on them. */
export interface CloseDays {
  readonly do: 'close-days';
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly name: string;
}

export interface SaveTemplate {
  readonly do: 'save-template';
  readonly template: SlipTemplate;
}

/** Says what was done about facts that disagree. */
export interface ResolveException {
  readonly do: 'resolve-exception';
  readonly exception: string;
  readonly resolution: Resolution;
  readonly note: string;
}

export type Command =
  | CheckOut
  | CheckIn
  | CorrectReturn
  | Renew
  | ChangeDue
  | MarkItem
  | FastAdd
  | PlaceHold
  | AmendHold
  | EndHold
  | ChargeReader
  | Waive
  | Pay
  | TakeDeposit
  | RefundDeposit
  | RefundCredit
  | SettlePayment
  | OpenDrawer
  | CloseDrawer
  | RegisterPatron
  | AmendPatron
  | RenewCard
  | ReplaceCard
  | SetCardLost
  | BlockPatron
  | RecordConsent
  | RecordExemption
  | AddMessage
  | EndMessage
  | SavePolicy
  | SaveCalendar
  | CloseDays
  | SaveTemplate
  | ResolveException;

export type CommandName = Command['do'];
