import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { factEnvelopeSchema, pushLimits } from '../../contract/sync/protocol.ts';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import { comparePlaced, factVersions } from '../../domain/facts/fact.ts';
import { streamOf } from '../../domain/facts/streams.ts';
import type { Part } from '../database/rows.ts';
import { insertRows, runTogether } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { noteUsed, usedNumbers } from '../money/receipt-leases.ts';
import { limitDoubts } from '../policy/over-limit.ts';
import { policyDoubts } from '../policy/superseded.ts';
import { factStreamColumns, keptStreams } from '../projection/fact-streams.ts';
import { openDoubts, withDoubts } from '../projection/open-doubts.ts';
import type { Refold } from '../projection/refold.ts';
import { refold } from '../projection/refold.ts';
import { readStreams, withNamedRows } from '../projection/stream-view.ts';
import { writeRefold } from '../projection/write-refold.ts';
import { announce } from '../scopes/announce.ts';
import { lockFeed, readFeed } from './feed.ts';
import { readFact } from './read-fact.ts';

/** The rule of such exceptions; their ids begin with it, so it comes before them in every collation. */
const rule = 'unreadable-fact';

/** An exception, and the fact that it is about where that is of a kind and version that this program knows. */
interface SetAside {
  readonly exception: string;
  readonly bytes: string | null;
  readonly effective_at: Date | null;
  readonly library: string | null;
}

/** A fact that can be read now, with the exception that said otherwise and the library of the station that brought it. */
interface ReadAgain extends PlacedFact {
  readonly exception: string;
  readonly library: string | null;
}

/**
 * Reads again what earlier versions stored and could not read. What this one can read counts from then on as if it
 * had been readable when it came, at its time of then; its exception goes, also one that somebody has resolved, as
 * every exception goes that is explained. To be called before the province serves. A batch of at most `most` facts is
 * one transaction, and what it leaves is what the next call begins with, so this may be cut off anywhere. Returns how
 * many facts are read now.
 */
export async function readAgain(
  db: Kysely<ProvinceSchema>,
  most: number = pushLimits.facts,
): Promise<number> {
  let read = 0;
  let after = rule;
  for (;;) {
    const batch = await db.transaction().execute((trx) => readBatch(trx, after, most));
    if (batch.last === null) return read;
    read += batch.read;
    after = batch.last;
  }
}

async function readBatch(
  trx: Transaction<ProvinceSchema>,
  after: string,
  most: number,
): Promise<{ readonly read: number; readonly last: string | null }> {
  const head = await lockFeed(trx);
  const waiting = await setAside(trx, after, most);
  // Of several facts with one exception the first stands for them, as in the journals.
  const readable = waiting.flatMap(understood).sort(comparePlaced);
  if (readable.length > 0) await takeUp(trx, head, readable);
  return { read: readable.length, last: waiting.at(-1)?.exception ?? null };
}

/**
 * The next exceptions in the order of their ids: those of one rule follow the ids of their facts, which ascend with the
 * clocks of the desks. No more of them, and no more text, than a large push brings. What is asked of the table is the
 * order of its key alone: told the rule as well, a database without statistics sorts all that is left for every batch.
 */
async function setAside(
  trx: Transaction<ProvinceSchema>,
  after: string,
  most: number,
): Promise<readonly SetAside[]> {
  const known = JSON.stringify(factVersions);
  const { rows } = await sql<SetAside>`
    select exception, bytes, effective_at, library from (
      select next.id as exception, fact.*, sum(coalesce(octet_length(bytes), 0)) over (order by next.id) as total
      from (select id, rule, facts from exception where id > ${after} order by id limit ${most}) as next
      left join lateral (
        select bytes, effective_at, (select library from station where station.station = fact.station) from fact
        where id = next.facts->>0 and next.rule = ${rule} and ${known}::jsonb @> jsonb_build_object(kind, kv)
        offset 0
      ) as fact on true
    ) as counted
    where total - coalesce(octet_length(bytes), 0) < ${pushLimits.bytes}
    order by exception`.execute(trx);
  return rows;
}

function understood({ exception, bytes, effective_at, library }: SetAside): readonly ReadAgain[] {
  if (bytes === null || effective_at === null) return [];
  const envelope = factEnvelopeSchema.safeParse(JSON.parse(bytes));
  const fact = envelope.success ? readFact(envelope.data) : null;
  return fact ? [{ exception, fact, effective: effective_at.getTime(), library }] : [];
}

/** What `ingestTogether` does with facts that it can read; they have their entries in the journals already. */
async function takeUp(
  trx: Transaction<ProvinceSchema>,
  head: number,
  readable: readonly ReadAgain[],
): Promise<void> {
  const gone = readable.map(({ exception }) => exception);
  const folded = await refoldWithout(trx, gone, readable);
  const journals = readable.map(({ fact, library }) => ({ facts: [fact], library }));
  const { epoch } = await readFeed(trx);
  const found = [
    ...(await policyDoubts(trx, journals)),
    ...(await limitDoubts(trx, journals, folded.changes, epoch)),
  ];
  const doubts = await openDoubts(trx, found, readable);
  const announced = await announce(trx, head, [...folded.changes, ...(doubts?.refold.changes ?? [])]);
  await runTogether(trx, [
    ...insertRows(
      'fact_stream',
      readable.flatMap(factStreamColumns),
      // A migration may have named a stream of a fact by its kind alone.
      ['stream', 'fact_id'],
    ),
    ...writeRefold(withDoubts(folded, doubts)),
    sql`delete from published where entity = 'exception' and id = any(${gone}::text[])`,
    ...insertRows('published', doubts?.published ?? []),
    ...noteReceipts(readable),
    ...announced.parts,
  ]);
}

/** Folds the streams of the facts, and those of their exceptions, which are none any more whatever was said of them. */
async function refoldWithout(
  trx: Transaction<ProvinceSchema>,
  gone: readonly string[],
  readable: readonly ReadAgain[],
): Promise<Refold> {
  const facts = readable.map(({ fact }) => fact);
  const ended = new Set(gone);
  const streams = [
    ...new Set([...facts.flatMap(keptStreams), ...gone.map((id) => streamOf('exception', id))]),
  ];
  const view = await withNamedRows(trx, await readStreams(trx, streams), facts);
  const folded = refold(
    streams,
    {
      ...view,
      published: view.published.filter(({ entity, id }) => entity !== 'exception' || !ended.has(id)),
    },
    readable,
  );
  const told = new Set(folded.changes.map(({ id }) => id));
  const untold = gone.filter((id) => !told.has(id));
  return {
    ...folded,
    changes: [...folded.changes, ...untold.map((id): RowRef => ({ entity: 'exception', id, row: null }))],
    settled: [...folded.settled, ...gone],
  };
}

function noteReceipts(readable: readonly ReadAgain[]): readonly Part[] {
  const ofStations = Map.groupBy(readable, ({ fact }) => fact.station);
  return [...ofStations].flatMap(([station, own]) =>
    noteUsed(station, usedNumbers(own.map(({ fact }) => fact))),
  );
}
