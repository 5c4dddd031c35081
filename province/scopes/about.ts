import type { EntityRow, RowRef } from '../../domain/catalogue/rows.ts';
import type { RowAbout } from '../../domain/scopes/views.ts';
import type { Known } from './known.ts';

/** Everything that some rows name and their views depend on. */
export interface Named {
  readonly items: ReadonlySet<string>;
  readonly patrons: ReadonlySet<string>;
  readonly stations: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
}

/** What one row is about. */
interface Subject {
  readonly item: string | null;
  readonly patron: string | null;
  readonly title: string | null;
  readonly station: string | null;
}

const nothing: Subject = { item: null, patron: null, title: null, station: null };

export function namedBy(rows: readonly RowRef[]): Named {
  const subjects = rows.flatMap(({ entity, row }) => {
    // `entity` and `row` come from one `RowRef`, so they belong together.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return row === null ? [] : [subjectOf({ entity, row } as EntityRow)];
  });
  const all = (key: keyof Subject): ReadonlySet<string> =>
    new Set(subjects.flatMap((subject) => subject[key] ?? []));
  // What a row says of a copy or a reader itself is compared with what was known of them before.
  const own = (entity: 'item' | 'patron'): readonly string[] =>
    rows.filter((row) => row.entity === entity).map(({ id }) => id);
  return {
    items: new Set([...all('item'), ...own('item')]),
    patrons: new Set([...all('patron'), ...own('patron')]),
    stations: all('station'),
    titles: all('title'),
  };
}

/** What the view of a row depends on besides the row. */
export function aboutOf(row: EntityRow, known: Known): RowAbout {
  const { item, patron, title, station } = subjectOf(row);
  const copy = (item !== null && known.items.get(item)) || null;
  const titleOnly = row.entity === 'item' ? null : (title !== null && known.titles.get(title)) || null;
  return {
    onlyFor: copy?.restricted === true ? [copy.library] : titleOnly,
    owner: copy?.library ?? null,
    home:
      (patron === null ? undefined : known.patrons.get(patron)) ??
      (station === null ? undefined : known.stations.get(station)) ??
      null,
  };
}

function subjectOf({ entity, row }: EntityRow): Subject {
  switch (entity) {
    case 'item':
      return { ...nothing, item: row.id, title: row.biblio };
    case 'item-state':
      return { ...nothing, item: row.id };
    case 'biblio':
      return { ...nothing, title: row.id };
    case 'loan':
      return { ...nothing, item: row.item, patron: row.patron };
    case 'hold': {
      const { state } = row;
      const trapped = state.status === 'in-transit' || state.status === 'waiting' ? state.item : null;
      return { ...nothing, item: row.item ?? trapped, patron: row.patron, title: row.biblio };
    }
    case 'charge':
    case 'exception':
      return { ...nothing, item: row.item, patron: row.patron };
    case 'payment':
      return { ...nothing, patron: row.patron };
    case 'receipt-range':
      return { ...nothing, station: row.station };
    case 'library':
    case 'patron':
    case 'policy':
    case 'calendar':
    case 'template':
    case 'drawer':
    case 'message':
      return nothing;
  }
}
