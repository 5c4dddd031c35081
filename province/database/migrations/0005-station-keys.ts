import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/** Stations sign with keys of their own; codes let them in. The bearer keys of before stay until they are replaced. */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema
    .alterTable('station')
    .alterColumn('key_hash', (column) => column.dropNotNull())
    .execute();
  await db.schema.alterTable('station').addColumn('revoked_at', 'timestamptz').execute();
  await db.schema
    .createTable('station_key')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('station', 'text', (column) => column.notNull().references('station.station'))
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('added_at', 'timestamptz', (column) => column.notNull())
    .addColumn('revoked_at', 'timestamptz')
    .execute();
  await db.schema.createIndex('station_key_of_station').on('station_key').column('station').execute();
  await db.schema
    .createTable('enrolment_code')
    .addColumn('selector', 'text', (column) => column.primaryKey())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('station', 'text')
    .addColumn('made_at', 'timestamptz', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('used_by', 'text')
    .execute();
}
