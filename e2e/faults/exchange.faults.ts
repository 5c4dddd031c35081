import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { here, itemRow } from '../../main/testing/small-library.ts';
import { publishRows } from '../../province/catalogue/publish.ts';
import { beginEpoch } from '../../province/sync/epoch.ts';
import { readySnapshot } from '../../province/testing/ready-snapshot.ts';
import { pairsOf } from './library.ts';
import { dice, pause } from './machine.ts';
import { faultProvince } from './province.ts';
import type { FaultStation } from './station.ts';
import { faultStation } from './station.ts';
import { expectWhole, settle } from './whole.ts';

const seed = 20261126;
/** More than a station without rows takes over the feed. */
const copies = 6_000;
/** When the program is killed in each round: as soon as its folder looks like this, and a moment later. */
const aims = ['downloading', 'laying facts over', 'exchanged'] as const;
const rounds = 9;

const manyCopies: readonly EntityRow[] = Array.from({ length: copies }, (_, number) =>
  itemRow(`NHIEU.${number}`),
);

/** What lies in the folder tells how far a download was when its program died. */
function stageOf({ folder }: FaultStation): (typeof aims)[number] | 'before or after' {
  const there = (file: string): boolean => existsSync(join(folder, file));
  if (there('mirror.next.db')) return there('mirror.next.db-wal') ? 'laying facts over' : 'downloading';
  return there('mirror.next.part') ? 'exchanged' : 'before or after';
}

function copiesOf({ folder }: FaultStation): number | undefined {
  const db = new Database(join(folder, 'mirror.db'), { readonly: true });
  const row = db
    .prepare<[], { count: number }>(`select count(*) as count from item where barcode like 'NHIEU.%'`)
    .get();
  db.close();
  return row?.count;
}

describe('kill -9 while a mirror that was downloaded whole takes the place of the one in use', () => {
  it('leaves the old one or the new one, with all that the desk did over it', async () => {
    const roll = dice(seed);
    const data = join(testFolder(), 'province');
    const province = await faultProvince({ folder: data });
    const killed = await faultStation(province, 'ST-1');
    const other = await faultStation(province, 'ST-2');
    const stations = [killed, other];
    await province.start();
    for (const station of stations) {
      await station.start();
      await station.until('is online', ({ state }) => state === 'online');
    }
    await province.kill('SIGTERM');
    await province.look(async ({ db }) => void (await publishRows(db, manyCopies)));

    const stages = new Map<string, number>();
    const desks = stations.map((station, desk) => ({ station, pairs: pairsOf(desk + 1) }));
    for (let round = 0; round < rounds; round += 1) {
      for (const { station, pairs } of desks)
        for (const pair of pairs.slice(0, 2)) await station.acts(pair, false);
      await killed.kill('SIGTERM');
      // Another life of the province, whose rows are ready as one file: every station has to fetch them all.
      await province.look(async ({ db }) => {
        await beginEpoch(db, 'restored');
        await readySnapshot(db, join(data, 'snapshots'), { library: here, id: `vong-${round}` });
      });
      await province.start();
      const aim = aims[round % aims.length];
      await killed.start();
      const arrives = performance.now() + 3_000;
      while (stageOf(killed) !== aim && performance.now() < arrives) await pause(1);
      await pause(roll(4));
      await killed.kill('SIGKILL');
      const stage = stageOf(killed);
      stages.set(stage, (stages.get(stage) ?? 0) + 1);
      await killed.start();
      for (const { station } of desks)
        await station.until('is online', ({ state, unsent }) => state === 'online' && unsent === 0);
      if (round < rounds - 1) await province.kill('SIGTERM');
    }
    process.stderr.write(`killed at: ${JSON.stringify(Object.fromEntries(stages))}\n`);
    expect(stages.size).toBeGreaterThan(1);
    await settle(province, stations);
    await expectWhole(province, stations, { exceptions: [] });
    expect(stations.map(copiesOf)).toStrictEqual(stations.map(() => copies));
  });
});
