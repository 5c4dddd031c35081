import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../../province/database/schema.ts';

/** A database's contents as a dump keeps them: each row as the text of its composite value, by table. */
export type Dump = ReadonlyMap<string, readonly string[]>;

/** Every table but those in which the migrator remembers what it has done: a dump is restored into the same version. */
async function tablesOf(db: Kysely<ProvinceSchema>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like 'kysely%'
    order by table_name`.execute(db);
  return rows.map(({ name }) => name);
}

export async function dump(db: Kysely<ProvinceSchema>): Promise<Dump> {
  const tables = await tablesOf(db);
  const texts = tables.map(
    (name) =>
      sql`(select coalesce(json_agg(one::text), '[]') from ${sql.table(name)} as one) as ${sql.ref(name)}`,
  );
  const { rows } = await sql<Readonly<Record<string, readonly string[]>>>`select ${sql.join(texts)}`.execute(
    db,
  );
  return new Map(tables.map((name) => [name, rows[0]?.[name] ?? []]));
}

/** Makes the database what the dump says, whatever it held. */
export async function restore(db: Kysely<ProvinceSchema>, kept: Dump): Promise<void> {
  const tables = [...kept.keys()].map((name) => sql.table(name));
  const fill = [...kept]
    .filter(([, rows]) => rows.length > 0)
    .map(
      ([name, rows]) => sql`${sql.ref(`fill_${name}`)} as (
        insert into ${sql.table(name)}
        select (text::${sql.table(name)}).* from jsonb_array_elements_text(${JSON.stringify(rows)}::jsonb) as text)`,
    );
  await db.transaction().execute(async (trx) => {
    await sql`truncate ${sql.join(tables)}`.execute(trx);
    await sql`with ${sql.join(fill)} select 1`.execute(trx);
  });
}
