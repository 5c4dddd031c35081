import Database from 'better-sqlite3';

export type Sqlite = Database.Database;

/** SQLite's page cache per connection: the library's own 16 MB would be half of what a station may use. */
export const cacheKilobytes = 4_000;

/** Milliseconds a statement waits for the other worker's lock before it gives up. */
const busyTimeout = 5_000;

/**
 * Opens a database file in WAL mode. `full` syncs every commit (the journal: a power cut loses nothing);
 * `normal` may lose the last commits on a power cut (the mirror: it can be fetched again).
 */
export function openSqlite(path: string, durability: 'full' | 'normal'): Sqlite {
  const db = new Database(path, { timeout: busyTimeout });
  try {
    db.pragma('journal_mode = wal');
    db.pragma(`synchronous = ${durability}`);
    db.pragma('foreign_keys = on');
    db.pragma(`cache_size = -${cacheKilobytes}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Runs the numbered migrations that this file has not seen, each in a transaction. Returns false, and
 * changes nothing, when the file was made by a newer program.
 */
export function migrate(db: Sqlite, migrations: readonly string[]): boolean {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > migrations.length) return false;
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
  return true;
}

/** True when SQLite could not write because the disk is full. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof Database.SqliteError) return fullCodes.has(error.code);
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

/** The last is that of the file which WAL connections share: it grows when a database is opened. */
const fullCodes: ReadonlySet<string> = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE']);

/** What is refused on a disk whose last room is for the journal, told as SQLite tells of a full one. */
export function diskFull(what: string): Error {
  return new Database.SqliteError(what, 'SQLITE_FULL');
}

/** Damage that SQLite cannot see, told as damage that it can. */
export function damaged(what: string): Error {
  return new Database.SqliteError(what, 'SQLITE_CORRUPT');
}

/** True when the file is not a database any more, or its pages contradict each other. */
export function isCorrupt(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
  );
}
