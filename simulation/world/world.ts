import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Dice } from '../../domain/demo/random.ts';
import { diceFor } from '../../domain/demo/random.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { libraryByChance } from '../../domain/golden/random-library.ts';
import { storyDesks } from '../../domain/golden/tell-story.ts';
import type { StationKey } from '../../main/sync/station-key.ts';
import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import type { ProvinceSchema } from '../../province/database/schema.ts';
import type { Defect } from '../defects/defect.ts';
import type { Network, Weather } from '../machine/network.ts';
import { faultyNetwork, weatherByChance } from '../machine/network.ts';
import { seedIds } from '../machine/seeded-ids.ts';
import type { VirtualTime } from '../machine/virtual-time.ts';
import { virtualTime } from '../machine/virtual-time.ts';
import type { Province } from '../province/province.ts';
import { openProvince } from '../province/province.ts';
import { removeFolder } from '../station/folder.ts';
import type { Machine } from '../station/machine.ts';

/** A whole province: its stations, their lines, the server, and what the world itself remembers of them. */
export interface World {
  readonly seed: number;
  readonly defect: Defect;
  readonly time: VirtualTime;
  readonly dice: Dice;
  readonly network: Network;
  readonly weather: Weather;
  readonly province: Province;
  readonly machines: Machine[];
  /** Where the files of all machines are. */
  readonly folder: string;
  /** Every fact that a station has recorded, by its id. */
  readonly recorded: Map<string, Fact>;
  /** Facts that were taken back. */
  readonly undone: Set<string>;
  /** Numbers given to files and new things. */
  next(): number;
  /** Ends everything; the next world begins with nothing of this one. */
  close(): Promise<void>;
}

function newKey(): StationKey {
  const key = stationKey(makeStationSecret());
  if (!key) throw new Error('a key that was just made is none');
  return key;
}

/** A snapshot is the shorter way already from here on, in a world as small as this. */
const near = { behind: 6, empty: 4 };
/** Nobody gets so far. */
const far = { behind: 200_000, empty: 20_000 };

/** The morning on which every history begins. */
const start = Date.parse('2026-11-25T07:30:00+07:00');

/** Machines' files are small and written often: in memory where the system has a place for that. */
const filesAt = process.platform === 'linux' ? '/dev/shm' : tmpdir();

/** Builds the world of a seed over an empty, migrated database. */
export async function openWorld(seed: number, db: Kysely<ProvinceSchema>, defect: Defect): Promise<World> {
  const dice = diceFor(seed, 50);
  const time = virtualTime(start);
  const releaseIds = seedIds(diceFor(seed, 51), () => time.now());
  const folder = mkdtempSync(join(filesAt, 'luu-thong-simulation-'));
  const network = faultyNetwork(time, diceFor(seed, 52));
  const desks = storyDesks.map(({ station, library, actor }) => ({
    station,
    library,
    permissions: actor.permissions,
    key: newKey(),
  }));
  const snapshotFolder = join(folder, 'snapshots');
  mkdirSync(snapshotFolder);
  const province = await openProvince({
    db,
    time,
    defect,
    rows: libraryByChance(seed),
    stations: desks,
    folder: snapshotFolder,
    distances: dice.chance(0.6) ? near : far,
    onBroken: (broken) =>
      void time.after(0, () => {
        throw broken;
      }),
  });
  const stopTelling = province.signal.subscribe((head) => network.tell(head));
  const machines = desks.map(({ station, library, key, permissions }): Machine => ({
    name: station,
    station,
    library,
    key,
    permissions,
    folder: join(folder, station),
    earlier: dice.chance(0.3),
    skew: clockError(dice),
    running: null,
    written: 0,
    crashIn: null,
    fullIn: null,
    full: null,
    stale: false,
    copied: false,
  }));
  for (const machine of machines) mkdirSync(machine.folder);
  let number = 0;
  return {
    seed,
    defect,
    time,
    dice,
    network,
    weather: weatherByChance(dice),
    province,
    machines,
    folder,
    recorded: new Map(),
    undone: new Set(),
    next: () => (number += 1),
    close: async () => {
      for (const { running } of machines) running?.kill();
      time.end();
      stopTelling();
      releaseIds();
      await province.close();
      removeFolder(folder);
    },
  };
}

const day = 86_400_000;

/** Most clocks are nearly right; some are days off. */
export function clockError(dice: Dice): number {
  return dice.chance(0.6) ? dice.between(-2_000, 2_000) : dice.between(-3 * day, 3 * day);
}
