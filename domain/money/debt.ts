import type { Charge } from './charge.ts';
import { outstanding } from './charge.ts';
import type { Payment } from './payment.ts';
import { stands } from './payment.ts';

/** What a reader owes in all, in đồng; never negative: what the library owes is no debt. */
export function debtOf(charges: readonly Charge[]): number {
  return Math.max(
    0,
    charges.reduce((sum, charge) => sum + outstanding(charge), 0),
  );
}

/** What the library owes the reader for charges that were paid and fell, in đồng. */
export function creditOf(charges: readonly Charge[]): number {
  return charges.reduce((sum, charge) => sum + Math.max(0, -outstanding(charge)), 0);
}

/** Thế chân the library holds for a reader, in đồng; transfers that the reader reports count. */
export function depositHeld(payments: readonly Payment[]): number {
  return depositOf(payments.filter(stands));
}

/** The same without transfers that are not in the bank yet: what can be given back. */
export function depositInHand(payments: readonly Payment[]): number {
  return depositOf(payments.filter(({ status }) => status === 'received'));
}

function depositOf(payments: readonly Payment[]): number {
  return payments.reduce((held, { purpose, amount }) => {
    if (purpose === 'deposit') return held + amount;
    return purpose === 'deposit-refund' ? held - amount : held;
  }, 0);
}
