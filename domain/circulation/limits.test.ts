import { describe, expect, it } from 'vitest';
import type { LoanLimit } from '../policy/policies.ts';
import { countLimits } from './limits.ts';
import type { LoanInHand } from './loan.ts';

const set = {
  itemClasses: [
    { id: 'sach', name: 'Sách', parent: 'none' },
    { id: 'giao-trinh', name: 'Giáo trình', parent: 'sach' },
    { id: 'cd', name: 'Đĩa', parent: 'none' },
  ],
};
const limit = (changes: Partial<LoanLimit> = {}): LoanLimit => ({
  max: 3,
  itemClass: 'any',
  library: 'any',
  use: 'any',
  ...changes,
});
const loan = (changes: Partial<LoanInHand> = {}): LoanInHand => ({
  id: 'l',
  item: 'i',
  barcode: 'VV.1',
  biblio: 'b',
  itemClass: 'sach',
  price: 0,
  library: 'A',
  use: 'home',
  due: '2026-12-10',
  claimedReturnedAt: null,
  ...changes,
});
const wanted = { itemClass: 'giao-trinh', use: 'home', library: 'A' } as const;
const counts = (limits: readonly LoanLimit[], loans: readonly LoanInHand[], of: object = {}) =>
  countLimits(set, limits, loans, { ...wanted, ...of }).map(({ count, max }) => [count, max]);

describe('countLimits', () => {
  it('counts every loan against a limit on any class', () => {
    expect(counts([limit()], [loan(), loan({ itemClass: 'cd' }), loan({ library: 'B' })])).toStrictEqual([
      [3, 3],
    ]);
  });

  it('a limit on a class counts the classes below it', () => {
    const loans = [loan({ itemClass: 'giao-trinh' }), loan(), loan({ itemClass: 'cd' })];
    expect(counts([limit({ itemClass: 'sach' })], loans)).toStrictEqual([[2, 3]]);
    expect(counts([limit({ itemClass: 'giao-trinh' })], loans)).toStrictEqual([[1, 3]]);
  });

  it('leaves out limits on other kinds of loan, and those without a bound', () => {
    const limits = [limit({ itemClass: 'cd' }), limit({ use: 'reading-room' }), limit({ max: 'unlimited' })];
    expect(counts(limits, [loan()])).toStrictEqual([]);
  });

  it('counts a use apart, and this library alone where it says so', () => {
    const loans = [loan(), loan({ use: 'reading-room' }), loan({ library: 'B' })];
    expect(counts([limit({ use: 'home' })], loans)).toStrictEqual([[2, 3]]);
    expect(counts([limit({ use: 'reading-room' })], loans, { use: 'reading-room' })).toStrictEqual([[1, 3]]);
    expect(counts([limit({ library: 'here' })], loans)).toStrictEqual([[2, 3]]);
    expect(counts([limit({ library: 'here' })], loans, { library: 'B' })).toStrictEqual([[1, 3]]);
  });

  it('does not count what the reader says was brought back', () => {
    const claimed = loan({ claimedReturnedAt: '2026-11-25T09:00:00.000+07:00' });
    expect(counts([limit()], [claimed, loan()])).toStrictEqual([[1, 3]]);
  });

  it('gives every limit of the policy in its order, never below none', () => {
    expect(counts([limit({ max: 0 }), limit({ itemClass: 'sach', max: 1 })], [])).toStrictEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  it('a class nobody has described counts for itself', () => {
    const strange = { itemClass: 'bao' };
    expect(counts([limit({ itemClass: 'bao' })], [loan(strange)], strange)).toStrictEqual([[1, 3]]);
  });
});
