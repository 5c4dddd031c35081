import type { Insertable, RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from './schema.ts';

/** One statement among several that run as one. */
export type Part = RawBuilder<unknown>;

/** What identifies a row that may be there already. */
type Key = readonly string[];

/**
 * The insertion of whole rows, or nothing when there are none. With `key`, rows replace those with the same key; no
 * key may come twice. The rows travel as one JSON parameter: half the time of a `values` list, and no limit on
 * their number.
 */
export function insertRows<T extends keyof ProvinceSchema>(
  table: T,
  rows: readonly Insertable<ProvinceSchema[T]>[],
  key: Key = [],
): readonly Part[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first).map((name) => sql.ref(name));
  const list = sql.join(columns);
  const records = sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
  const clash = key.length === 0 ? sql`` : replace(key, columns);
  return [sql`insert into ${sql.table(table)} (${list}) select ${list} from ${records} ${clash}`];
}

function replace(key: Key, columns: readonly Part[]): Part {
  const written = columns.map((column) => sql`${column} = excluded.${column}`);
  return sql`on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${sql.join(written)}`;
}

/**
 * Runs statements as one, in one round trip: inside a locked section every round trip is time that all other
 * stations wait. None sees what another writes, and no two may touch the same row.
 */
export async function runTogether(trx: Transaction<ProvinceSchema>, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const named = parts.map((part, index) => sql`${sql.ref(`part_${index}`)} as (${part})`);
  await sql`with ${sql.join(named)} select 1`.execute(trx);
}
