import { describe, expect, it } from 'vitest';
import type { LossPolicy } from '../policy/policies.ts';
import { compensationFor, coverPrice } from './compensation.ts';

const policyOf = (changes: Partial<LossPolicy>): LossPolicy => ({
  id: 'mat',
  name: 'Mất',
  compensation: 'none',
  defaultPrice: 20_000,
  processing: 5000,
  overdueWhenLost: 'keep',
  whenFound: 'refund',
  refundWithin: 'unlimited',
  overdueWhenFound: 'keep',
  takeBackLost: 'allow',
  lostAfter: 'none',
  ...changes,
});
const times = (times: number): LossPolicy => policyOf({ compensation: { kind: 'times-price', times } });

describe('compensationFor', () => {
  it('four times 45 000 đ is 180 000 đ', () => {
    expect(compensationFor(times(4), 45_000)).toBe(180_000);
  });

  it('a copy without a price counts for the default price', () => {
    expect(compensationFor(times(2), 0)).toBe(40_000);
    expect(coverPrice(policyOf({}), 0)).toBe(20_000);
    expect(coverPrice(policyOf({}), 1)).toBe(1);
  });

  it('a fixed amount does not ask for the price', () => {
    expect(compensationFor(policyOf({ compensation: { kind: 'fixed', amount: 70_000 } }), 45_000)).toBe(
      70_000,
    );
  });

  it('nothing where the policy says none', () => {
    expect(compensationFor(policyOf({}), 45_000)).toBe(0);
  });

  it('is a whole amount, and the largest exact one at most', () => {
    expect(compensationFor(times(1.5), 45_001)).toBe(67_502);
    expect(compensationFor(times(4), Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
