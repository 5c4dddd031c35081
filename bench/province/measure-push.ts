import pino from 'pino';
import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import { publishRows } from '../../province/catalogue/publish.ts';
import { migrate } from '../../province/database/migrate.ts';
import type { OpenDatabase } from '../../province/database/open.ts';
import { openEmbedded, openPostgres } from '../../province/database/open.ts';
import { enrolStation } from '../../province/stations/enrol.ts';
import { library } from '../../province/testing/rows.ts';
import { insertPlainly, pushedBatches } from './plain-inserts.ts';
import { startProvinceProcess } from './process.ts';
import type { PushLoad, Sender } from './push-load.ts';
import { greetAll, pushAll } from './push-load.ts';
import type { Holdings } from './traffic.ts';
import { stationRows, stationTraffic } from './traffic.ts';

/** What is measured, once by the province and once by plain inserts of the rows that came of it. */
export interface MeasuredPush {
  readonly ours: PushLoad;
  readonly plain: PushLoad;
}

export interface PushMeasure {
  readonly stations: number;
  readonly factsOfAStation: number;
  readonly batch: number;
  /** Requests under way at the same time, and transactions of the baseline. */
  readonly atOnce: number;
}

/** A database to open: PostgreSQL's URL, or the folder of an embedded one. */
type Place = { readonly url: string } | { readonly folder: string };

/** Of each station's library: its streams are a few facts long then. */
const holdings: Holdings = { copies: 150, readers: 60 };
const silent = pino({ level: 'silent' });

/** Measures in two databases that are empty and without tables. */
export async function measurePush(
  [forOurs, forPlain]: readonly [Place, Place],
  { stations, factsOfAStation, batch, atOnce }: PushMeasure,
): Promise<MeasuredPush> {
  const senders = Array.from({ length: stations }, (_, number) => sender(number, factsOfAStation, holdings));
  await prepare(forOurs, senders, holdings);
  const province = await startProvinceProcess(forOurs);
  const head = await greetAll(province.url, senders);
  const ours = await pushAll(province.url, senders, { batch, atOnce });
  await province.stop();
  const held = await openPlace(forOurs);
  const batches = await pushedBatches(held.db, head);
  await held.close();
  const bare = await openPlace(forPlain);
  await migrate(bare.db);
  const began = performance.now();
  const latencies = await insertPlainly(bare.db, batches, atOnce);
  const seconds = (performance.now() - began) / 1000;
  await bare.close();
  return { ours, plain: { factsPerSecond: (stations * factsOfAStation) / seconds, latencies } };
}

/** A station with a journal of so many facts about the copies and readers of its library. */
export function sender(number: number, facts: number, holdings: Holdings): Sender {
  const name = `TV-${number}`;
  const key = stationKey(makeStationSecret());
  if (!key) throw new Error('no key was made');
  return { name, key, journal: stationTraffic(name, holdings, number, facts) };
}

/** The stations, their libraries, and the copies and readers that their facts are about. */
export async function prepare(place: Place, senders: readonly Sender[], holdings: Holdings): Promise<void> {
  const { db, close } = await openPlace(place);
  await migrate(db);
  for (const { name, key } of senders) {
    const proof = { publicKey: key.publicKey };
    await enrolStation(db, { station: name, library: name, desk: 'Quầy 1', proof });
    await publishRows(db, [library(name), ...stationRows(name, holdings)]);
  }
  await close();
}

async function openPlace(place: Place): Promise<OpenDatabase> {
  return 'url' in place ? openPostgres(place.url, silent) : openEmbedded(place.folder, silent);
}
