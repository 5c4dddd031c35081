/**
 * What a slip is filled from: every placeholder a template of its kind may name (`docs/slips.md` explains each to
 * librarians). Everything is text ready for paper, so a template does no arithmetic and no formatting; text that is
 * not there is empty. Days are `dd/mm/yyyy`, moments `dd/mm/yyyy hh:mm` in the library's time, amounts `35.000 đ`.
 */
export type SlipData = LoanSlipData | HoldSlipData | TransitSlipData | PaymentSlipData;

interface SlipHead {
  readonly library: string;
  readonly address: string;
  readonly desk: string;
  readonly station: string;
  /** When the first act on the slip was done. */
  readonly at: string;
  /** The slip's own number, `<station>-<count>`: finds it again. */
  readonly number: string;
  /** Staff id of who did the first act on it. */
  readonly staff: string;
}

/** What a session at the desk did. A return slip is the same without anything lent or renewed. */
export interface LoanSlipData extends SlipHead {
  readonly kind: 'loan' | 'return';
  /** Null where nobody's card was read: returns. */
  readonly reader: SlipReader | null;
  readonly items: readonly SlipItem[];
  /** How many items there are. */
  readonly total: string;
  /** Overdue charges of these returns together; empty when there are none. */
  readonly charged: string;
  /** The province had not confirmed all of it when it was printed. */
  readonly provisional: boolean;
}

interface SlipReader {
  readonly name: string;
  readonly card: string;
}

/** One copy that was lent, renewed or returned: exactly one of the three. */
export interface SlipItem {
  /** Counts from 1. */
  readonly no: string;
  /** Its accession number where the catalogue is not here. */
  readonly title: string;
  readonly barcode: string;
  readonly lent: boolean;
  readonly renewed: boolean;
  readonly returned: boolean;
  /** Day, or moment of an hour loan; empty for a return. */
  readonly due: string;
  /** Renewals so far; empty unless renewed. */
  readonly renewals: string;
  /** Overdue charge of this return; empty when there is none. */
  readonly overdue: string;
  readonly provisional: boolean;
}

/** Names the reader so that only the reader recognises it: the shelf is public. */
export interface HoldSlipData extends SlipHead, ShelfReader, SlipCopy {
  readonly kind: 'hold';
  /** Last day on the shelf. */
  readonly until: string;
}

export interface TransitSlipData extends SlipHead, SlipCopy {
  readonly kind: 'transit';
  readonly from: string;
  readonly to: string;
  /** Whose hold it travels for, or null. */
  readonly hold: ShelfReader | null;
  /** It goes home to the library that owns it. */
  readonly home: boolean;
}

interface ShelfReader {
  /** `Nguyễn V. A.` */
  readonly shortName: string;
  /** The last four characters of the card's number. */
  readonly cardEnd: string;
}

interface SlipCopy {
  readonly title: string;
  readonly author: string;
  readonly barcode: string;
  readonly callNumber: string;
}

export interface PaymentSlipData extends SlipHead {
  readonly kind: 'payment';
  /** Money went out: a deposit or a credit was given back. */
  readonly refund: boolean;
  /** The receipt has a number of this station's own. */
  readonly provisional: boolean;
  /** The province had confirmed the payment when this was printed. */
  readonly confirmed: boolean;
  readonly receipt: string;
  readonly reader: SlipReader | null;
  readonly lines: readonly PaymentLine[];
  readonly total: string;
  /** The total in words. */
  readonly words: string;
  readonly cash: boolean;
  readonly transfer: boolean;
  /** Cash handed over and given back; empty when it was exact, for a transfer and for a refund. */
  readonly tendered: string;
  readonly change: string;
  /** Bill number in the transfer's QR. */
  readonly bill: string;
  /** The reader says the transfer is made; the bank has not said so. */
  readonly reported: boolean;
  /** The transfer never came. */
  readonly bounced: boolean;
  /** The payment was taken back. */
  readonly reversed: boolean;
}

/** Part of a payment for one charge. */
export interface PaymentLine {
  readonly no: string;
  readonly ledger: string;
  /** Why it is owed: overdue, lost … Empty where `title` says it already. */
  readonly what: string;
  readonly title: string;
  readonly amount: string;
  /** The act that sets a fee; empty otherwise. */
  readonly legalAct: string;
}
