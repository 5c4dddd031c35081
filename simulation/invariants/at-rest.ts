import type { World } from '../world/world.ts';
import { mustHold } from './broken.ts';
import { exactlyOnce, nothingInvented } from './facts.ts';
import { chainsVerify } from './chains.ts';
import { feedIsWhole } from './feed.ts';
import { readHoldings } from './holdings.ts';
import { keptPromises } from './due-dates.ts';
import { moneyFaults } from './money.ts';
import { followsFromFacts } from './refolded.ts';
import { stationFaults } from './stations.ts';

/** Everything that must hold when nothing is under way any more. Throws `Broken`. */
export async function checkAtRest(world: World): Promise<void> {
  const held = await readHoldings(world.province.db);
  mustHold('I1', exactlyOnce(world, held));
  mustHold('I2', nothingInvented(world, held));
  mustHold('I5', feedIsWhole(held));
  mustHold('I6', chainsVerify(world, held));
  mustHold('I3', followsFromFacts(held).rows);
  mustHold('I10', followsFromFacts(held).exceptions);
  mustHold('I11', keptPromises(held));
  mustHold('money', moneyFaults(world, held));
  for (const machine of world.machines) mustHold('I4', stationFaults(world, machine, held));
}
