import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.array(
  z.object({ world: z.number(), seed: z.number(), steps: z.number(), found: z.string() }),
);

/** A history that once broke an invariant, the version of the world in which it did (`world/version.ts`), and what it found. */
export type KeptSeed = z.infer<typeof schema>[number];

/** Histories that have found something: they are told first, always. */
export const keptSeeds: readonly KeptSeed[] = schema.parse(
  JSON.parse(readFileSync(new URL('seeds.json', import.meta.url), 'utf8')),
);
