import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../../province/database/schema.ts';
import { lockFeed } from '../../province/sync/feed.ts';

/** The kind of row that stations of this version park. */
export const unknownEntity = 'shelf-plan';

/** Gives a row of a later kind its position, as `announce` would. Returns the new head. */
export async function announceUnknown(db: Kysely<ProvinceSchema>, id: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const pos = (await lockFeed(trx)) + 1;
    await sql`insert into change (pos, entity, entity_id, row, min_protocol)
      values (${pos}::bigint, ${unknownEntity}, ${id}, ${JSON.stringify({ id, shelves: 3 })}::jsonb, 1)`.execute(
      trx,
    );
    await sql`update feed_head set pos = ${pos}::bigint`.execute(trx);
    return pos;
  });
}
