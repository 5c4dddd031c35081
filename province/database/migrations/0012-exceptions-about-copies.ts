import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/** Finds the exceptions about a copy, whatever history they stand in: who sees them follows the copy. */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  for (const table of ['projection', 'published'])
    await sql`create index ${sql.ref(`${table}_exception_about_item`)} on ${sql.table(table)} ((row->>'item'))
      where entity = 'exception'`.execute(db);
}
