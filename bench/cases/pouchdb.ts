import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { stationClock } from '../../main/services/station-clock.ts';
import { openStore } from '../../main/store/store.ts';
import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import { publishRows } from '../../province/catalogue/publish.ts';
import { migrate } from '../../province/database/migrate.ts';
import { openPostgres } from '../../province/database/open.ts';
import { enrolStation } from '../../province/stations/enrol.ts';
import { readySnapshot } from '../../province/testing/ready-snapshot.ts';
import { library } from '../../province/testing/rows.ts';
import type { Bench, BenchOptions, Figure } from '../measure.ts';
import { figure, median } from '../measure.ts';
import { openBenchPostgres } from '../province/postgres.ts';
import { startProvinceProcess } from '../province/process.ts';
import { stationFacts, stationRows } from '../province/traffic.ts';
import type { ReplicationWay } from '../rivals/pouchdb.ts';
import { installPouchdb, replicateByPouchdb } from '../rivals/pouchdb.ts';

const records = 10_000;
/** PouchDB's default of 100 and larger ones; the best counts. */
const batches = [100, 1_000, 2_500];
/** Our own runs; the middle one counts. */
const rounds = 3;
const station = 'TV-0';
/** A library that lends so much has some thousands of copies. */
const holdings = { copies: 5_000, readers: 1_000 };
/** With a title for five copies and the library itself these are as many records. */
const held = { copies: 5_000, readers: records - 6_001 };

/**
 * Seconds in which PouchDB replicates 10 000 records, the facts of a lending desk, to its own server on disk. The
 * baseline is what a station needs to have the same 10 000 facts confirmed by the province on PostgreSQL, which also
 * folds them; the ratio says how many times as long PouchDB takes.
 */
export const pouchdb: Bench = {
  name: 'pouchdb',
  run: (options) => {
    const facts = stationFacts(station, holdings, 1, records);
    return besidePouchdb(options, {
      name: 'pouchdb',
      way: 'up',
      records: facts.map((fact) => ({ _id: fact.id, ...fact })),
      facts,
      rows: [library(station), ...stationRows(station, holdings)],
      against: 'the same records from a station to the province',
    });
  },
};

/**
 * Seconds in which PouchDB fetches 10 000 records, the titles, copies and readers of a library, from its own server
 * into an empty database on disk. The baseline is what a station needs to have the same 10 000 rows of the province on
 * PostgreSQL in its empty mirror, indexed for its desk; as for every station but the first of its library, their
 * snapshot is ready. How long it takes over the feed is told beside it.
 */
export const pouchdbDown: Bench = {
  name: 'pouchdb-down',
  run: (options) => {
    const rows = [library(station), ...stationRows(station, held)];
    return besidePouchdb(options, {
      name: 'pouchdb-down',
      way: 'down',
      records: rows.map(({ entity, row }) => ({ _id: `${entity}/${row.id}`, entity, row })),
      facts: [],
      rows,
      against: 'the same records from the province to a station',
    });
  },
};

interface Measured {
  readonly name: string;
  readonly way: ReplicationWay;
  /** What PouchDB replicates. */
  readonly records: readonly object[];
  /** What the station begins with. */
  readonly facts: readonly Fact[];
  /** What the province begins with. */
  readonly rows: readonly EntityRow[];
  readonly against: string;
}

async function besidePouchdb({ postgres }: BenchOptions, measured: Measured): Promise<Figure> {
  installPouchdb();
  const { name, way, against } = measured;
  if (measured.records.length !== records) throw new Error(`${measured.records.length} records`);
  const theirs: number[] = [];
  for (const batch of batches) theirs.push(await replicateByPouchdb(measured.records, batch, way));
  const ours: number[] = [];
  const overFeed: number[] = [];
  const server = await openBenchPostgres(postgres);
  try {
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await syncWithProvince(await server.schema(), measured, way === 'down'));
      if (way === 'down') overFeed.push(await syncWithProvince(await server.schema(), measured, false));
    }
  } finally {
    await server.close();
  }
  const shown = (all: readonly number[]): string => all.map((seconds) => seconds.toFixed(2)).join(', ');
  process.stderr.write(
    `  PouchDB in batches of ${batches.join(', ')}: ${shown(theirs)} s; ours: ${shown(ours)} s` +
      `${way === 'down' ? `; ours over the feed: ${shown(overFeed)} s` : ''}\n`,
  );
  return figure({
    name,
    value: Math.min(...theirs),
    unit: 's',
    baseline: median(ours),
    against,
    target: 'ratio 10 or more',
  });
}

/** Seconds until the province has confirmed all facts, or the station has all rows. */
async function syncWithProvince(
  url: string,
  { way, facts, rows }: Measured,
  withSnapshot: boolean,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
  fillJournal(folder, facts);
  const secret = makeStationSecret();
  const snapshots = withSnapshot ? join(folder, 'snapshots') : null;
  const head = await prepare(url, stationKey(secret)?.publicKey ?? '', rows, snapshots);
  const province = await startProvinceProcess({ url, ...(snapshots === null ? {} : { snapshots }) });
  const syncing = fork(
    resolve(import.meta.dirname, '../station/syncing.ts'),
    [folder, station, station, province.url, secret, way === 'up' ? 'sent' : 'fetched'],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  try {
    const [message]: unknown[] = await Promise.race([once(syncing, 'message'), once(syncing, 'exit')]);
    const { seconds, cursor } = z.object({ seconds: z.number(), cursor: z.number() }).parse(message);
    if (way === 'down' && cursor < head) throw new Error(`${cursor} of ${head} rows were fetched`);
    return seconds;
  } finally {
    syncing.kill();
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

/** Returns the head of the feed. */
async function prepare(
  url: string,
  publicKey: string,
  rows: readonly EntityRow[],
  snapshots: string | null,
): Promise<number> {
  const { db, close } = openPostgres(url, pino({ level: 'silent' }));
  await migrate(db);
  await enrolStation(db, { station, library: station, desk: 'Quầy 1', proof: { publicKey } });
  const head = await publishRows(db, rows);
  if (snapshots !== null) await readySnapshot(db, snapshots, { library: station, id: 'ready' });
  await close();
  return head;
}
