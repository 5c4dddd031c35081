import type { Selectable, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from './schema.ts';

/** Tables whose rows are known by `id` and hold nothing that JSON cannot say. */
type KeyedTable = 'library' | 'biblio' | 'item' | 'patron' | 'policy_set' | 'calendar' | 'loan';

/**
 * Writes whole rows, each replacing the one with its id; no id may come twice. The rows travel as one JSON
 * parameter: half the time of a `values` list, and no limit on their number.
 */
export async function upsertRows<T extends KeyedTable>(
  trx: Transaction<ProvinceSchema>,
  table: T,
  rows: readonly Selectable<ProvinceSchema[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map((name) => sql.ref(name));
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns)})
    select ${sql.join(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set ${sql.join(columns.map((column) => sql`${column} = excluded.${column}`))}
  `.execute(trx);
}
