import { StoreRefused } from '../refused.ts';
import type { Sqlite } from '../sqlite.ts';
import { damaged, isCorrupt, migrate, openSqlite } from '../sqlite.ts';
import { verifyChain } from './chain.ts';
import { finishSalvage, salvageJournal } from './salvage.ts';
import { journalMigrations } from './schema.ts';
import { hasOnlyLog } from './wal-frames.ts';

/** Entries re-checked at every start. The whole chain is checked by `audit verify`, and where damage is suspected. */
const tailChecked = 1_000;

export interface OpenedJournal {
  readonly db: Sqlite;
  /** Where the damaged journal is kept that this one was made of; null when nothing was wrong. */
  readonly aside: string | null;
}

/**
 * Opens or creates the journal at `path`. A damaged one is put aside, and one made of what can be read of it takes its
 * place. Throws `StoreRefused` (LT-3105) for one made by a newer program.
 */
export function openJournalDb(path: string, station: string, suspected: boolean): OpenedJournal {
  const finished = finishSalvage(path);
  try {
    return { db: openWhole(path, suspected), aside: finished };
  } catch (error) {
    if (!isCorrupt(error)) throw error;
  }
  const aside = salvageJournal(path, station);
  return { db: openWhole(path, false), aside };
}

function openWhole(path: string, suspected: boolean): Sqlite {
  if (hasOnlyLog(path)) throw damaged('the journal is empty, and its log is not');
  const db = openSqlite(path, 'full');
  try {
    if (!migrate(db, journalMigrations)) throw new StoreRefused('LT-3105');
    if (suspected && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw damaged('the pages of the journal contradict each other');
    const last = db.prepare<[], { entry: number | null }>('select max(entry) as entry from journal').get();
    const report = verifyChain(db, suspected ? 1 : Math.max(1, (last?.entry ?? 0) - tailChecked + 1));
    if (report.brokenAt) throw damaged(`entry ${report.brokenAt.seq} does not follow the one before it`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
