import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/**
 * What the streams of copies and readers had come to at a quiet place of their history, so that a push reads what is
 * behind it and not the facts of years; and what finds that by its time.
 */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema.alterTable('fact_stream').addColumn('effective_at', 'timestamptz').execute();
  await sql`update fact_stream set effective_at = fact.effective_at from fact
    where fact.id = fact_stream.fact_id`.execute(db);
  await sql`alter table fact_stream alter column effective_at set not null`.execute(db);
  await db.schema
    .createIndex('fact_of_stream_in_time')
    .on('fact_stream')
    .columns(['stream', 'effective_at'])
    .execute();
  await sql`create index projection_but_loans on projection (stream) where entity <> 'loan'`.execute(db);
  await db.schema
    .createTable('stream_point')
    .addColumn('stream', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('effective_at', 'timestamptz', (column) => column.notNull())
    .addColumn('point', 'jsonb', (column) => column.notNull())
    .execute();
}
