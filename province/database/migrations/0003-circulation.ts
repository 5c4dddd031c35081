import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/**
 * Projections of the facts. No foreign keys: a fact may name a copy or a reader the province has not heard
 * of yet, and what happened is never refused.
 */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema
    .createTable('loan')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('patron', 'text', (column) => column.notNull())
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('station', 'text', (column) => column.notNull())
    .addColumn('checked_out_at', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('renewals', 'integer', (column) => column.notNull())
    .addColumn('policy_version', 'text', (column) => column.notNull())
    .addColumn('returned_at', 'text')
    .execute();
  await db.schema.createIndex('loan_of_item').on('loan').column('item').execute();
  await db.schema
    .createIndex('loan_open')
    .on('loan')
    .column('library')
    .where(sql.ref('returned_at'), 'is', null)
    .execute();
  await db.schema
    .createTable('exception')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('item', 'text')
    .addColumn('facts', 'jsonb', (column) => column.notNull())
    .addColumn('occurred_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('exception_of_item').on('exception').column('item').execute();
}
