import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/**
 * Facts belong to streams (`domain/facts/streams.ts`), and every kind of row lives in two tables: `published`
 * holds what was given to the province, `projection` what follows from facts wherever that is something else. The
 * row as it is now is the projected one, else the published one: the view `current_row`.
 *
 * No version before this one has been installed anywhere. What the new shapes allow is carried over from the typed
 * tables all the same; old policies name no rule of the new kinds and are left behind, and so are old loans of
 * copies that nobody catalogued. Facts of the old shapes stay as they are: kept, no longer read.
 */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await createTables(db);
  await carryOver(db);
  for (const table of ['library', 'biblio', 'item', 'patron', 'policy_set', 'calendar', 'loan'])
    await db.schema.dropTable(table).execute();
  await db.schema.alterTable('fact').dropColumn('item').execute();
  await announceAnew(db);
}

async function createTables(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema
    .createTable('published')
    .addColumn('entity', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('stream', 'text')
    .addColumn('row', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('published_row', ['entity', 'id'])
    .execute();
  await db.schema.createIndex('published_of_stream').on('published').column('stream').execute();
  await sql`create unique index published_barcode_in_library
    on published ((row->>'library'), (row->>'barcode')) where entity = 'item'`.execute(db);
  await db.schema
    .createTable('projection')
    .addColumn('entity', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('row', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('projection_row', ['entity', 'id'])
    .execute();
  await db.schema.createIndex('projection_of_stream').on('projection').column('stream').execute();
  await sql`create index projection_open_loans on projection ((row->>'library'))
    where entity = 'loan' and row->>'returnedAt' is null and row->>'lostAt' is null`.execute(db);
  await sql`create index projection_open_holds on projection ((row->'state'->>'status'))
    where entity = 'hold' and row->'state'->>'status' in ('pending', 'in-transit', 'waiting')`.execute(db);
  await sql`create index projection_reported_payments on projection (id)
    where entity = 'payment' and row->>'status' = 'reported'`.execute(db);
  await sql`create view current_row as
    select entity, id, stream, row from projection
    union all
    select entity, id, stream, row from published where not exists (
      select 1 from projection where projection.entity = published.entity and projection.id = published.id
    )`.execute(db);
  // By stream only: nothing asks which streams a fact has.
  await db.schema
    .createTable('fact_stream')
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull().references('fact.id'))
    .addPrimaryKeyConstraint('fact_of_stream', ['stream', 'fact_id'])
    .execute();
  await sql`create index fact_lending_by_effective_time on fact (effective_at)
    where kind = 'loan.checked-out'`.execute(db);
  await db.schema.alterTable('exception').addColumn('stream', 'text').execute();
  await db.schema.dropIndex('exception_of_item').execute();
  await db.schema.createIndex('exception_of_stream').on('exception').column('stream').execute();
  await db.schema
    .createTable('receipt_lease')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('station', 'text', (column) => column.notNull())
    .addColumn('series', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('first', 'integer', (column) => column.notNull())
    .addColumn('last', 'integer', (column) => column.notNull())
    .addColumn('used', 'integer', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addUniqueConstraint('receipt_lease_first_number', ['series', 'year', 'first'])
    .execute();
  await db.schema.createIndex('receipt_lease_of_station').on('receipt_lease').column('station').execute();
}

async function carryOver(db: Kysely<ProvinceSchema>): Promise<void> {
  await sql`update exception set stream = 'item/' || item where item is not null`.execute(db);
  await sql`insert into published (entity, id, stream, row)
    select 'library', id, null::text, jsonb_build_object('id', id, 'code', code, 'name', name, 'kind', kind,
      'timeZone', time_zone, 'address', address) from library
    union all
    select 'biblio', id, 'catalogue/' || id, jsonb_build_object('id', id, 'title', title, 'author', author,
      'ddc', ddc, 'publisher', publisher, 'year', year, 'isbn', isbn, 'language', language, 'minAge', 'any')
      from biblio
    union all
    select 'item', id, 'catalogue/' || biblio, jsonb_build_object('id', id, 'biblio', biblio, 'library', library,
      'barcode', barcode, 'callNumber', call_number, 'itemClass', item_class, 'collection', collection,
      'price', price, 'lending', case status when 'not-for-loan' then status else 'for-loan' end, 'parts', '')
      from item
    union all
    select 'patron', id, 'patron/' || id, jsonb_build_object('id', id, 'library', library, 'card', card,
      'name', name, 'category', category, 'expires', expires, 'birthDate', null, 'cardLost', status = 'card-lost',
      'block', case status when 'blocked' then jsonb_build_object('until', 'endless', 'reason', '',
        'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end,
      'guarantor', null, 'exemptions', jsonb_build_array(), 'consents', jsonb_build_array(),
      'aliases', jsonb_build_array(), 'sealed', null) from patron
    union all
    select 'calendar', id, 'calendar/' || id, jsonb_build_object('id', id, 'library', library,
      'weeklyClosed', weekly_closed, 'closures', closures) from calendar
    union all
    select 'loan', loan.id, 'item/' || loan.item, jsonb_build_object('id', loan.id, 'item', loan.item,
      'barcode', item.barcode, 'biblio', item.biblio, 'itemClass', item.item_class,
      'collection', item.collection, 'price', item.price, 'patron', loan.patron, 'library', loan.library,
      'station', loan.station, 'use', 'home', 'checkedOutAt', loan.checked_out_at, 'due', loan.due,
      'renewals', loan.renewals, 'unseenRenewals', 0, 'policy', jsonb_build_object('version', loan.policy_version,
        'rule', '', 'gives', jsonb_build_object('loan', '', 'overdue', '', 'hold', '', 'loss', '', 'deposit', '')),
      'recall', null, 'claimedReturnedAt', null, 'lostAt', null, 'returnedAt', loan.returned_at)
      from loan join item on item.id = loan.item`.execute(db);
  // A copy is on loan exactly when a loan of it is open; the latest one has it.
  await sql`insert into published (entity, id, stream, row)
    select distinct on (row->>'item') 'item-state', row->>'item', stream, jsonb_build_object('id', row->>'item',
      'state', jsonb_build_object('status', 'on-loan', 'loan', id), 'lastLoan', null, 'usesInHouse', 0)
      from published where entity = 'loan' and row->>'returnedAt' is null
      order by row->>'item', row->>'checkedOutAt' desc`.execute(db);
}

/** Rows of the old shapes leave the feed: stations that hold some begin again, with those of the new. */
async function announceAnew(db: Kysely<ProvinceSchema>): Promise<void> {
  const { head } = await db.selectFrom('feed_head').select('pos as head').executeTakeFirstOrThrow();
  if (head === 0) return;
  await sql`insert into epoch (number, id, began_at, reason)
    select max(number) + 1, gen_random_uuid()::text, now(), 'rows of new shapes' from epoch`.execute(db);
  await sql`delete from change`.execute(db);
  await sql`insert into change (pos, entity, entity_id, row, min_protocol)
    select ${head}::bigint + row_number() over (order by entity, id), entity, id, row, 1 from published`.execute(
    db,
  );
  await sql`update feed_head set pos = pos + (select count(*) from published)`.execute(db);
}
