import { describe, expect, it } from 'vitest';
import { backOff } from './back-off.ts';

describe('backOff', () => {
  it('grows to three seconds and no further, and never knocks without a pause', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 50, 5_000].map((attempt) => backOff(attempt, 1));
    expect(waits).toEqual([150, 300, 600, 1_200, 2_400, 3_000, 3_000, 3_000, 3_000]);
    expect(backOff(0, 0)).toBeGreaterThan(100);
  });
});
