import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import type { Fact } from '../../domain/facts/fact.ts';
import { stationClock } from '../../main/services/station-clock.ts';
import { openStore } from '../../main/store/store.ts';
import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import { publishRows } from '../../province/catalogue/publish.ts';
import { migrate } from '../../province/database/migrate.ts';
import { openPostgres } from '../../province/database/open.ts';
import { enrolStation } from '../../province/stations/enrol.ts';
import { library } from '../../province/testing/rows.ts';
import type { Bench } from '../measure.ts';
import { figure } from '../measure.ts';
import { openBenchPostgres } from '../province/postgres.ts';
import { startProvinceProcess } from '../province/process.ts';
import { stationFacts, stationRows } from '../province/traffic.ts';
import { installPouchdb, replicateByPouchdb } from '../rivals/pouchdb.ts';

const records = 10_000;
/** PouchDB's default of 100 and larger ones; the best counts. */
const batches = [100, 1_000, 2_500];
/** Our own runs; the middle one counts. */
const rounds = 3;
const station = 'TV-0';
/** A library that lends so much has some thousands of copies. */
const holdings = { copies: 5_000, readers: 1_000 };

/**
 * Seconds in which PouchDB replicates 10 000 records, the facts of a lending desk, to its own server on disk. The
 * baseline is what a station needs to have the same 10 000 facts confirmed by the province on PostgreSQL, which also
 * folds them; the ratio says how many times as long PouchDB takes.
 */
export const pouchdb: Bench = {
  name: 'pouchdb',
  run: async ({ postgres }) => {
    installPouchdb();
    const facts = stationFacts(station, holdings, 1, records);
    const theirs: number[] = [];
    for (const batch of batches)
      theirs.push(
        await replicateByPouchdb(
          facts.map((fact) => ({ _id: fact.id, ...fact })),
          batch,
        ),
      );
    const ours: number[] = [];
    const server = await openBenchPostgres(postgres);
    try {
      for (let round = 0; round < rounds; round += 1)
        ours.push(await sendToProvince(await server.schema(), facts));
    } finally {
      await server.close();
    }
    process.stderr.write(
      `  PouchDB in batches of ${batches.join(', ')}: ${theirs.map((seconds) => seconds.toFixed(2)).join(', ')} s\n`,
    );
    return figure({
      name: 'pouchdb',
      value: Math.min(...theirs),
      unit: 's',
      baseline: ours.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN,
      against: 'the same records from a station to the province',
      target: 'ratio 10 or more',
    });
  },
};

/** Seconds until the province has confirmed all of them. */
async function sendToProvince(url: string, facts: readonly Fact[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
  fillJournal(folder, facts);
  const secret = makeStationSecret();
  await prepare(url, stationKey(secret)?.publicKey ?? '');
  const province = await startProvinceProcess({ url });
  const sender = fork(
    resolve(import.meta.dirname, '../station/sender.ts'),
    [folder, station, station, province.url, secret],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  try {
    const [message]: unknown[] = await Promise.race([once(sender, 'message'), once(sender, 'exit')]);
    return z.object({ seconds: z.number() }).parse(message).seconds;
  } finally {
    sender.kill();
    await province.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fillJournal(folder: string, facts: readonly Fact[]): void {
  const { store } = openStore(folder, station);
  const clock = stationClock('Asia/Ho_Chi_Minh');
  const context = {
    at: clock.now(),
    clock: clock.evidence(),
    actor: 'nv-1',
    desk: 'Quầy 1',
    basis: { epoch: null, cursor: 0, policy: null },
  };
  store.journalDb.transaction(() => void store.journal.append(facts, context))();
  store.close();
}

async function prepare(url: string, publicKey: string): Promise<void> {
  const { db, close } = openPostgres(url, pino({ level: 'silent' }));
  await migrate(db);
  await enrolStation(db, { station, library: station, desk: 'Quầy 1', proof: { publicKey } });
  await publishRows(db, [library(station), ...stationRows(station, holdings)]);
  await close();
}
