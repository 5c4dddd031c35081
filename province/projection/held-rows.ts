import { isEntity, rowSchemas } from '../../contract/sync/rows.ts';
import type { EntityRow, RowRef } from '../../domain/catalogue/rows.ts';
import type { Stream } from '../../domain/facts/streams.ts';

/** A row as a table holds it. */
export interface HeldRow {
  readonly entity: string;
  readonly id: string;
  readonly stream: Stream | null;
  readonly row: unknown;
}

/** What identifies a row among all. */
export function rowKey({ entity, id }: { readonly entity: string; readonly id: string }): string {
  return `${entity}/${id}`;
}

/**
 * The row as this version knows it, or null for a kind it does not know. Rows are kept for years: keys that came
 * later get their defaults here.
 */
export function entityRow({ entity, row }: Pick<HeldRow, 'entity' | 'row'>): EntityRow | null {
  if (!isEntity(entity)) return null;
  const { data = row } = rowSchemas[entity].safeParse(row);
  // Written from a row of this very kind that passed its schema, or was folded from facts that passed theirs.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { entity, row: data } as EntityRow;
}

/** What stations are told of a row that is there. */
export function presentRow({ entity, row }: EntityRow): RowRef {
  // `entity` and `row` come from one `EntityRow`, so they belong together.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { entity, id: row.id, row } as RowRef;
}
