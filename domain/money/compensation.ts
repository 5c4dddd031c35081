import type { LossPolicy } from '../policy/policies.ts';

/**
 * What the reader pays for a lost copy, in đồng, processing not included. `price` is the cover price, 0 where
 * there is none. Law on Libraries 46/2019 art. 38(9): the library decides; customary is so many times the price.
 * A part of a đồng is rounded to the nearest.
 */
export function compensationFor(policy: LossPolicy, price: number): number {
  const { compensation } = policy;
  if (compensation === 'none') return 0;
  if (compensation.kind === 'fixed') return compensation.amount;
  return saturated(Math.round(compensation.times * coverPrice(policy, price)));
}

/** The cover price of a copy, or the policy's where the copy has none (0). */
export function coverPrice({ defaultPrice }: Pick<LossPolicy, 'defaultPrice'>, price: number): number {
  return price > 0 ? price : defaultPrice;
}

/**
 * The largest exact amount in place of anything above it. A policy that multiplies beyond it is wrong, and the
 * desk still has to take the book back.
 */
export function saturated(amount: number): number {
  return Math.min(amount, Number.MAX_SAFE_INTEGER);
}
