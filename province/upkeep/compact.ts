import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';
import { lockFeed } from '../sync/feed.ts';

/** Newest positions that are never compacted: a station that is not further behind follows line by line. */
export const keptPositions = 200_000;

/** Positions that one statement goes through: short enough that nobody waits for it. */
const batchSize = 20_000;

export interface Compacted {
  /** Up to here each row has one line. */
  readonly compactedTo: number;
  /** Lines that were taken out. */
  readonly removed: number;
}

/**
 * Takes lines out of the feed that a later one of the same row has replaced, up to `keep` positions before the head
 * and never past a snapshot: who begins with that goes on from its position. Stations whose cursor is below are told
 * to begin again before the first line goes. Can be stopped and called again at any time.
 */
export async function compact(db: Kysely<ProvinceSchema>, keep: number): Promise<Compacted> {
  const to = await raiseLimit(db, keep);
  let removed = 0;
  for (let from = 0; from < to; from += batchSize) {
    const { numAffectedRows } = await sql`
      delete from change where pos > ${from} and pos <= ${Math.min(from + batchSize, to)} and exists (
        select 1 from change as later where later.entity = change.entity
          and later.entity_id = change.entity_id and later.pos > change.pos and later.pos <= ${to})`.execute(
      db,
    );
    removed += Number(numAffectedRows ?? 0);
  }
  return { compactedTo: to, removed };
}

async function raiseLimit(db: Kysely<ProvinceSchema>, keep: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const head = await lockFeed(trx);
    const { oldest } = await trx
      .selectFrom('snapshot')
      .select((eb) => eb.fn.min('pos').as('oldest'))
      .executeTakeFirstOrThrow();
    const to = Math.max(0, Math.min(head - keep, oldest ?? head));
    const { compacted_to } = await trx
      .updateTable('feed_head')
      .set({ compacted_to: sql<number>`greatest(compacted_to, ${to}::bigint)` })
      .returning('compacted_to')
      .executeTakeFirstOrThrow();
    return compacted_to;
  });
}
