import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../schema.ts';

/**
 * How far a station said its journal goes: what a silent one holds and has not sent. And the streams that judge facts
 * since: where a copy was added, and receipts by their numbers.
 */
export async function up(db: Kysely<ProvinceSchema>): Promise<void> {
  await db.schema.alterTable('station').addColumn('told_seq', 'bigint').execute();
  await sql`insert into fact_stream (stream, fact_id)
    select 'item/' || (body->'item'->>'id'), id from fact
    where kind = 'item.fast-added' and kv = 1 and body->'item'->>'id' is not null
    on conflict do nothing`.execute(db);
  await sql`insert into fact_stream (stream, fact_id)
    select concat_ws('/', 'receipt', body->'receipt'->>'series', body->'receipt'->>'year', body->'receipt'->>'number'), id
    from fact where kind = 'payment.taken' and kv = 1 and body->'receipt'->>'kind' = 'leased'
    on conflict do nothing`.execute(db);
}
