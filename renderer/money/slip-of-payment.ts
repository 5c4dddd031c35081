import type { SlipSummary } from '../../contract/workstation/station.ts';
import type { Payment } from '../../domain/money/payment.ts';

/** A slip is queued in the same breath as its payment; later than this (ms) it is another one's. */
const longestAfter = 5_000;

/** The slip of a payment taken at this station, or null when it is not in the list any more. */
export function slipOfPayment(
  { takenAt }: Pick<Payment, 'takenAt'>,
  patronName: string,
  slips: readonly SlipSummary[],
): string | null {
  const taken = Date.parse(takenAt);
  const candidates = slips
    .filter(({ kind, patronName: name }) => kind === 'payment' && name === patronName)
    .map(({ id, createdAt }) => ({ id, after: Date.parse(createdAt) - taken }))
    .filter(({ after }) => after >= 0 && after <= longestAfter)
    .toSorted((a, b) => a.after - b.after);
  return candidates[0]?.id ?? null;
}
