import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/** What stations said, and the feed of what follows from it. */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema
    .createTable('epoch')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('began_at', 'timestamptz', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('station')
    .addColumn('station', 'text', (column) => column.primaryKey())
    .addColumn('library', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('key_hash', 'text', (column) => column.notNull().unique())
    .addColumn('enrolled_at', 'timestamptz', (column) => column.notNull())
    .addColumn('last_seen', 'timestamptz')
    .addColumn('inc', 'text')
    .addColumn('app', 'text')
    .execute();
  await db.schema
    .createTable('feed_head')
    .addColumn('only', 'boolean', (column) => column.primaryKey().check(sql.ref('only')))
    .addColumn('pos', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('fact')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('kv', 'bigint', (column) => column.notNull())
    .addColumn('station', 'text', (column) => column.notNull())
    .addColumn('inc', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('item', 'text')
    .addColumn('effective_at', 'timestamptz', (column) => column.notNull())
    .addColumn('body', 'jsonb')
    .addColumn('bytes', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('fact_of_item').on('fact').column('item').execute();
  await db.schema.createIndex('fact_by_effective_time').on('fact').column('effective_at').execute();
  await db.schema
    .createTable('journal_entry')
    .addColumn('station', 'text', (column) => column.notNull())
    .addColumn('inc', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('prev', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull().references('fact.id'))
    .addColumn('pos', 'bigint', (column) => column.notNull())
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .addColumn('bytes', 'text')
    .addPrimaryKeyConstraint('journal_entry_place', ['station', 'inc', 'seq'])
    .execute();
  await db.schema
    .createIndex('journal_entry_by_pos')
    .on('journal_entry')
    .columns(['station', 'inc', 'pos', 'seq'])
    .execute();
  // Positions are handed out under the lock of feed_head, never by an identity column: identities are
  // taken before the commit, so a reader's cursor could pass a row that is not visible yet and lose it.
  await db.schema
    .createTable('change')
    .addColumn('pos', 'bigint', (column) => column.primaryKey())
    .addColumn('entity', 'text', (column) => column.notNull())
    .addColumn('entity_id', 'text', (column) => column.notNull())
    .addColumn('row', 'jsonb', (column) => column.notNull())
    .addColumn('min_protocol', 'integer', (column) => column.notNull())
    .execute();
  await db
    .insertInto('epoch')
    .values({ number: 1, id: randomUUID(), began_at: new Date().toISOString(), reason: 'created' })
    .execute();
  await db.insertInto('feed_head').values({ only: true, pos: 0 }).execute();
}
