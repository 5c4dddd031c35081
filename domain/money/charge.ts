import type { Instant } from '../facts/fact.ts';

/** The four ledgers of a Vietnamese library, never mixed: phí, giá dịch vụ, bồi thường, thế chân. */
export const ledgers = ['fee', 'service', 'compensation', 'deposit'] as const;
export type Ledger = (typeof ledgers)[number];

export const chargeKinds = [
  'overdue',
  'lost',
  'processing',
  'damage',
  'card',
  'card-replacement',
  'service',
] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** Which ledger a kind of charge belongs to. */
export const ledgerOf: Readonly<Record<ChargeKind, Ledger>> = {
  overdue: 'compensation',
  lost: 'compensation',
  processing: 'compensation',
  damage: 'compensation',
  card: 'fee',
  'card-replacement': 'fee',
  service: 'service',
};

/** What one reader owes for one cause. Amounts are đồng. */
export interface Charge {
  readonly id: string;
  readonly patron: string;
  readonly library: string;
  readonly ledger: Ledger;
  readonly kind: ChargeKind;
  /** As last assessed. */
  readonly amount: number;
  readonly waivers: readonly { readonly id: string; readonly amount: number; readonly ground: string }[];
  /** Parts of payments that stand; transfers that the reader reports count. Negative parts were given back. */
  readonly payments: readonly { readonly payment: string; readonly amount: number }[];
  readonly loan: string | null;
  readonly item: string | null;
  readonly title: string;
  readonly legalAct: string;
  readonly note: string;
  readonly raisedAt: Instant;
}

/**
 * The waivers as far as there is something to waive: of a charge that was assessed lower since, no more than it now
 * comes to. The rest would be money that the reader never paid.
 */
export function standingWaivers({ amount, waivers }: Pick<Charge, 'amount' | 'waivers'>): Charge['waivers'] {
  let left = amount;
  return waivers.map((waiver) => {
    const stands = Math.min(waiver.amount, left);
    left -= stands;
    return { ...waiver, amount: stands };
  });
}

export function waivedOf(charge: Pick<Charge, 'amount' | 'waivers'>): number {
  return standingWaivers(charge).reduce((sum, { amount }) => sum + amount, 0);
}

export function paidOf(charge: Pick<Charge, 'payments'>): number {
  return charge.payments.reduce((sum, { amount }) => sum + amount, 0);
}

/** What is still owed; negative when the library owes the reader. */
export function outstanding(charge: Pick<Charge, 'amount' | 'waivers' | 'payments'>): number {
  return charge.amount - waivedOf(charge) - paidOf(charge);
}

/** The id of a charge that a loan causes: the same cause is the same charge at every desk. */
export function loanChargeId(loan: string, kind: 'overdue' | 'lost' | 'processing' | 'damage'): string {
  return `${loan}/${kind}`;
}
