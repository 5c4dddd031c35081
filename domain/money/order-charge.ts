import type { Fact } from '../facts/fact.ts';
import { evolvePayment } from './evolve-money.ts';
import type { Payment } from './payment.ts';

/** What a fact needs to have happened before it: an assessment nothing, a payment the charge, a settlement both. */
const ranks: Partial<Record<Fact['kind'], number>> = { 'charge.assessed': 0, 'payment.settled': 2 };

/**
 * The facts of one charge in the order in which they count. `counted`: in the order of their times, without what was
 * undone; `undone` is that. Clocks of two desks may say that money was given back before it was taken, or taken
 * before it was owed. Settlements that the payment itself does not heed are left out, so that charge and payment
 * agree.
 */
export function orderForCharge(counted: readonly Fact[], undone: readonly Fact[]): readonly Fact[] {
  const ordered = [...counted].sort((a, b) => (ranks[a.kind] ?? 1) - (ranks[b.kind] ?? 1));
  const payments = new Map<string, Payment | null>();
  const heeded = ordered.filter((fact) => {
    if (fact.kind === 'payment.taken') payments.set(fact.id, evolvePayment(null, fact));
    if (fact.kind !== 'payment.settled') return true;
    const before = payments.get(fact.body.payment) ?? null;
    const after = evolvePayment(before, fact);
    payments.set(fact.body.payment, after);
    return after !== before;
  });
  const nothing = forgiven(heeded, undone);
  // What is not owed cannot be waived: it would become money that the reader never paid.
  return nothing ? [nothing, ...heeded.filter(({ kind }) => kind !== 'charge.waived')] : heeded;
}

/**
 * A charge that was taken back while another desk took money for it: nothing is owed for it any more, and what was
 * paid is the reader's.
 */
function forgiven(counted: readonly Fact[], undone: readonly Fact[]): Fact | null {
  const isPaid = counted.some(({ kind }) => kind === 'payment.taken');
  if (!isPaid || counted.some(({ kind }) => kind === 'charge.assessed')) return null;
  const last = undone.findLast(({ kind }) => kind === 'charge.assessed');
  return last?.kind === 'charge.assessed' ? { ...last, body: { ...last.body, amount: 0 } } : null;
}
