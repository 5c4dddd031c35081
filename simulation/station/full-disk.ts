import Database from 'better-sqlite3';
import type { Sqlite } from '../../main/store/sqlite.ts';

/** SQLite's own limit. */
const boundless = 1_073_741_823;

/**
 * From now on nothing goes into this file: it does not grow by a page, and a transaction ends as it does on a disk
 * without room, rolled back with SQLITE_FULL. A small one would still find room in the pages that are there.
 */
export function fillDiskUnder(db: Sqlite): void {
  makeRoomUnder(db);
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  const real = db.transaction;
  const transaction = (work: (...args: unknown[]) => unknown) =>
    Reflect.apply(real, db, [
      (...args: unknown[]) => {
        work(...args);
        throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      },
    ]);
  Object.assign(db, { transaction });
}

export function makeRoomUnder(db: Sqlite): void {
  db.pragma(`max_page_count = ${boundless}`);
  Reflect.deleteProperty(db, 'transaction');
}
