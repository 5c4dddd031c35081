import type { Entity, EntityRow, EntityRows } from '../../../domain/catalogue/rows.ts';
import { dueDay } from '../../../domain/circulation/due.ts';
import { isOpen } from '../../../domain/circulation/loan.ts';
import { civilDateAt } from '../../../domain/calendar/calendar.ts';
import { isOpenHold } from '../../../domain/holds/hold.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import type { MessageAbout } from '../../../domain/patrons/message.ts';
import { hasConsent } from '../../../domain/patrons/patron.ts';
import { fold, normaliseText, searchTokens } from '../../../domain/text/fold.ts';
import type { Sqlite } from '../sqlite.ts';

/** Writes the rows a desk shows; the newest row of an id replaces the one before. */
export interface RowWriter {
  put(row: EntityRow): void;
  drop(entity: Entity, id: string): void;
}

/** Few rows, read whole and kept parsed by their readers. */
type Setting = 'library' | 'policy' | 'calendar' | 'template' | 'receipt-range';

/** The day of a due date is only for finding loans by day; the zone of every library here. */
const zone = 'Asia/Ho_Chi_Minh';

/** How a message's subject is found: `patron/<id>` or `item/<id>`. */
export function aboutKey(about: MessageAbout): string {
  return about.kind === 'patron' ? `patron/${about.patron}` : `item/${about.item}`;
}

