import { describe, expect, it } from 'vitest';
import { checkedOut, renewed, returned } from '../../domain/testing/facts.ts';
import { supersededPolicies } from './superseded.ts';

/** Facts of the tests are of 22 November 2026, under `p1`. */
const lent = checkedOut({ id: 'l1', minute: 1 });
const p1 = { version: 'p1', effectiveFrom: '2026-01-01' };
const found = (...sets: Parameters<typeof supersededPolicies>[1]) =>
  supersededPolicies(
    [lent, renewed({ id: 'r1', minute: 2 }, 'l1', '2026-12-20'), returned({ id: 'b', minute: 3 }, 'l1')],
    sets,
  );

describe('a loan under an old policy', () => {
  it('is told of when a later set was in force before that day', () => {
    expect(found(p1, { version: 'p2', effectiveFrom: '2026-11-01' })).toMatchObject([
      { rule: 'policy-superseded', envelope: { id: 'l1' }, about: 'ST-1/i1/p1' },
      { rule: 'policy-superseded', envelope: { id: 'r1' }, about: 'ST-1/i1/p1' },
    ]);
    expect(found(p1, { version: 'p2', effectiveFrom: '2026-01-01' })).toHaveLength(2);
  });

  it('is not on the first day of a set, before it, or where the own set is the later or an unknown one', () => {
    expect(found(p1)).toEqual([]);
    expect(found(p1, { version: 'p2', effectiveFrom: '2026-11-22' })).toEqual([]);
    expect(found(p1, { version: 'p2', effectiveFrom: '2027-01-01' })).toEqual([]);
    expect(found(p1, { version: 'p0', effectiveFrom: '2025-01-01' })).toEqual([]);
    expect(found({ version: 'p2', effectiveFrom: '2026-11-01' })).toEqual([]);
    expect(found()).toEqual([]);
  });
});
