import { existsSync, renameSync } from 'node:fs';
import type { Journal } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';
import { isDiskFull, openSqlite } from '../sqlite.ts';
import type { FeedState } from './feed.ts';
import { overlayOver } from './overlay.ts';
import { rowWriter } from './rows.ts';
import { feedOver } from './feed.ts';
import { storedRows } from './stored-rows.ts';

/** A downloaded mirror, in its own file beside the one in use, that is made this station's. */
export interface NextMirror {
  /** Lays some more of the station's own facts over its rows. True when all that there are now are there. */
  step(): boolean;
  /**
   * Lays the last of them over, copies what is the desk's own from `from`, and closes the file. False when the disk
   * has no room for it.
   */
  complete(from: Sqlite): boolean;
  /** False when the journal has forked since: then the facts have to be laid anew. */
  isOf(incarnation: string): boolean;
  /** Closes the file. */
  abandon(): void;
}

/** Facts of one step: some ten milliseconds, which a scan may have to wait. */
const stepFacts = 64;

/** What the desk has switched on and may undo: of this station, not of the province. */
const ownTables = ['act', 'desk_mode'] as const;

/** Opens the mirror that was downloaded to `path`, whose rows stand at `place`. */
export function nextMirror(path: string, place: FeedState, journal: Journal): NextMirror {
  const db = openSqlite(path, 'normal');
  const feed = feedOver(db);
  const overlay = overlayOver(db, storedRows(db), rowWriter(db));
  const { incarnation } = journal;
  let laid = place.includes;
  db.transaction(() => {
    feed.adopt({ incarnation, forked: journal.isForked() });
    feed.setState(place);
  })();
  const lay = db.transaction((most: number): boolean => {
    let count = 0;
    for (const fact of journal.factsAfter(laid)) {
      if (count === most) return false;
      overlay.apply(fact);
      laid = fact.seq;
      count += 1;
    }
    return true;
  });
  return {
    step: () => lay(stepFacts),
    complete: (from) => {
      // After a fork the sequences are another incarnation's: everything is laid anew when the file is opened.
      try {
        if (journal.incarnation === incarnation) lay(Number.POSITIVE_INFINITY);
        db.transaction(() => {
          for (const table of ownTables) copyRows(from, db, table);
        })();
        return true;
      } catch (error) {
        if (isDiskFull(error)) return false;
        throw error;
      } finally {
        db.close();
      }
    },
    isOf: (present) => present === incarnation,
    abandon: () => void db.close(),
  };
}

function copyRows(from: Sqlite, to: Sqlite, table: (typeof ownTables)[number]): void {
  to.exec(`delete from ${table}`);
  const rows = from.prepare<[], readonly unknown[]>(`select * from ${table}`).raw().all();
  for (const row of rows)
    to.prepare(`insert into ${table} values (${row.map(() => '?').join(', ')})`).run(...row);
}

/**
 * Puts a closed mirror in the place of another closed one, in one step: whenever the power goes, one of them is there,
 * whole. False, and nothing is changed, when that cannot be done now.
 */
export function replaceMirror(next: string, current: string): boolean {
  // A log that was left behind would be played into the wrong file.
  if ([next, current].some((path) => existsSync(`${path}-wal`))) return false;
  try {
    renameSync(next, current);
    return true;
  } catch {
    return false;
  }
}
