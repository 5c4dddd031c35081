import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../province/database/schema.ts';
import { encodeFact } from '../domain/facts/fact.ts';
import type { Defect } from './defects/defect.ts';
import { Broken } from './invariants/broken.ts';
import { checkAtRest } from './invariants/at-rest.ts';
import { checkOwnActs } from './invariants/at-every-step.ts';
import { start } from './world/life.ts';
import { comeToRest } from './world/rest.ts';
import { takeStep } from './world/steps.ts';
import type { World } from './world/world.ts';
import { openWorld } from './world/world.ts';

/** What became of one seed. */
export interface Told {
  readonly seed: number;
  readonly steps: number;
  readonly facts: number;
  /** SHA-256 over every fact in the order in which it was recorded: the same for the same history. */
  readonly digest: string;
  /** Null when everything held. */
  readonly broken: {
    readonly step: number;
    readonly invariant: string;
    readonly what: string;
    /** The last things that happened, oldest first. */
    readonly before: readonly string[];
  } | null;
}

const remembered = 12;
/** Steps between two rests, on average. */
const restEvery = 60;

/** Tells the history of a seed over an empty, migrated database. The same seed and steps give the same history. */
export async function simulate(
  seed: number,
  steps: number,
  db: Kysely<ProvinceSchema>,
  defect: Defect,
): Promise<Told> {
  const world = await openWorld(seed, db, defect);
  const before: string[] = [];
  let step = 0;
  const note = (what: string): void => {
    before.push(`${step}: ${what}`);
    if (before.length > remembered) before.shift();
  };
  const rest = async (): Promise<void> => {
    note('rest');
    await comeToRest(world);
    await checkAtRest(world);
    world.network.setWeather(world.weather);
  };
  try {
    for (const machine of world.machines) start(world, machine);
    await rest();
    for (step = 1; step <= steps; step += 1) {
      note(await takeStep(world));
      for (const machine of world.machines) checkOwnActs(world, machine);
      if (world.dice.below(restEvery) === 0) await rest();
    }
    await rest();
    return { seed, steps, ...recordedIn(world), broken: null };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const { invariant, what } = error;
    return { seed, steps: step, ...recordedIn(world), broken: { step, invariant, what, before } };
  } finally {
    await world.close();
  }
}

function recordedIn({ recorded }: World): Pick<Told, 'facts' | 'digest'> {
  const hash = createHash('sha256');
  for (const fact of recorded.values()) hash.update(encodeFact(fact));
  return { facts: recorded.size, digest: hash.digest('hex') };
}
