import type { Entity, EntityRows } from '../../domain/catalogue/rows.ts';
import { rowKey } from '../projection/held-rows.ts';
import type { TestStation } from './station.ts';
import { parseRow } from './stored.ts';

/** What a station holds that follows the feed from its beginning: the newest row of each id, none that is gone. */
export async function mirrorOf(station: TestStation): Promise<ReadonlyMap<string, unknown>> {
  const { epoch } = await station.hello();
  const mirror = new Map<string, unknown>();
  let cursor = 0;
  for (let more = true; more;) {
    const page = await station.changes({ epoch, cursor });
    for (const change of page.rows)
      if (change.row === null) mirror.delete(rowKey(change));
      else mirror.set(rowKey(change), change.row);
    ({ cursor, more } = page.end);
  }
  return mirror;
}

/** One row of it, as the contract has it; null when the station holds none. */
export async function mirrored<E extends Entity>(
  station: TestStation,
  entity: E,
  id: string,
): Promise<EntityRows[E] | null> {
  const row = (await mirrorOf(station)).get(rowKey({ entity, id }));
  return row === undefined ? null : parseRow(entity, row);
}
