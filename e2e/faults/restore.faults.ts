import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../../main/testing/folders.ts';
import { startCluster } from './cluster.ts';
import { pairsOf } from './library.ts';
import type { FaultProvince } from './province.ts';
import { faultProvince } from './province.ts';
import type { FaultStation } from './station.ts';
import { faultStation } from './station.ts';
import { expectWhole, settle } from './whole.ts';

interface Backup {
  /** Called with the province stopped. */
  save(): void;
  load(): void;
}

async function aDay(stations: readonly FaultStation[], pairs: number): Promise<void> {
  for (const [desk, station] of stations.entries())
    for (const pair of pairsOf(desk + 1).slice(0, pairs)) await station.acts(pair, true);
  for (const station of stations)
    await station.until('has sent the day', ({ state, unsent }) => state === 'online' && unsent === 0);
}

async function restored(province: FaultProvince, backup: Backup, newEpoch: boolean): Promise<number> {
  const stations = [await faultStation(province, 'ST-1'), await faultStation(province, 'ST-2')] as const;
  await province.start();
  for (const station of stations) await station.start();
  await aDay(stations, 3);
  await province.kill('SIGTERM');
  backup.save();
  await province.start();
  await aDay(stations, 4);
  await province.kill('SIGKILL');
  backup.load();
  // Acts while the province is away, on top of a day that it has forgotten.
  const [one] = stations;
  for (const pair of pairsOf(1).slice(0, 2)) await one.acts(pair, false);
  await one.until('is offline', ({ state }) => state === 'offline');
  await province.start(...(newEpoch ? ['--new-epoch', 'restored'] : []));
  await settle(province, stations);
  await expectWhole(province, stations, { exceptions: [] });
  return stations.flatMap(({ shown }) => shown).length;
}

describe('a province that comes back as it was last night', () => {
  it.each([true, false])('PostgreSQL by pg_dump and pg_restore, with a new epoch: %s', async (newEpoch) => {
    const cluster = await startCluster();
    const dump = join(testFolder(), 'province.dump');
    const shown = await restored(
      await faultProvince({ url: cluster.url }),
      {
        save: () => void cluster.run('pg_dump', '-Fc', '-f', dump, '-d', cluster.url),
        load: () => void cluster.run('pg_restore', '--clean', '--if-exists', '-d', cluster.url, dump),
      },
      newEpoch,
    );
    expect(shown).toBeGreaterThan(40);
  });

  it('the embedded database by a copy of its folder', async () => {
    const folder = join(testFolder(), 'province');
    const copy = join(testFolder(), 'copy');
    const shown = await restored(
      await faultProvince({ folder }),
      {
        save: () => cpSync(folder, copy, { recursive: true }),
        load: () => {
          rmSync(folder, { recursive: true });
          cpSync(copy, folder, { recursive: true });
        },
      },
      true,
    );
    expect(shown).toBeGreaterThan(40);
  });
});
