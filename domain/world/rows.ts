import type { Entity, EntityRow, EntityRows } from '../catalogue/rows.ts';
import type { Stream } from '../facts/streams.ts';
import { streamOfRow } from '../facts/streams.ts';

/** Rows of a small library in memory, by kind and id. */
export interface Rows {
  all<E extends Entity>(entity: E): readonly EntityRows[E][];
  get<E extends Entity>(entity: E, id: string): EntityRows[E] | null;
  /** Every row of a stream. */
  ofStream(stream: Stream): readonly EntityRow[];
  put(row: EntityRow): void;
  /** Makes these the rows of a stream, and no others. */
  replaceStream(stream: Stream, rows: readonly EntityRow[]): void;
}

export function rowsInMemory(seed: Iterable<EntityRow>): Rows {
  const rows = new Map<string, EntityRow>();
  const keyOf = ({ entity, row }: EntityRow): string => `${entity}/${row.id}`;
  const put = (row: EntityRow): void => void rows.set(keyOf(row), row);
  const ofStream = (stream: Stream): readonly EntityRow[] =>
    [...rows.values()].filter((row) => streamOfRow(row) === stream);
  for (const row of seed) put(row);
  const isOf =
    <E extends Entity>(entity: E) =>
    (row: EntityRow): row is EntityRow & { readonly entity: E; readonly row: EntityRows[E] } =>
      row.entity === entity;
  return {
    all: (entity) => [...rows.values()].filter(isOf(entity)).map(({ row }) => row),
    get: (entity, id) => {
      const row = rows.get(`${entity}/${id}`);
      return row && isOf(entity)(row) ? row.row : null;
    },
    ofStream,
    put,
    replaceStream: (stream, next) => {
      for (const row of ofStream(stream)) rows.delete(keyOf(row));
      for (const row of next) put(row);
    },
  };
}
