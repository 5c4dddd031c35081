import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/**
 * What the province shares with every station. No foreign keys between these tables: they are filled from
 * several registers, in any order.
 */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema
    .createTable('library')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('biblio')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('ddc', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('year', 'integer')
    .addColumn('isbn', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('item')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('biblio', 'text', (column) => column.notNull())
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('barcode', 'text', (column) => column.notNull())
    .addColumn('call_number', 'text', (column) => column.notNull())
    .addColumn('item_class', 'text', (column) => column.notNull())
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('price', 'bigint', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addUniqueConstraint('item_barcode_in_library', ['library', 'barcode'])
    .execute();
  await db.schema
    .createTable('patron')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('card', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('expires', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('policy_set')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('effective_from', 'text', (column) => column.notNull())
    .addColumn('rules', 'jsonb', (column) => column.notNull())
    .addColumn('loan_policies', 'jsonb', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('calendar')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('weekly_closed', 'jsonb', (column) => column.notNull())
    .addColumn('closures', 'jsonb', (column) => column.notNull())
    .execute();
}
