import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { viewFor } from '../../domain/scopes/view-for.ts';
import { entityRow } from '../../province/projection/held-rows.ts';
import { aboutOf } from '../../province/scopes/about.ts';
import type { Known, KnownItem } from '../../province/scopes/known.ts';
import type { World } from '../world/world.ts';
import type { Holdings } from './holdings.ts';

/** What a row is for the stations of a library, worked out from the rows as they are and not from the lines. */
export function seenBy(
  library: string,
  { machines }: Pick<World, 'machines'>,
  { current }: Pick<Holdings, 'current'>,
): (row: EntityRow) => unknown {
  const rows = current.flatMap((held) => entityRow(held) ?? []);
  const items = new Map(
    rows.flatMap(({ entity, row }): (readonly [string, KnownItem])[] =>
      entity === 'item'
        ? [[row.id, { library: row.library, biblio: row.biblio, restricted: row.lending === 'restricted' }]]
        : [],
    ),
  );
  const known: Known = {
    items,
    patrons: new Map(rows.flatMap(({ entity, row }) => (entity === 'patron' ? [[row.id, row.library]] : []))),
    stations: new Map(machines.map((machine) => [machine.name, machine.library])),
    titles: restrictedTitles([...items.values()]),
  };
  return (row) => viewFor({ library }, row, aboutOf(row, known))?.row ?? null;
}

function restrictedTitles(copies: readonly KnownItem[]): Known['titles'] {
  const free = new Set(copies.filter(({ restricted }) => !restricted).map(({ biblio }) => biblio));
  const titles = new Map<string, readonly string[]>();
  for (const { biblio, library } of copies)
    if (!free.has(biblio)) titles.set(biblio, [...(titles.get(biblio) ?? []), library]);
  return titles;
}
