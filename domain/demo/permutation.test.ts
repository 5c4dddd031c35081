import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permute } from './permutation.ts';

describe('permute', () => {
  it('gives every number below the size exactly once, whatever the key', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.nat(0xffff_ffff), (size, key) => {
        const places = new Set(Array.from({ length: size }, (_, index) => permute(index, size, key)));
        expect(places.size).toBe(size);
        expect(Math.min(...places)).toBe(0);
        expect(Math.max(...places)).toBe(size - 1);
      }),
      { numRuns: 60 },
    );
  });

  it('stays inside a size of millions', () => {
    const size = 10_795_031;
    for (let index = size - 2000; index < size; index += 1) {
      const place = permute(index, size, 7);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThan(size);
    }
  });

  it('does not leave neighbours beside each other', () => {
    const steps = Array.from(
      { length: 500 },
      (_, index) => permute(index + 1, 100_000, 3) - permute(index, 100_000, 3),
    );
    expect(steps.filter((step) => Math.abs(step) < 100).length).toBeLessThan(10);
  });
});
