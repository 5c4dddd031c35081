import type { Kysely, Transaction } from 'kysely';
import { rowSchemas } from '../../contract/sync/rows.ts';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { runTogether } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { announce, lockFeed } from '../sync/feed.ts';
import type { PublishedRow } from './tables.ts';
import { replaceRows } from './tables.ts';

/** Rows written and announced at a time. */
const batchSize = 1000;

/**
 * Writes catalogue rows and announces them to every station, all in one transaction; a row that exists is
 * replaced. Returns the new head of the feed. Throws, with nothing written, for a row that breaks the contract:
 * no station could keep it.
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
  const rows = batch.map(published);
  await runTogether(trx, [...replaceRows(rows), ...announce(head, rows)]);
  return head + rows.length;
}

function published(entityRow: EntityRow): PublishedRow {
  const { entity, row } = entityRow;
  if (entity === 'loan') throw new Error(`the loan ${row.id} cannot be published: loans follow from facts`);
  const { error } = rowSchemas[entity].safeParse(row);
  if (error) throw new Error(`the ${entity} ${row.id} breaks the contract`, { cause: error });
  return entityRow;
}

/** Consecutive rows, none twice in one batch: one statement cannot write a row twice. */
function* batches(rows: Iterable<EntityRow>): Generator<readonly EntityRow[]> {
  let batch = new Map<string, EntityRow>();
  for (const entityRow of rows) {
    const key = `${entityRow.entity}/${entityRow.row.id}`;
    if (batch.size === batchSize || batch.has(key)) {
      yield [...batch.values()];
      batch = new Map();
    }
    batch.set(key, entityRow);
  }
  if (batch.size > 0) yield [...batch.values()];
}
