import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import { fold, normaliseText, searchTokens } from '../../../domain/text/fold.ts';
import type { Sqlite } from '../sqlite.ts';

/** Writes rows of the feed into the mirror; the newest row of an id replaces the one before. */
export function rowWriter(db: Sqlite): (row: EntityRow) => void {
  const library = db.prepare('insert or replace into library values (?, ?)');
  const policy = db.prepare('insert or replace into policy values (?, ?)');
  const calendar = db.prepare('insert or replace into calendar values (?, ?, ?)');
  const biblioRowid = db.prepare<[string], { rowid: number }>('select rowid from biblio where id = ?');
  const biblio = db.prepare(
    `insert into biblio(id, title, author, ddc, publisher, year, isbn, language) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict(id) do update set title = excluded.title, author = excluded.author, ddc = excluded.ddc,
       publisher = excluded.publisher, year = excluded.year, isbn = excluded.isbn, language = excluded.language`,
  );
  const unindex = db.prepare('delete from biblio_fts where rowid = ?');
  const index = db.prepare('insert into biblio_fts(rowid, folded) values (?, ?)');
  const item = db.prepare('insert or replace into item values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const patron = db.prepare('insert or replace into patron values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const loan = db.prepare('insert or replace into loan values (?, ?, ?, ?)');
  const forgetLoan = db.prepare('delete from loan where id = ?');

  return ({ entity, row }) => {
    switch (entity) {
      case 'library':
        return void library.run(row.id, JSON.stringify(row));
      case 'policy':
        return void policy.run(row.id, JSON.stringify(row));
      case 'calendar':
        return void calendar.run(row.id, row.library, JSON.stringify(row));
      case 'biblio': {
        const known = biblioRowid.get(row.id);
        const title = normaliseText(row.title);
        const author = normaliseText(row.author);
        const { lastInsertRowid } = biblio.run(
          row.id,
          title,
          author,
          row.ddc,
          row.publisher,
          row.year,
          row.isbn,
          row.language,
        );
        if (known) unindex.run(known.rowid);
        return void index.run(known?.rowid ?? lastInsertRowid, searchTokens(`${title} ${author}`).join(' '));
      }
      case 'item':
        return void item.run(
          row.id,
          row.biblio,
          row.library,
          row.barcode,
          normaliseCode(row.barcode),
          row.callNumber,
          row.itemClass,
          row.collection,
          row.price,
          row.status,
        );
      case 'patron': {
        const name = normaliseText(row.name);
        return void patron.run(
          row.id,
          row.library,
          row.card,
          normaliseCode(row.card),
          name,
          fold(name),
          row.category,
          row.status,
          row.expires,
        );
      }
      case 'loan':
        if (row.returnedAt === null) return void loan.run(row.id, row.item, row.patron, JSON.stringify(row));
        return void forgetLoan.run(row.id);
    }
  };
}
