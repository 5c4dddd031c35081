import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process, or null when another core has it. SQLite's own exclusive file lock
 * is used because the operating system frees it when the process dies, however it dies, on Windows and Linux.
 */
export function lockFolder(folder: string): FolderLock | null {
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'station.lock'), { timeout: 0 });
  try {
    db.pragma('journal_mode = delete');
    db.exec('begin exclusive');
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
