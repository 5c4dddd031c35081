import type { Fact } from '../facts/fact.ts';
import type { Disagreement } from './exception.ts';

/**
 * Payments whose receipts have one number: a journal was copied, and both went on with the numbers leased to it before
 * anybody noticed. `facts` are the payments with that number in history order; the first keeps it.
 */
export function judgeReceipt(facts: readonly Fact[]): readonly Disagreement[] {
  const [first, ...others] = facts.filter(({ kind }) => kind === 'payment.taken');
  if (first === undefined) return [];
  return others.map(({ id }) => ({
    rule: 'receipt-number-twice',
    item: null,
    patron: null,
    facts: [first.id, id],
  }));
}
