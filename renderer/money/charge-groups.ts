import type { Charge, Ledger } from '../../domain/money/charge.ts';
import { ledgers, outstanding } from '../../domain/money/charge.ts';

/** What is owed in one ledger, the oldest first, as money goes to it. */
export interface ChargeGroup {
  readonly ledger: Ledger;
  readonly charges: readonly Charge[];
  readonly owed: number;
}

/** Charges with something still owed, by ledger and in the order of the ledgers. The four are never mixed. */
export function owedGroups(charges: readonly Charge[]): readonly ChargeGroup[] {
  return ledgers.flatMap((ledger): ChargeGroup[] => {
    const owed = charges
      .filter((charge) => charge.ledger === ledger && outstanding(charge) > 0)
      .toSorted((a, b) => Date.parse(a.raisedAt) - Date.parse(b.raisedAt));
    return owed.length === 0 ? [] : [{ ledger, charges: owed, owed: owedOf(owed) }];
  });
}

/** What is still owed for all of these together, in đồng. */
export function owedOf(charges: readonly Charge[]): number {
  return charges.reduce((sum, charge) => sum + Math.max(0, outstanding(charge)), 0);
}
