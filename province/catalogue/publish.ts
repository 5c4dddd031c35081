import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { rowSchemas } from '../../contract/sync/rows.ts';
import type { Entity, EntityRow, RowRef } from '../../domain/catalogue/rows.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import { streamOfRow } from '../../domain/facts/streams.ts';
import { insertRows, runTogether } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { HeldRow } from '../projection/held-rows.ts';
import { presentRow, rowKey } from '../projection/held-rows.ts';
import type { Refold } from '../projection/refold.ts';
import { refold } from '../projection/refold.ts';
import { readStreams, withNamedRows } from '../projection/stream-view.ts';
import { rowKeyColumns, writeRefold } from '../projection/write-refold.ts';
import { announce } from '../scopes/announce.ts';
import { lockFeed } from '../sync/feed.ts';

/** Rows written and announced at a time. */
const batchSize = 1000;

/** Kinds of row that are given to the province; all others follow from facts, or it gives them out itself. */
const publishable: ReadonlySet<Entity> = new Set([
  'library',
  'biblio',
  'item',
  'patron',
  'policy',
  'calendar',
  'template',
]);

/**
 * Writes rows and announces them to every station, all in one transaction; a row that exists is replaced. Where
 * facts have changed a row already they are folded over the new one, and stations get what comes of it. Returns
 * the new head of the feed. Throws, with nothing written, for a row that breaks the contract: no station could
 * keep it.
 */
export async function publishRows(db: Kysely<ProvinceSchema>, rows: Iterable<EntityRow>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    let head = await lockFeed(trx);
    for (const batch of batches(rows)) head = await publishBatch(trx, head, batch);
    return head;
  });
}

async function publishBatch(
  trx: Transaction<ProvinceSchema>,
  head: number,
  batch: readonly EntityRow[],
): Promise<number> {
  const columns = batch.map(publishedColumns);
  const folded = await refoldAround(trx, columns);
  const changes = folded ? changesOf(batch, folded) : batch.map(presentRow);
  const announced = await announce(trx, head, changes);
  await runTogether(trx, [
    ...insertRows('published', columns, rowKeyColumns),
    ...(folded ? writeRefold(folded) : []),
    ...announced.parts,
  ]);
  return announced.head;
}

function publishedColumns(entityRow: EntityRow): HeldRow {
  const { entity, row } = entityRow;
  if (!publishable.has(entity))
    throw new Error(`the ${entity} ${row.id} cannot be published: such rows follow from facts`);
  const { error } = rowSchemas[entity].safeParse(row);
  if (error) throw new Error(`the ${entity} ${row.id} breaks the contract`, { cause: error });
  return { entity, id: row.id, stream: streamOfRow(entityRow), row };
}

/**
 * Folds the streams of these rows that have facts, over the new rows, and those of copies that facts named before they
 * were catalogued; null when there are none.
 */
async function refoldAround(
  trx: Transaction<ProvinceSchema>,
  columns: readonly HeldRow[],
): Promise<Refold | null> {
  const streams = await streamsWithFacts(trx, columns);
  if (streams.length === 0) return null;
  const view = await withNamedRows(trx, await readStreams(trx, streams), []);
  const replaced = new Set(columns.map(rowKey));
  const published = [...view.published.filter((row) => !replaced.has(rowKey(row))), ...columns];
  // A copy that is catalogued with this batch is known from now on.
  const given = columns.flatMap(({ entity, id }) => (entity === 'item' ? [id] : []));
  const catalogued = view.catalogued === null ? null : [...view.catalogued, ...given];
  return refold(streams, { ...view, published, catalogued });
}

async function streamsWithFacts(
  trx: Transaction<ProvinceSchema>,
  columns: readonly HeldRow[],
): Promise<readonly Stream[]> {
  const keys = columns.map(({ entity, id, stream }) => ({ entity, id, stream }));
  // Row by row, as in `stream-view.ts`: an import of a million rows asks this a thousand times.
  const { rows } = await sql<{ stream: Stream }>`
    select distinct found.stream
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as named(entity text, id text, stream text)
    cross join lateral (
      (select stream from fact_stream where stream = named.stream limit 1)
      union all
      (select stream from projection where entity = named.entity and id = named.id)
      union all
      (select stream from exception
        where named.entity = 'item' and stream = 'item/' || named.id and rule = 'unknown-item')
    ) as found`.execute(trx);
  return rows.map(({ stream }) => stream);
}

/** Every row of the batch is announced, also one that its facts leave as it was, and whatever else has changed. */
function changesOf(batch: readonly EntityRow[], { changes, standing }: Refold): readonly RowRef[] {
  const announced = new Map(
    batch.map(presentRow).map((row) => [rowKey(row), standing.get(rowKey(row)) ?? row]),
  );
  for (const change of changes) announced.set(rowKey(change), change);
  return [...announced.values()];
}

/** Consecutive rows, none twice in one batch: one statement cannot write a row twice. */
function* batches(rows: Iterable<EntityRow>): Generator<readonly EntityRow[]> {
  let batch = new Map<string, EntityRow>();
  for (const entityRow of rows) {
    const key = rowKey({ entity: entityRow.entity, id: entityRow.row.id });
    if (batch.size === batchSize || batch.has(key)) {
      yield [...batch.values()];
      batch = new Map();
    }
    batch.set(key, entityRow);
  }
  if (batch.size > 0) yield [...batch.values()];
}
