import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { hasOnlyLog } from '../journal/wal-frames.ts';
import type { Sqlite } from '../sqlite.ts';

/** A journal opened for reading only, as it was at one moment. */
export interface OpenedJournal {
  readonly db: Sqlite;
  close(): void;
}

/** A damaged header may say anything (bytes). */
const largestJournal = 64 * 1024 ** 3;

/**
 * Opens the journal at `path` whatever else has it open, and whatever is wrong with it. Null when there is no such
 * file, or no database in it. Where the file is cut off, or SQLite would have to write beside it
 * and cannot, a copy is read.
 */
export function openJournalToRead(path: string): OpenedJournal | null {
  if (!existsSync(path) || hasOnlyLog(path)) return null;
  return opened(path, () => {}) ?? openedCopy(path);
}

function openedCopy(path: string): OpenedJournal | null {
  const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  let folder: string | null = null;
  try {
    const own = mkdtempSync(join(tmpdir(), 'luu-thong-rescue-'));
    folder = own;
    const copy = join(own, basename(path));
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    fillUp(copy);
    const found = opened(copy, () => remove(own));
    if (!found) remove(own);
    return found;
  } catch {
    // A disk that reads nothing, or no room for a copy.
    if (folder !== null) remove(folder);
    return null;
  }
}

/**
 * SQLite reads nothing of a file that is shorter than its header says (bytes 16 and 28 of the file format: page size,
 * pages). Made as long as that again, what was not cut off can be read.
 */
function fillUp(path: string): void {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  const size = header.readUInt16BE(16);
  const bytes = (size === 1 ? 65_536 : size) * header.readUInt32BE(28);
  if (bytes > statSync(path).size && bytes < largestJournal) truncateSync(path, bytes);
}

function opened(path: string, onClose: () => void): OpenedJournal | null {
  let db: Sqlite | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    // What is committed meanwhile is for the next file: the sums are taken in one pass and the lines in another.
    db.exec('begin');
    db.prepare('select 1 from sqlite_schema limit 1').get();
    const found = db;
    return {
      db: found,
      close: () => {
        found.close();
        onClose();
      },
    };
  } catch {
    db?.close();
    return null;
  }
}
