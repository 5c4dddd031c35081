import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from './database.ts';
import { openPlayground } from './database.ts';
import { noDefect } from './defects/defect.ts';
import { keptSeeds } from './kept-seeds.ts';
import { simulate } from './simulate.ts';
import { worldVersion } from './world/version.ts';

/** Histories told in every test run; `npm run simulate` tells as many as there is time for. */
const seeds = [1, 2, 3];
const steps = 80;
/** One history on a machine that others use too, ms. */
const longest = 60_000;

describe('a province of three desks, faulty lines, wrong clocks, crashes, copies and restored dumps', () => {
  let playground: Playground | null = null;
  beforeAll(async () => {
    playground = await openPlayground(null);
  });
  afterAll(() => playground?.close());
  const tell = async (seed: number, steps: number) => {
    if (!playground) throw new Error('there is no database');
    await playground.empty();
    return simulate(seed, steps, playground.db, noDefect);
  };

  const stillTheSame = keptSeeds.filter(({ world }) => world === worldVersion);
  for (const { seed, steps, found } of stillTheSame)
    it(`no longer: ${found} (seed ${seed})`, { timeout: longest }, async () => {
      expect((await tell(seed, steps)).broken).toBeNull();
    });

  for (const seed of seeds)
    it(`loses nothing and agrees (seed ${seed})`, { timeout: longest }, async () => {
      const { broken, facts } = await tell(seed, steps);
      expect(broken).toBeNull();
      expect(facts).toBeGreaterThan(5);
    });

  it('is the same when it is told again', { timeout: longest }, async () => {
    const once = await tell(7, 40);
    const again = await tell(7, 40);
    expect(again).toStrictEqual(once);
    expect(once.digest).toHaveLength(64);
  });
});
