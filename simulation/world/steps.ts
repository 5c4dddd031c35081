import { plainBiblio, plainItem } from '../../domain/world/plain-rows.ts';
import { act, actOfLaterVersion, resolve, undoNewest } from './acts.ts';
import { forge } from './forgeries.ts';
import { copy, crash, cutPower, fill, makeRoom, start, stop, upgrade } from './life.ts';
import type { World } from './world.ts';
import { clockError } from './world.ts';
import type { Machine } from '../station/machine.ts';

interface Kind {
  readonly name: string;
  /** How often, against the others. */
  readonly weight: number;
  readonly run: (world: World, machine: Machine) => void | Promise<void>;
}

const hour = 3_600_000;

/** Everything that can happen in a province. */
const kinds: readonly Kind[] = [
  { name: 'act', weight: 200, run: act },
  { name: 'undo', weight: 8, run: undoNewest },
  { name: 'exception resolved', weight: 5, run: resolve },
  { name: 'act of a later version', weight: 2, run: actOfLaterVersion },
  {
    name: 'line cut',
    weight: 8,
    run: ({ network, dice }, { name }) => {
      network.cut(name, true);
      if (dice.chance(0.5)) network.hangUp(name);
    },
  },
  { name: 'line mended', weight: 8, run: ({ network }, { name }) => network.cut(name, false) },
  { name: 'province away', weight: 2, run: ({ network }) => network.setDown(true) },
  { name: 'province back', weight: 5, run: ({ network }) => network.setDown(false) },
  { name: 'streams end', weight: 2, run: ({ network }) => network.hangUp(null) },
  {
    name: 'crash soon',
    weight: 8,
    run: ({ dice }, machine) => {
      machine.crashIn = dice.below(12);
    },
  },
  { name: 'crash', weight: 3, run: (world, machine) => crash(world, machine) },
  { name: 'power cut', weight: 3, run: cutPower },
  { name: 'close', weight: 3, run: stop },
  { name: 'start', weight: 30, run: start },
  {
    name: 'clock moved',
    weight: 5,
    run: ({ dice }, machine) => {
      machine.skew = clockError(dice);
    },
  },
  {
    name: 'disk full',
    weight: 3,
    run: ({ dice }, machine) => fill(machine, dice.pick(['journal', 'mirror'] as const)),
  },
  {
    name: 'disk full soon',
    weight: 3,
    run: ({ dice }, machine) => {
      machine.fullIn = { calls: dice.below(12), file: dice.pick(['journal', 'mirror'] as const) };
    },
  },
  { name: 'disk free', weight: 9, run: (_world, machine) => makeRoom(machine) },
  { name: 'night', weight: 1, run: night },
  { name: 'publish', weight: 3, run: publish },
  {
    name: 'row of a later version',
    weight: 1,
    run: ({ province, next }) => province.announceUnknown(`plan-${next()}`),
  },
  {
    name: 'feed compacted',
    weight: 2,
    run: ({ province, dice }) => province.compact(dice.below(60)),
  },
  { name: 'back up', weight: 4, run: ({ province }) => province.backUp() },
  { name: 'restore', weight: 1, run: restore },
  { name: 'upgrade', weight: 2, run: upgrade },
  { name: 'forged request', weight: 4, run: forge },
  { name: 'copied', weight: 0.4, run: (world, machine) => start(world, copy(world, machine)) },
];

/** How much more often a defect's own occasions come than they do otherwise. */
const oftener = 12;

function weightIn({ defect }: World, { name, weight }: Kind): number {
  return defect.often?.includes(name) === true ? weight * oftener : weight;
}

/** One thing happens, somewhere, by chance. Returns its name. */
export async function takeStep(world: World): Promise<string> {
  const { dice, machines, time } = world;
  const total = kinds.reduce((sum, kind) => sum + weightIn(world, kind), 0);
  let ticket = (dice.below(1_000_000) / 1_000_000) * total;
  const kind = kinds.find((one) => (ticket -= weightIn(world, one)) < 0) ?? kinds[0];
  const machine = dice.pick(machines);
  await kind?.run(world, machine);
  await time.pass(pause(world));
  return `${kind?.name ?? ''} at ${machine.name}`;
}

/** Mostly little happens between two things at a desk; at times as much as a few exchanges take. */
function pause({ dice }: World): number {
  if (dice.chance(0.5)) return dice.below(40);
  return dice.chance(0.8) ? dice.below(2_000) : dice.below(45_000);
}

/** Everybody goes home, and some days pass. */
async function night(world: World): Promise<void> {
  for (const machine of world.machines) stop(world, machine);
  await world.time.pass(world.dice.between(10, 60) * hour);
  for (const machine of world.machines) start(world, machine);
}

async function restore({ network, province, dice }: World): Promise<void> {
  if (await province.restore(dice.below(3))) network.hangUp(null);
}

/** The catalogue of the province gets a new copy, or another title for one that is there. */
function publish({ province, dice, next }: World): Promise<void> {
  const id = dice.chance(0.5) ? 'T1.0' : `C${next()}`;
  const biblio = `T${dice.between(1, 4)}`;
  return province.publish([
    { entity: 'biblio', row: plainBiblio({ id: biblio, title: `Sách thử ${next()}` }) },
    { entity: 'item', row: plainItem({ id, biblio }, 'A') },
  ]);
}
