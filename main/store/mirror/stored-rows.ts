import type { Entity, EntityRow, EntityRows } from '../../../domain/catalogue/rows.ts';
import type { Biblio, Item } from '../../../domain/catalogue/catalogue.ts';
import type { Stream } from '../../../domain/facts/streams.ts';
import { streamId, streamKind } from '../../../domain/facts/streams.ts';
import type { Sqlite } from '../sqlite.ts';
import { damaged } from '../sqlite.ts';

/** Reads rows back as they were written: by id, and all those of a stream. */
export interface StoredRows {
  get<E extends Entity>(entity: E, id: string): EntityRows[E] | null;
  ofStream(stream: Stream): readonly EntityRow[];
}

interface JsonRow {
  readonly row: string;
}

export const itemColumns =
  'id, biblio, library, barcode, call_number as callNumber, item_class as itemClass, collection, price, lending, parts';
const biblioColumns =
  "id, title, author, ddc, publisher, year, isbn, language, coalesce(min_age, 'any') as minAge";

/** Tables whose rows are kept whole, by entity. */
export const jsonTables = {
  patron: 'patron',
  loan: 'loan',
  'item-state': 'item_state',
  hold: 'hold',
  charge: 'charge',
  payment: 'payment',
  drawer: 'drawer',
  message: 'message',
  exception: 'exception',
} as const satisfies Partial<Record<Entity, string>>;

/**
 * Decodes a row that this program wrote, from a row that passed its schema or from its own fold. A text that is none
 * any more was damaged on the disk, in a place that SQLite has no sums of.
 */
export function parseRow<T>({ row }: JsonRow): T {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(row) as T;
  } catch {
    throw damaged('a row is not what was written');
  }
}

export function storedRows(db: Sqlite): StoredRows {
  const byId = new Map<string, ReturnType<typeof prepareById>>();
  const prepareById = (table: string) =>
    db.prepare<[string], JsonRow>(`select row from ${table} where id = ?`);
  for (const table of Object.values(jsonTables)) byId.set(table, prepareById(table));
  const setting = db.prepare<[string, string], JsonRow>(
    'select row from setting where entity = ? and id = ?',
  );
  const item = db.prepare<[string], Item>(`select ${itemColumns} from item where id = ?`);
  const items = db.prepare<[string], Item>(`select ${itemColumns} from item where biblio = ? order by id`);
  const biblio = db.prepare<[string], Biblio>(`select ${biblioColumns} from biblio where id = ?`);
  const exceptions = db.prepare<[string], JsonRow>('select row from exception where stream = ? order by id');
  const loans = db.prepare<[string], JsonRow>('select row from loan where item = ? order by id');

  const read = (entity: Entity, id: string): unknown => {
    switch (entity) {
      case 'item':
        return item.get(id) ?? null;
      case 'biblio':
        return biblio.get(id) ?? null;
      case 'library':
      case 'policy':
      case 'calendar':
      case 'template':
      case 'receipt-range': {
        const found = setting.get(entity, id);
        return found ? parseRow(found) : null;
      }
      default: {
        const found = byId.get(jsonTables[entity])?.get(id);
        return found ? parseRow(found) : null;
      }
    }
  };
  const get = <E extends Entity>(entity: E, id: string): EntityRows[E] | null => {
    // Each table holds rows of its own entity only.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return read(entity, id) as EntityRows[E] | null;
  };
  const one = <E extends Entity>(entity: E, id: string): readonly EntityRow[] => {
    const row = get(entity, id);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return row === null ? [] : [{ entity, row } as EntityRow];
  };

  /** The rows of the thing itself, without what disagrees about it. */
  const thing = (stream: Stream): readonly EntityRow[] => {
    const id = streamId(stream);
    const kind = streamKind(stream);
    switch (kind) {
      case 'station':
      case 'receipt':
      case 'exception':
      case null:
        return [];
      case 'item':
        return [
          ...one('item-state', id),
          ...loans.all(id).map((row): EntityRow => ({ entity: 'loan', row: parseRow(row) })),
        ];
      case 'catalogue':
        return [...one('biblio', id), ...items.all(id).map((row): EntityRow => ({ entity: 'item', row }))];
      default:
        return one(kind, id);
    }
  };

  return {
    get,
    ofStream: (stream) => [
      ...thing(stream),
      ...exceptions.all(stream).map((row): EntityRow => ({ entity: 'exception', row: parseRow(row) })),
    ],
  };
}
