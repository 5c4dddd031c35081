import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { pushLimits } from '../contract/sync/protocol.ts';
import { civilDateAt } from '../domain/calendar/calendar.ts';
import { demoDefaults, demoFacts, demoRows } from '../domain/demo/demo.ts';
import { demoLibraries } from '../domain/demo/libraries.ts';
import type { EntityRow } from '../domain/catalogue/rows.ts';
import type { Fact } from '../domain/facts/fact.ts';
import { genesisHash } from '../domain/facts/fact.ts';
import { publishRows } from './catalogue/publish.ts';
import type { ProvinceSchema } from './database/schema.ts';
import { addStation } from './stations/enrol.ts';
import { chainFacts } from './sync/chain-facts.ts';
import { readFeed } from './sync/feed.ts';
import { ingest } from './sync/ingest.ts';
import { readPush } from './sync/push-lines.ts';

/** Fills an empty database with the demonstration province made for `day`; leaves any other as it is. */
export async function seedDemonstration(
  db: Kysely<ProvinceSchema>,
  logger: Logger,
  day: string | null,
): Promise<void> {
  const { head } = await readFeed(db);
  if (head > 0) return;
  const started = performance.now();
  const today = day ?? civilDateAt(new Date().toISOString(), 'Asia/Ho_Chi_Minh');
  const options = { ...demoDefaults, today };
  await seed(db, demoRows(options), demoFacts(options));
  // The embedded database has no autovacuum to learn how large its tables have become.
  await sql`analyze`.execute(db);
  const feed = await readFeed(db);
  logger.info({ rows: feed.head, ms: Math.round(performance.now() - started) }, 'demonstration data');
}

/** Publishes `rows`, then takes in `facts` as if their stations, enrolled for this, had pushed them. */
export async function seed(
  db: Kysely<ProvinceSchema>,
  rows: Iterable<EntityRow>,
  facts: Iterable<Fact>,
): Promise<void> {
  await publishRows(db, rows);
  const journals = Map.groupBy(facts, ({ station, inc }) => `${station}/${inc}`);
  for (const journal of journals.values()) await seedJournal(db, journal);
}

async function seedJournal(db: Kysely<ProvinceSchema>, facts: readonly Fact[]): Promise<void> {
  const [first] = facts;
  if (!first) return;
  const { station, inc, desk } = first;
  // Without a key: a demonstration station speaks through its history only, until it is enrolled.
  await addStation(db, { station, library: libraryOf(facts), desk });
  const lines = chainFacts(facts, genesisHash).map((line) => `${JSON.stringify(line)}\n`);
  for (let from = 0; from < lines.length; from += pushLimits.facts) {
    const body = Buffer.from(lines.slice(from, from + pushLimits.facts).join(''));
    const pushed = readPush(body, station, inc);
    if (!pushed || pushed.fault) throw new Error(`the history of ${station} is not a journal`);
    const { conflict } = await ingest(db, { station, inc }, pushed.facts, Date.now());
    if (conflict) throw new Error(`the history of ${station} does not follow its journal: ${conflict}`);
  }
  // Its history is here, but no such station has ever called.
  await db.updateTable('station').set({ last_seen: null }).where('station', '=', station).execute();
}

/** Not every fact says at which library's desk it was made; a journal without any is the public library's. */
function libraryOf(facts: readonly Fact[]): string {
  const [library = demoLibraries.BN.id] = facts.flatMap(({ body }) =>
    'library' in body && typeof body.library === 'string' ? [body.library] : [],
  );
  return library;
}
