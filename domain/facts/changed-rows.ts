import type { EntityRow, RowRef } from '../catalogue/rows.ts';

/** Rows as they were before something happened and as they are after it. */
export interface ChangedRows {
  readonly before: readonly RowRef[];
  readonly after: readonly RowRef[];
}

/** Every row of either list in both: a row that one of them lacks is there with null. */
export function changedRows(before: readonly EntityRow[], after: readonly EntityRow[]): ChangedRows {
  const was = new Map(before.map((row) => [keyOf(row), row]));
  const is = new Map(after.map((row) => [keyOf(row), row]));
  const all = [...new Map([...was, ...is]).entries()];
  return {
    before: all.map(([key, row]) => refOf(row, was.get(key) ?? null)),
    after: all.map(([key, row]) => refOf(row, is.get(key) ?? null)),
  };
}

function keyOf({ entity, row }: EntityRow): string {
  return `${entity}/${row.id}`;
}

function refOf(named: EntityRow, row: EntityRow | null): RowRef {
  // Both are rows of the same entity and id: they have one key.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { entity: named.entity, id: named.row.id, row: row?.row ?? null } as RowRef;
}
