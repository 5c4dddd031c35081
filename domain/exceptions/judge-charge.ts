import type { Charge } from '../money/charge.ts';
import { outstanding, paidOf } from '../money/charge.ts';
import type { Disagreement } from './exception.ts';

/**
 * Two desks that could not know of each other have taken the same money. Names the last two payments. `most` is the
 * highest amount the charge ever had: what was paid in two parts and then fell was not paid twice.
 */
export function judgeCharge(charge: Charge | null, most: number): readonly Disagreement[] {
  if (charge === null || outstanding(charge) >= 0) return [];
  const taken = charge.payments.filter(({ amount }) => amount > 0).map(({ payment }) => payment);
  const [before, last] = taken.slice(-2);
  // Waived or assessed anew after it was paid once: the reader has a credit, and nobody has erred.
  if (before === undefined || last === undefined) return [];
  const lastPaid = charge.payments.find(({ payment }) => payment === last)?.amount ?? 0;
  const waived = charge.waivers.reduce((sum, { amount }) => sum + amount, 0);
  if (paidOf(charge) - lastPaid + waived < most) return [];
  const { id: about, item, patron } = charge;
  return [{ rule: 'charge-paid-twice', item, patron, facts: [before, last], about }];
}
