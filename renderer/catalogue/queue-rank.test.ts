import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankAt } from './queue-rank.ts';

const queue = [10, 20, 30, 40].map((rank, index) => ({ id: `h${index}`, rank }));

describe('rankAt', () => {
  it('moves one up, one down, to the front and to the end', () => {
    expect(rankAt(queue, 2, 1)).toBe(15);
    expect(rankAt(queue, 1, 2)).toBe(35);
    expect(rankAt(queue, 3, 0)).toBe(9);
    expect(rankAt(queue, 0, 3)).toBe(41);
    expect(rankAt(queue, 1, 1)).toBeNull();
    expect(rankAt(queue, 0, 4)).toBeNull();
  });

  it('puts the hold where it was asked for, in any queue', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1e12 }), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (ranks, a, b) => {
          const holds = ranks.toSorted((x, y) => x - y).map((rank, index) => ({ id: `h${index}`, rank }));
          const [from, to] = [a % holds.length, b % holds.length];
          const rank = rankAt(holds, from, to);
          const moved = holds
            .map(({ id, rank: before }, index) => ({ id, rank: index === from ? (rank ?? before) : before }))
            .toSorted((x, y) => x.rank - y.rank);
          expect(moved.findIndex(({ id }) => id === `h${from}`)).toBe(to);
          expect(rank === null).toBe(from === to);
        },
      ),
    );
  });
});
