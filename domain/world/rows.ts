import type { Entity, EntityRow, EntityRows } from '../catalogue/rows.ts';
import type { Stream } from '../facts/streams.ts';
import { streamOfRow } from '../facts/streams.ts';

/** Rows of a library in memory. */
export interface Rows {
  all<E extends Entity>(entity: E): readonly EntityRows[E][];
  get<E extends Entity>(entity: E, id: string): EntityRows[E] | null;
  /** Every row of a stream. */
  ofStream(stream: Stream): readonly EntityRow[];
  put(row: EntityRow): void;
  /** Makes these the rows of a stream, and no others. */
  replaceStream(stream: Stream, rows: readonly EntityRow[]): void;
}

/**
 * Rows found by kind, id and stream without looking at any others: the demonstration makes two thousand acts among
 * ten thousand rows.
 */
export function rowsInMemory(seed: Iterable<EntityRow>): Rows {
  const byEntity = new Map<Entity, Map<string, EntityRow>>();
  const byStream = new Map<Stream, Map<string, EntityRow>>();
  const keyOf = ({ entity, row }: EntityRow): string => `${entity}/${row.id}`;
  const put = (row: EntityRow): void => {
    inside(byEntity, row.entity).set(row.row.id, row);
    const stream = streamOfRow(row);
    if (stream !== null) inside(byStream, stream).set(keyOf(row), row);
  };
  for (const row of seed) put(row);
  const ofStream = (stream: Stream): readonly EntityRow[] => [...(byStream.get(stream)?.values() ?? [])];
  return {
    all: (entity) => [...(byEntity.get(entity)?.values() ?? [])].filter(isOf(entity)).map(({ row }) => row),
    get: (entity, id) => {
      const row = byEntity.get(entity)?.get(id);
      return row && isOf(entity)(row) ? row.row : null;
    },
    ofStream,
    put,
    replaceStream: (stream, next) => {
      for (const { entity, row } of ofStream(stream)) byEntity.get(entity)?.delete(row.id);
      byStream.delete(stream);
      for (const row of next) put(row);
    },
  };
}

function inside<K>(index: Map<K, Map<string, EntityRow>>, key: K): Map<string, EntityRow> {
  const found = index.get(key) ?? new Map<string, EntityRow>();
  index.set(key, found);
  return found;
}

function isOf<E extends Entity>(
  entity: E,
): (row: EntityRow) => row is EntityRow & { readonly entity: E; readonly row: EntityRows[E] } {
  return (row): row is EntityRow & { readonly entity: E; readonly row: EntityRows[E] } =>
    row.entity === entity;
}
