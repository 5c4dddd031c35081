import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';

/**
 * Begins another life of the database: to be called after it came back from a backup, or after a fail-over that
 * may have lost commits. Stations that see the new epoch send again what is missing and fetch everything.
 * Returns the new epoch.
 */
export async function beginEpoch(db: Kysely<ProvinceSchema>, reason: string): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('feed_head').select('pos').forUpdate().executeTakeFirstOrThrow();
    const { number } = await trx
      .selectFrom('epoch')
      .select((eb) => eb.fn.max('number').as('number'))
      .executeTakeFirstOrThrow();
    const id = randomUUID();
    await trx
      .insertInto('epoch')
      .values({ number: number + 1, id, began_at: new Date().toISOString(), reason })
      .execute();
    return id;
  });
}