/** Writes rows into `db`. With `titles` false nobody finds them by their words until `indexTitles` has run. */
export function rowWriter(db: Sqlite, { titles = true } = {}): RowWriter {
  const setting = db.prepare('insert or replace into setting values (?, ?, ?, ?)');
  const dropSetting = db.prepare('delete from setting where entity = ? and id = ?');
  const settingChanged = db.prepare('update setting_version set version = version + 1');
  const biblios = biblioWriter(db, titles);
  const item = db.prepare('insert or replace into item values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const patrons = patronWriter(db);
  const loan = db.prepare('insert or replace into loan values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const itemState = db.prepare('insert or replace into item_state values (?, ?, ?)');
  const hold = db.prepare('insert or replace into hold values (?, ?, ?, ?, ?, ?)');
  const charge = db.prepare('insert or replace into charge values (?, ?, ?)');
  const payment = db.prepare('insert or replace into payment values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const drawer = db.prepare('insert or replace into drawer values (?, ?, ?, ?, ?)');
  const message = db.prepare('insert or replace into message values (?, ?, ?, ?)');
  const exception = db.prepare('insert or replace into exception values (?, ?, ?, ?, ?)');
  const dropIn = Object.fromEntries(
    ['item', 'loan', 'item_state', 'hold', 'charge', 'payment', 'drawer', 'message', 'exception'].map(
      (table) => [table, db.prepare(`delete from ${table} where id = ?`)],
    ),
  );

  const putSetting = (entity: Setting, id: string, owner: string, row: EntityRows[Setting]): void => {
    setting.run(entity, id, owner, JSON.stringify(row));
    settingChanged.run();
  };

  return {
    put({ entity, row }) {
      switch (entity) {
        case 'library':
          return putSetting(entity, row.id, row.id, row);
        case 'policy':
          return putSetting(entity, row.id, row.version, row);
        case 'calendar':
        case 'template':
          return putSetting(entity, row.id, row.library, row);
        case 'receipt-range':
          return putSetting(entity, row.id, row.station, row);
        case 'biblio':
          return biblios.put(row);
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
            row.lending,
            row.parts,
          );
        case 'patron':
          return patrons.put(row);
        case 'loan':
          return void loan.run(
            row.id,
            row.item,
            row.patron,
            row.biblio,
            row.library,
            isOpen(row) ? 1 : 0,
            dueDay(row.due, zone),
            row.returnedAt === null ? null : civilDateAt(row.returnedAt, zone),
            row.barcode,
            row.itemClass,
            row.price,
            row.use,
            row.due,
            row.claimedReturnedAt,
            JSON.stringify(row),
          );
        case 'item-state':
          return void itemState.run(row.id, row.state.status, JSON.stringify(row));
        case 'hold':
          return void hold.run(
            row.id,
            row.biblio,
            row.patron,
            isOpenHold(row) ? 1 : 0,
            row.state.status,
            JSON.stringify(row),
          );
        case 'charge':
          return void charge.run(row.id, row.patron, JSON.stringify(row));
        case 'payment': {
          const leased = row.receipt.kind === 'leased' ? row.receipt : null;
          return void payment.run(
            row.id,
            row.patron,
            row.station,
            row.drawer,
            row.reversedFrom,
            row.status,
            leased?.series ?? null,
            leased?.year ?? null,
            leased?.number ?? null,
            JSON.stringify(row),
          );
        }
        case 'drawer':
          return void drawer.run(
            row.id,
            row.station,
            row.openedAt,
            row.closed === null ? 1 : 0,
            JSON.stringify(row),
          );
        case 'message':
          return void message.run(
            row.id,
            aboutKey(row.about),
            row.endedAt === null ? 0 : 1,
            JSON.stringify(row),
          );
        case 'exception':
          return void exception.run(
            row.id,
            row.stream,
            row.openedAt,
            row.resolved === null ? 1 : 0,
            JSON.stringify(row),
          );
      }
    },
    drop(entity, id) {
      switch (entity) {
        case 'library':
        case 'policy':
        case 'calendar':
        case 'template':
        case 'receipt-range':
          dropSetting.run(entity, id);
          return void settingChanged.run();
        case 'biblio':
          return biblios.drop(id);
        case 'patron':
          return patrons.drop(id);
        case 'item-state':
          return void dropIn['item_state']?.run(id);
        default:
          return void dropIn[entity]?.run(id);
      }
    },
  };
}

/** Makes the word index of all titles at once; there must be none yet. */
export function indexTitles(db: Sqlite): void {
  const index = db.prepare('insert into biblio_fts(rowid, folded) values (?, ?)');
  const all = db.prepare<[], { rowid: number; title: string; author: string }>(
    'select rowid, title, author from biblio order by rowid',
  );
  for (const { rowid, title, author } of all.all()) index.run(rowid, wordsOf(title, author));
}

function wordsOf(title: string, author: string): string {
  return searchTokens(`${title} ${author}`).join(' ');
}

function biblioWriter(db: Sqlite, indexed: boolean) {
  const rowid = db.prepare<[string], { rowid: number }>('select rowid from biblio where id = ?');
  const insert = db.prepare(
    `insert into biblio(id, title, author, ddc, publisher, year, isbn, language, min_age)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict(id) do update set title = excluded.title, author = excluded.author, ddc = excluded.ddc,
       publisher = excluded.publisher, year = excluded.year, isbn = excluded.isbn, language = excluded.language,
       min_age = excluded.min_age`,
  );
  const unindex = db.prepare('delete from biblio_fts where rowid = ?');
  const index = db.prepare('insert into biblio_fts(rowid, folded) values (?, ?)');
  const remove = db.prepare('delete from biblio where id = ?');
  return {
    put(row: EntityRows['biblio']): void {
      const known = rowid.get(row.id);
      const title = normaliseText(row.title);
      const author = normaliseText(row.author);
      const { ddc, publisher, year, isbn, language, minAge } = row;
      const age = minAge === 'any' ? null : minAge;
      const { lastInsertRowid } = insert.run(
        row.id,
        title,
        author,
        ddc,
        publisher,
        year,
        isbn,
        language,
        age,
      );
      if (!indexed) return;
      if (known) unindex.run(known.rowid);
      index.run(known?.rowid ?? lastInsertRowid, wordsOf(title, author));
    },
    drop(id: string): void {
      const known = rowid.get(id);
      if (!known) return;
      if (indexed) unindex.run(known.rowid);
      remove.run(id);
    },
  };
}

function patronWriter(db: Sqlite) {
  const insert = db.prepare('insert or replace into patron values (?, ?, ?, ?, ?, ?, ?)');
  const remove = db.prepare('delete from patron where id = ?');
  const forgetAliases = db.prepare('delete from patron_alias where patron = ?');
  const alias = db.prepare('insert or ignore into patron_alias values (?, ?)');
  return {
    put(row: EntityRows['patron']): void {
      const name = normaliseText(row.name);
      insert.run(
        row.id,
        row.library,
        normaliseCode(row.card),
        fold(name),
        row.guarantor,
        hasConsent(row, 'reading-history') ? 1 : 0,
        JSON.stringify({ ...row, name }),
      );
      forgetAliases.run(row.id);
      for (const known of row.aliases) alias.run(known, row.id);
    },
    drop(id: string): void {
      forgetAliases.run(id);
      remove.run(id);
    },
  };
}
