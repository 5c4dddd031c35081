import { describe, expect, it } from 'vitest';
import { openPlayground } from '../database.ts';
import { simulate } from '../simulate.ts';
import { defects } from './all.ts';

/** Histories in which a mistake has to be noticed, and their steps. Most are noticed in the first. */
const mostSeeds = 20;
const steps = 120;

describe('the simulation notices', () => {
  it.each(defects)('$name', { timeout: 120_000 }, async (defect) => {
    // Its own database: some change the tables.
    const playground = await openPlayground(null);
    const noticed: string[] = [];
    for (let seed = 1; seed <= mostSeeds && noticed.length === 0; seed += 1) {
      await playground.empty();
      const { broken } = await simulate(seed, steps, playground.db, defect);
      if (broken) noticed.push(broken.invariant);
    }
    await playground.close();
    expect(noticed).toHaveLength(1);
  });
});
