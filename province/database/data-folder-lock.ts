import { join } from 'node:path';
import Database from 'better-sqlite3';

/** How long a start waits for the previous process to be gone, in ms. */
const defaultPatience = 3000;

/** Another process has the data folder open. */
export class DataFolderBusy extends Error {
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super(`the data folder ${folder} is in use by another process`, { cause });
    this.name = 'DataFolderBusy';
    this.folder = folder;
  }
}

/**
 * Holds `folder` for this process and returns the function that lets it go. The lock is SQLite's own file
 * lock on an empty database: the operating system frees it with the process, also after `kill -9`, on Windows
 * as on Linux, and there is no stale file to judge.
 */
export function holdDataFolder(folder: string, patience = defaultPatience): () => void {
  const lock = new Database(join(folder, 'lock.db'), { timeout: patience });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new DataFolderBusy(folder, error);
    throw error;
  }
  return () => lock.close();
}
