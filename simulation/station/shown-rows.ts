import type { Entity, EntityRows } from '../../domain/catalogue/rows.ts';
import type { Rows } from '../../domain/world/rows.ts';
import { jsonTables } from '../../main/store/mirror/stored-rows.ts';
import type { Store } from '../../main/store/store.ts';

/** Tables of the kinds that are no settings. */
const tables: Partial<Record<Entity, string>> = { ...jsonTables, biblio: 'biblio', item: 'item' };

/** Everything a desk shows, by kind and id. */
export function shownRows({ mirrorDb, rows }: Store): Pick<Rows, 'all' | 'get'> {
  const idsOf = (entity: Entity): readonly string[] => {
    const table = tables[entity];
    const found =
      table === undefined
        ? mirrorDb.prepare<[string], { id: string }>('select id from setting where entity = ?').all(entity)
        : mirrorDb.prepare<[], { id: string }>(`select id from ${table} order by id`).all();
    return found.map(({ id }) => id);
  };
  const all = <E extends Entity>(entity: E): readonly EntityRows[E][] =>
    idsOf(entity).flatMap((id) => rows.get(entity, id) ?? []);
  return { all, get: (entity, id) => rows.get(entity, id) };
}
