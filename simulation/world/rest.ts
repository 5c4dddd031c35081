import { calm } from '../machine/network.ts';
import { Broken } from '../invariants/broken.ts';
import { readFeed } from '../../province/sync/feed.ts';
import type { Machine } from '../station/machine.ts';
import { makeRoom, start } from './life.ts';
import type { World } from './world.ts';

/** In this time, ms, a province without faults must come to rest: two retries, two heartbeats and late requests. */
const longest = 10 * 60_000;
const look = 5_000;

/** Ends all faults and waits until every station has sent and fetched everything. */
export async function comeToRest(world: World): Promise<void> {
  const { network, time, machines } = world;
  network.setWeather(calm);
  network.setDown(false);
  for (const machine of machines) {
    network.cut(machine.name, false);
    makeRoom(machine);
    machine.crashIn = null;
    start(world, machine);
  }
  let unrest: readonly string[] = [];
  for (let waited = 0; waited < longest; waited += look) {
    await time.pass(look);
    for (const machine of machines) start(world, machine);
    if (network.underway() > 0) continue;
    const { head, epoch } = await readFeed(world.province.db);
    unrest = machines.flatMap((machine) => unrestOf(machine, head, epoch));
    if (unrest.length === 0) return;
  }
  throw new Broken('I9', `no rest after ${longest / 60_000} minutes without faults: ${unrest.join('; ')}`);
}

function unrestOf({ name, running, copied }: Machine, head: number, epoch: string): readonly string[] {
  if (!running) return [`${name} does not run`];
  const { feed, unsent, ack, head: own } = running.verbs.syncPosition();
  // A copied journal that has been noticed says so and keeps its facts; nobody promises more yet.
  const forked = copied && running.state() === 'forked';
  return [
    ...(feed.cursor === head && feed.epoch === epoch ? [] : [`${name} is at ${feed.cursor} of ${head}`]),
    ...(feed.includes >= own.seq || forked ? [] : [`${name} has rows up to ${feed.includes} of ${own.seq}`]),
    ...(unsent.count === 0 || forked
      ? []
      : [`${name} has ${unsent.count} facts after ${ack.seq} (${running.state()})`]),
    ...(running.state() === 'online' || forked ? [] : [`${name} is ${running.state()}`]),
  ];
}
