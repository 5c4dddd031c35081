import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { Named } from './about.ts';

/** A copy as far as views look at it. */
export interface KnownItem {
  readonly library: string;
  readonly biblio: string;
  readonly restricted: boolean;
}

/** What views are worked out from besides the rows themselves, by id. What is not in it is not known. */
export interface Known {
  readonly items: ReadonlyMap<string, KnownItem>;
  /** Home library of readers. */
  readonly patrons: ReadonlyMap<string, string>;
  /** Library of stations. */
  readonly stations: ReadonlyMap<string, string>;
  /** Titles of which every copy is restricted, and the libraries that own one. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads what is known of all that is named, in one round trip: as it was before the transaction's own rows are
 * written. One after the other, as in `projection/stream-view.ts`.
 */
export async function readKnown(trx: Transaction<ProvinceSchema>, named: Named): Promise<Known> {
  const { items, patrons, stations, titles } = await trx
    .selectFrom('feed_head')
    .select((eb) => [
      rowsOf<KnownItem & { readonly id: string }>(
        'item',
        named.items,
        sql`row->>'library' as library, row->>'biblio' as biblio, row->>'lending' = 'restricted' as restricted`,
      ).as('items'),
      rowsOf<{ readonly id: string; readonly library: string }>(
        'patron',
        named.patrons,
        sql`row->>'library' as library`,
      ).as('patrons'),
      jsonArrayFrom(
        eb
          .selectFrom('station')
          .select(['station', 'library'])
          .where('station', '=', eb.fn.any(eb.val([...named.stations]))),
      ).as('stations'),
      jsonArrayFrom(
        eb
          .selectFrom('restricted_title')
          .select(['biblio', 'libraries'])
          .where('biblio', '=', eb.fn.any(eb.val([...named.titles]))),
      ).as('titles'),
    ])
    .executeTakeFirstOrThrow();
  return {
    items: new Map(items.map(({ id, ...item }) => [id, item])),
    patrons: new Map(patrons.map(({ id, library }) => [id, library])),
    stations: new Map(stations.map(({ station, library }) => [station, library])),
    titles: new Map(titles.map(({ biblio, libraries }) => [biblio, libraries])),
  };
}

function rowsOf<T>(entity: 'item' | 'patron', ids: ReadonlySet<string>, parts: ReturnType<typeof sql>) {
  return sql<readonly T[]>`(
    select coalesce(json_agg(found), '[]') from unnest(${[...ids]}::text[]) as named(id)
    cross join lateral (
      select id, ${parts} from (
        select id, row, 1 as place from projection where entity = ${entity} and id = named.id
        union all
        select id, row, 2 as place from published where entity = ${entity} and id = named.id
        order by place limit 1
      ) as current_one
    ) as found)`;
}

/** The same after `rows` have been written. */
export function knownAfter(known: Known, rows: readonly RowRef[]): Known {
  const items = new Map(known.items);
  const patrons = new Map(known.patrons);
  for (const { entity, id, row } of rows) {
    if (entity === 'item') {
      if (row === null) items.delete(id);
      else
        items.set(id, { library: row.library, biblio: row.biblio, restricted: row.lending === 'restricted' });
    } else if (entity === 'patron')
      if (row === null) patrons.delete(id);
      else patrons.set(id, row.library);
  }
  return { ...known, items, patrons };
}
