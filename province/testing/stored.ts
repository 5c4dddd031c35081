import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';

type Db = Kysely<ProvinceSchema>;

/** What the province holds of one journal, in order. */
export async function journalOf(
  db: Db,
  { name, inc }: { readonly name: string; readonly inc: string },
): Promise<readonly { readonly seq: number; readonly hash: string; readonly prev: string }[]> {
  return db
    .selectFrom('journal_entry')
    .select(['seq', 'hash', 'prev'])
    .where('station', '=', name)
    .where('inc', '=', inc)
    .orderBy('seq')
    .execute();
}

/** Every loan, by copy and time. */
export async function loansOf(db: Db) {
  return db.selectFrom('loan').selectAll().orderBy('item').orderBy('checked_out_at').orderBy('id').execute();
}

/** Rules of all exceptions. */
export async function rulesOf(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('exception').select('rule').orderBy('rule').execute();
  return rows.map(({ rule }) => rule);
}
