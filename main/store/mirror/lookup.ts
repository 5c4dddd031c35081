import type { Item } from '../../../domain/catalogue/catalogue.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { ItemSummary } from '../../../contract/workstation/desk.ts';
import type { Sqlite } from '../sqlite.ts';
import { itemColumns, parseRow } from './stored-rows.ts';

/** Finds what a code stands for, and the little a row shows of it. */
export interface Lookup {
  /** At most 20, those of `library` first: numbers are unique only inside one. */
  patronsByCode(code: string, library: string): readonly Patron[];
  itemsByCode(code: string, library: string): readonly Item[];
  itemSummary(id: string): ItemSummary | null;
  /** Title of a record with this book number, or null. */
  titleByIsbn(isbn13: string, isbn10: string | null): string | null;
  patronByAlias(alias: string): Patron | null;
  /** True before the first library has arrived from the province. */
  isEmpty(): boolean;
}

export function lookupOver(db: Sqlite): Lookup {
  const patrons = db.prepare<[string, string], { readonly row: string }>(
    'select row from patron where code = ? order by library <> ? limit 20',
  );
  const items = db.prepare<[string, string], Item>(
    `select ${itemColumns} from item where code = ? order by library <> ? limit 20`,
  );
  const summary = db.prepare<[string], ItemSummary>(
    `select item.id, item.biblio, item.barcode, coalesce(biblio.title, '') as title,
       coalesce(biblio.author, '') as author, item.call_number as callNumber, item.library
     from item left join biblio on biblio.id = item.biblio where item.id = ?`,
  );
  const byIsbn = db.prepare<[string, string | null], { title: string }>(
    'select title from biblio where isbn = ? or isbn = ? limit 1',
  );
  const byAlias = db.prepare<[string], { readonly row: string }>(
    'select row from patron where id in (select patron from patron_alias where alias = ?) limit 1',
  );
  const anyLibrary = db.prepare<[], { found: number }>(
    `select 1 as found from setting where entity = 'library' limit 1`,
  );
  return {
    patronsByCode: (code, desk) => patrons.all(code, desk).map((row) => parseRow<Patron>(row)),
    itemsByCode: (code, desk) => items.all(code, desk),
    itemSummary: (id) => summary.get(id) ?? null,
    titleByIsbn: (isbn13, isbn10) => byIsbn.get(isbn13, isbn10)?.title ?? null,
    patronByAlias: (alias) => {
      const row = byAlias.get(alias);
      return row ? parseRow<Patron>(row) : null;
    },
    isEmpty: () => anyLibrary.get() === undefined,
  };
}
