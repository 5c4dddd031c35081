import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Playground } from '../database.ts';
import { simulate } from '../simulate.ts';
import { defects } from './all.ts';
import type { Defect } from './defect.ts';

const file = new URL('seeds.json', import.meta.url);
const schema = z.record(z.string(), z.object({ seed: z.number(), steps: z.number() }));

/** A short history in which a defect was noticed. */
type Noticed = z.infer<typeof schema>[string];

/** Lengths of history that are tried, shortest first, and seeds of each. */
const lengths = [8, 20, 40, 80, 120, 200];
const seedsOfEach = 5;

/** For each defect the history in which it was noticed when `rememberSeeds` last looked. */
function rememberedSeeds(): ReadonlyMap<string, Noticed> {
  return new Map(Object.entries(schema.parse(JSON.parse(readFileSync(file, 'utf8')))));
}

/** Looks for a short history for each defect and writes it down. Names those that were not noticed. */
export async function rememberSeeds(open: () => Promise<Playground>): Promise<readonly string[]> {
  const found: Record<string, Noticed> = {};
  for (const defect of defects) {
    const playground = await open();
    const noticed = await look(defect, playground);
    await playground.close();
    if (noticed) found[defect.name] = noticed;
  }
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  return defects.flatMap(({ name }) => (found[name] ? [] : [name]));
}

/** The first history in which the defect is noticed, of those that are worth a try. */
export async function look(defect: Defect, { db, empty }: Playground): Promise<Noticed | null> {
  const last = rememberedSeeds().get(defect.name);
  const tries = lengths.flatMap((steps) =>
    Array.from({ length: seedsOfEach }, (_, index) => ({ seed: index + 1, steps })),
  );
  for (const { seed, steps } of last ? [last, ...tries] : tries) {
    await empty();
    const { broken } = await simulate(seed, steps, db, defect);
    if (broken) return { seed, steps };
  }
  return null;
}
