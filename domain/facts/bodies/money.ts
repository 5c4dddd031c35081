import type { Ledger } from '../../money/charge.ts';
import type { ChargeKind } from '../../money/charge.ts';
import type { Allocation, PaymentMethod, PaymentPurpose, ReceiptNumber } from '../../money/payment.ts';

/**
 * A charge has one cause and one id made of it, so the same cause can never be charged twice. Assessed again, the
 * newest amount stands; the books get the difference.
 */
export interface ChargeAssessed {
  readonly charge: string;
  readonly patron: string;
  readonly library: string;
  readonly ledger: Ledger;
  readonly kind: ChargeKind;
  /** Đồng, 0 or more. */
  readonly amount: number;
  readonly loan: string | null;
  readonly item: string | null;
  /** What it is for, as the receipt says it. */
  readonly title: string;
  /** The act that sets it, for a fee; empty otherwise. */
  readonly legalAct: string;
  readonly note: string;
}

export interface ChargeWaived {
  readonly charge: string;
  readonly patron: string;
  readonly library: string;
  readonly amount: number;
  /** Id of a legal ground: `domain/money/legal-grounds.ts`. */
  readonly ground: string;
  readonly note: string;
}

export interface PaymentTaken {
  readonly patron: string;
  readonly library: string;
  readonly purpose: PaymentPurpose;
  readonly method: PaymentMethod;
  /** Đồng, more than 0. Which way it goes follows from the purpose. */
  readonly amount: number;
  /** Which charges it settles; together `amount` for `charges` and `credit-refund`, none for deposits. */
  readonly allocations: readonly Allocation[];
  /** The drawer that took or gave cash; null for a transfer. */
  readonly drawer: string | null;
  /** Cash handed over, change included; null for a transfer or a refund. */
  readonly tendered: number | null;
  readonly receipt: ReceiptNumber;
  /** Bill number in the transfer's QR (62/01): finds it in the bank statement; null for cash. */
  readonly bill: string | null;
}

/** What became of a payment afterwards. Only `received` leaves it standing. */
export interface PaymentSettled {
  readonly payment: string;
  readonly patron: string;
  readonly library: string;
  /** `received`: the transfer is in the bank statement. `bounced`: it never came. `reversed`: taken back. */
  readonly status: 'received' | 'bounced' | 'reversed';
  /** The payment's own allocations: each charge is told that it is open again. */
  readonly allocations: readonly Allocation[];
  /** Drawer a reversed cash payment is given back from; null otherwise. */
  readonly drawer: string | null;
  readonly note: string;
}

export interface DrawerOpened {
  readonly drawer: string;
  readonly library: string;
  /** Cash in it at the start. */
  readonly float: number;
}

export interface DrawerClosed {
  readonly drawer: string;
  readonly library: string;
  readonly counted: number;
  /** Float and every cash payment since: what should have been in it. */
  readonly expected: number;
  /** Why `counted` differs; never empty when it does. */
  readonly note: string;
}
