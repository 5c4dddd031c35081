import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/** Ready mirror files that stations begin with. */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema
    .createTable('snapshot')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('epoch', 'text', (column) => column.notNull())
    .addColumn('pos', 'bigint', (column) => column.notNull())
    .addColumn('mirror', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('raw_bytes', 'bigint', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('made_at', 'timestamptz', (column) => column.notNull())
    .addColumn('offered_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('snapshot_of_library').on('snapshot').columns(['library', 'pos']).execute();
}
