import { isDeepStrictEqual } from 'node:util';
import { isEntity, rowSchemas } from '../../contract/sync/rows.ts';
import { ownName } from '../station/earlier-version.ts';
import type { Machine } from '../station/machine.ts';
import type { Holdings } from './holdings.ts';

interface Reading {
  /** Kinds of row that the station's program can read. */
  readonly knows: (entity: string) => boolean;
  /** What its library may hold of a row. */
  readonly partOf: (entity: string, row: unknown) => unknown;
}

/** Rows of kinds that a station does not know stand aside as they came, and no others. */
export function parkingFaults(
  { name, running }: Machine,
  { changes }: Holdings,
  { knows, partOf }: Reading,
): readonly string[] {
  const parked = running?.store.mirrorDb
    .prepare<[], { entity: string; id: string; row: string }>(
      'select entity, id, row from parked order by pos',
    )
    .all();
  const aside = new Map<string, unknown>(
    parked?.map(({ entity, id, row }) => [
      `${ownName(entity)}/${id}`,
      readable(ownName(entity), JSON.parse(row)),
    ]),
  );
  const strange = new Map<string, unknown>();
  for (const { entity, id, row } of changes)
    if (!knows(entity)) strange.set(`${entity}/${id}`, isEntity(entity) ? partOf(entity, row) : row);
  return [
    ...[...strange].flatMap(([key, row]) =>
      isDeepStrictEqual(aside.get(key) ?? null, row) ? [] : [`${name} has not kept ${key} for later`],
    ),
    ...[...aside.keys()].flatMap((key) =>
      strange.has(key) ? [] : [`${name} keeps ${key}, which it could show`],
    ),
  ];
}

/** With the keys that the contract adds where they are missing. */
function readable(entity: string, row: unknown): unknown {
  return isEntity(entity) && row !== null ? rowSchemas[entity].parse(row) : row;
}
