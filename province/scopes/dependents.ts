import type { RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import { streamOf } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { HeldRow } from '../projection/held-rows.ts';
import { entityRow, presentRow } from '../projection/held-rows.ts';
import type { Known } from './known.ts';

/** What has become something else in a way that views of other rows follow. */
export interface Moved {
  readonly items: readonly string[];
  readonly patrons: readonly string[];
  readonly titles: readonly string[];
}

/** Copies that got another owner, or became restricted or free; readers who got another home, or have none any more. */
export function movedBetween(before: Known, after: Known): Omit<Moved, 'titles'> {
  const copy = (known: Known, id: string): string => {
    const item = known.items.get(id);
    return item ? JSON.stringify([item.library, item.restricted]) : '';
  };
  return {
    items: [...new Set([...before.items.keys(), ...after.items.keys()])].filter(
      (id) => copy(before, id) !== copy(after, id),
    ),
    patrons: [...new Set([...before.patrons.keys(), ...after.patrons.keys()])].filter(
      (id) => before.patrons.get(id) !== after.patrons.get(id),
    ),
  };
}

/** Rows whose view may follow. Each kind has an index for it: `0007-scopes`, `0012-exceptions-about-copies`. */
export async function dependentsOf(
  trx: Transaction<ProvinceSchema>,
  { items, patrons, titles }: Moved,
): Promise<readonly RowRef[]> {
  if (items.length + patrons.length + titles.length === 0) return [];
  const found = await sql<HeldRow>`
    ${each(
      items.map((id) => streamOf('item', id)),
      sql`from projection where stream = named.id`,
    )}
    union ${each(items, sql`from projection where row->>'item' = named.id and entity in ('hold', 'charge')`)}
    union ${each(items, sql`from current_row where row->>'item' = named.id and entity = 'exception'`)}
    union ${each(items, sql`from projection where row->'state'->>'item' = named.id and entity = 'hold'`)}
    union ${each(
      patrons,
      sql`from projection
      where row->>'patron' = named.id and entity in ('loan', 'hold', 'charge', 'payment')`,
    )}
    union ${each(titles, sql`from projection where row->>'biblio' = named.id and entity = 'hold'`)}
    union ${each(titles, sql`from current_row where entity = 'biblio' and id = named.id`)}
    order by 1, 2`.execute(trx);
  return found.rows.flatMap((held) => {
    const row = entityRow(held);
    return row ? [presentRow(row)] : [];
  });
}

function each(ids: readonly string[], from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select found.* from unnest(${ids}::text[]) as named(id)
    cross join lateral (select entity, id, stream, row ${from} offset 0) as found`;
}
