import type { Kysely } from 'kysely';
import { rowSchemas } from '../../contract/sync/rows.ts';
import type { Entity, EntityRows } from '../../domain/catalogue/rows.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
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

/** Every row of a kind as it is now, in order of `id`. */
export async function rowsOf<E extends Entity>(db: Db, entity: E): Promise<readonly EntityRows[E][]> {
  const rows = await db
    .selectFrom('current_row')
    .select(['entity', 'row'])
    .where('entity', '=', entity)
    .orderBy('id')
    .execute();
  return rows.map(({ row }) => parseRow(entity, row));
}

/** Every loan, by copy and time. */
export async function loansOf(db: Db): Promise<readonly Loan[]> {
  const loans = await rowsOf(db, 'loan');
  return loans.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function order({ item, checkedOutAt, id }: Loan): string {
  return [item, checkedOutAt, id].join('/');
}

/** A row of the feed or of a table, as the contract has it: throws where it breaks the contract. */
export function parseRow<E extends Entity>(entity: E, row: unknown): EntityRows[E] {
  // The schema of this very entity; TypeScript cannot tie the two maps together.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return rowSchemas[entity].parse(row) as EntityRows[E];
}

/** Rules of all exceptions. */
export async function rulesOf(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('exception').select('rule').orderBy('rule').execute();
  return rows.map(({ rule }) => rule);
}
