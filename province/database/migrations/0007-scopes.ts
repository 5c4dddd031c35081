import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RowRef } from '../../../domain/catalogue/rows.ts';
import { runTogether } from '../rows.ts';
import { entityRow, presentRow } from '../../projection/held-rows.ts';
import { announce } from '../../scopes/announce.ts';
import type { ProvinceSchema } from '../schema.ts';

/** Rows announced at a time. */
const batchSize = 1000;

/**
 * Lines of the feed know their audience, and what is below `compacted_to` has one line for each row. Stations begin
 * again: those of other libraries hold more than they should.
 */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await sql`alter table change add column full_for text[], add column reduced jsonb`.execute(db);
  await db.schema.createIndex('change_of_row').on('change').columns(['entity', 'entity_id', 'pos']).execute();
  await sql`alter table feed_head add column compacted_to bigint not null default 0,
    add column min_reader integer not null default 1`.execute(db);
  await db.schema
    .createTable('restricted_title')
    .addColumn('biblio', 'text', (column) => column.primaryKey())
    .addColumn('libraries', sql`text[]`, (column) => column.notNull())
    .execute();
  await sql`create index projection_about_item on projection ((row->>'item'))
    where entity in ('hold', 'charge')`.execute(db);
  await sql`create index projection_trapped_item on projection ((row->'state'->>'item'))
    where entity = 'hold'`.execute(db);
  await sql`create index projection_about_patron on projection ((row->>'patron'))
    where entity in ('loan', 'hold', 'charge', 'payment')`.execute(db);
  await sql`create index projection_hold_of_title on projection ((row->>'biblio'))
    where entity = 'hold'`.execute(db);
  await announceAnew(db);
}

/** Titles and readers before what is about them, so that hardly anything is announced twice. */
async function announceAnew(db: Kysely<ProvinceSchema>): Promise<void> {
  const { pos } = await db.selectFrom('feed_head').select('pos').executeTakeFirstOrThrow();
  if (pos === 0) return;
  await sql`insert into epoch (number, id, began_at, reason)
    select max(number) + 1, gen_random_uuid()::text, now(), 'rows with an audience' from epoch`.execute(db);
  await sql`delete from change`.execute(db);
  let head = pos;
  let after = { entity: '', id: '' };
  for (;;) {
    const rows = await db
      .selectFrom('current_row')
      .select(['entity', 'id', 'stream', 'row'])
      .where(sql<boolean>`(entity, id) > (${after.entity}, ${after.id})`)
      .orderBy('entity')
      .orderBy('id')
      .limit(batchSize)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const known = rows.flatMap((held): readonly RowRef[] => {
      const row = entityRow(held);
      return row ? [presentRow(row)] : [];
    });
    // A migration runs in a transaction of its own.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const announced = await announce(db as Transaction<ProvinceSchema>, head, known);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    await runTogether(db as Transaction<ProvinceSchema>, announced.parts);
    ({ head } = announced);
    after = { entity: last.entity, id: last.id };
  }
}
