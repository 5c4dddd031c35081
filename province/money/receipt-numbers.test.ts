import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRange, seriesOf, yearsInNeed } from './receipt-numbers.ts';

const at = Date.parse;
const untouched = { epoch: 1, epochBegan: at('2026-01-01T00:00:00Z'), given: 0, givenInEpoch: 0 };

describe('receipt numbers', () => {
  it('are given in ranges of 200 from 1 on', () => {
    expect(nextRange(untouched, 2026)).toEqual({ first: 1, last: 200 });
    expect(nextRange({ ...untouched, given: 200, givenInEpoch: 200 }, 2026)).toEqual({
      first: 201,
      last: 400,
    });
  });

  it('end at eight digits', () => {
    const book = (given: number) => ({ ...untouched, given, givenInEpoch: given });
    expect(nextRange(book(99_999_900), 2026)).toEqual({ first: 99_999_901, last: 99_999_999 });
    expect(nextRange(book(99_999_999), 2026)).toBeNull();
  });

  it('pass over what may have been given out in the time that a restore lost', () => {
    const restored = { epoch: 2, epochBegan: at('2026-11-22T09:00:00+07:00'), given: 400, givenInEpoch: 0 };
    // 342 days and nine hours after 15 December.
    expect(nextRange(restored, 2026)?.first).toBe(82_170_001);
    expect(nextRange({ ...restored, given: 82_170_200, givenInEpoch: 82_170_200 }, 2026)?.first).toBe(
      82_170_201,
    );
    // Nothing of 2027 can have been given out before 15 December 2026.
    expect(nextRange({ ...restored, given: 0 }, 2027)?.first).toBe(1);
    // There is room for the last hour of a leap year.
    const late = { ...restored, epochBegan: at('2028-12-31T23:59:59+07:00') };
    expect(nextRange(late, 2028)?.last).toBeLessThan(99_999_999);
  });

  it('are needed when fewer than fifty are left, by year', () => {
    const now = at('2026-11-22T15:00:00+07:00');
    const lease = { series: 'PT-A', year: 2026, first: 1, last: 200, used: 150 };
    expect(yearsInNeed([], now)).toEqual([2026]);
    expect(yearsInNeed([lease], now)).toEqual([]);
    expect(yearsInNeed([{ ...lease, used: 151 }], now)).toEqual([2026]);
    expect(
      yearsInNeed(
        [
          { ...lease, used: 180 },
          { ...lease, first: 401, last: 600, used: 570 },
        ],
        now,
      ),
    ).toEqual([]);
  });

  it('of the next year are needed from 15 December on, by the clock of Vietnam', () => {
    const lease = { series: 'PT-A', year: 2026, first: 1, last: 200, used: 0 };
    expect(yearsInNeed([lease], at('2026-12-14T23:59:59+07:00'))).toEqual([]);
    expect(yearsInNeed([lease], at('2026-12-15T00:00:00+07:00'))).toEqual([2027]);
    expect(yearsInNeed([lease], at('2026-12-31T23:59:59+07:00'))).toEqual([2027]);
    expect(yearsInNeed([lease], at('2027-01-01T00:00:00+07:00'))).toEqual([2027]);
  });

  it('never come twice, however often an old backup is restored', () => {
    const steps = fc.array(fc.constantFrom('lease', 'lease', 'lease', 'backup', 'restore'), {
      maxLength: 90,
    });
    fc.assert(
      fc.property(steps, (events) => {
        let [book, kept] = [untouched, untouched];
        let restores = 0;
        const given = new Set<number>();
        for (const event of events) {
          if (event === 'backup') kept = book;
          if (event === 'restore') {
            restores += 1;
            // A restored database counts its epochs on from the backup's.
            const epochBegan = at('2026-03-01T08:00:00+07:00') + restores * 2 * 3_600_000;
            book = { ...kept, epoch: kept.epoch + 1, epochBegan, givenInEpoch: 0 };
          }
          if (event !== 'lease') continue;
          const { first = 0, last = 0 } = nextRange(book, 2026) ?? {};
          expect(given.has(first)).toBe(false);
          given.add(first);
          book = { ...book, given: last, givenInEpoch: last };
        }
      }),
    );
  });

  it('belong to the series of the library, whose name stays within the contract', () => {
    expect(seriesOf('BN')).toBe('PT-BN');
    expect(seriesOf('Đ'.repeat(64))).toHaveLength(64);
  });
});
