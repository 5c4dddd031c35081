import { describe, expect, it } from 'vitest';
import { restartDelay, wasSteady } from './restart-delay.ts';

describe('the wait before a restart', () => {
  it('doubles from 250 ms up to 10 s and stays there', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 2000].map(restartDelay);
    expect(waits).toStrictEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
  });

  it('begins again after a run of a minute', () => {
    expect(wasSteady(59_999)).toBe(false);
    expect(wasSteady(60_000)).toBe(true);
  });
});
