import type { Instant } from '../facts/fact.ts';
import type { Ledger } from './charge.ts';

export type PaymentMethod = 'cash' | 'vietqr';
/** What a payment is for. Charges and deposits come in; the two refunds go out. */
export const paymentPurposes = ['charges', 'deposit', 'deposit-refund', 'credit-refund'] as const;
export type PaymentPurpose = (typeof paymentPurposes)[number];

/** Part of a payment for one charge, in đồng; negative for what is given back. */
export interface Allocation {
  readonly charge: string;
  readonly ledger: Ledger;
  readonly amount: number;
}

/** A number leased from the province, or this station's own while it has none: printed as provisional. */
export type ReceiptNumber =
  | { readonly kind: 'leased'; readonly series: string; readonly year: number; readonly number: number }
  | { readonly kind: 'provisional'; readonly text: string };

/** `reported`: the reader says the transfer is made; the bank has not said so yet. */
export type PaymentStatus = 'received' | 'reported' | 'bounced' | 'reversed';

export interface Payment {
  readonly id: string;
  readonly patron: string;
  readonly library: string;
  readonly station: string;
  /** Staff id. */
  readonly by: string;
  readonly purpose: PaymentPurpose;
  readonly method: PaymentMethod;
  readonly amount: number;
  readonly allocations: readonly Allocation[];
  readonly drawer: string | null;
  readonly tendered: number | null;
  readonly receipt: ReceiptNumber;
  readonly bill: string | null;
  readonly takenAt: Instant;
  readonly status: PaymentStatus;
  /** Drawer that gave a reversed cash payment back, or null. */
  readonly reversedFrom: string | null;
}

/** True while the payment counts: received, or reported and not yet contradicted. */
export function stands(payment: Pick<Payment, 'status'>): boolean {
  return payment.status === 'received' || payment.status === 'reported';
}

/** Numbers a station may give its receipts, leased from the province. Both ends included. */
export interface ReceiptRange {
  readonly id: string;
  readonly station: string;
  readonly series: string;
  readonly year: number;
  readonly from: number;
  readonly to: number;
  /** Incarnation of the station's journal it was leased to; rows of before say nothing. */
  readonly inc?: string;
}
