import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/** Finds what a reader has in hand: whether desks that did not know of each other have lent too much. */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await sql`create index projection_loans_in_hand on projection ((row->>'patron'))
    where entity = 'loan' and row->>'returnedAt' is null and row->>'lostAt' is null`.execute(db);
}
