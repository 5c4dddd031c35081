import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/**
 * Receipt numbers belong to one incarnation of a station: two computers with one journal must not go on with the same
 * ones. Ranges of before belong to the incarnation that spoke last.
 */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema.alterTable('receipt_lease').addColumn('inc', 'text').execute();
  await sql`update receipt_lease set inc = station.inc from station
    where station.station = receipt_lease.station`.execute(db);
}
