import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '../../domain/facts/fact.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { Journal } from './journal/journal.ts';
import { journalOver } from './journal/journal.ts';
import { verifyChain } from './journal/chain.ts';
import { journalMigrations } from './journal/schema.ts';
import type { FeedStore } from './mirror/feed.ts';
import { feedOver } from './mirror/feed.ts';
import type { Lookup } from './mirror/lookup.ts';
import { lookupOver } from './mirror/lookup.ts';
import { overlayOver } from './mirror/overlay.ts';
import { rowWriter } from './mirror/rows.ts';
import { mirrorMigrations } from './mirror/schema.ts';
import type { Slips } from './slips.ts';
import { slipsOver } from './slips.ts';
import type { Sqlite } from './sqlite.ts';
import { isCorrupt, migrate, openSqlite } from './sqlite.ts';

/** Entries re-checked at every start. The whole chain is checked by `audit verify`. */
const tailChecked = 1_000;

export const journalFile = 'journal.db';
export const mirrorFile = 'mirror.db';
/** Present while the store is open: found at a start, it says the last run did not end by itself. */
const openMarker = 'station.open';

/** The station's two databases, opened for writing. One process, one thread. */
export interface Store {
  readonly journalDb: Sqlite;
  readonly mirrorDb: Sqlite;
  readonly journal: Journal;
  readonly slips: Slips;
  readonly lookup: Lookup;
  readonly feed: FeedStore;
  readonly writeRow: ReturnType<typeof rowWriter>;
  /** Folds the facts the mirror does not include yet over it again. */
  rebuildOverlay(): void;
  /**
   * Shows committed facts. Never throws: the acts are durable and are done, whatever happens to a cache. When
   * the cache could not be written (a full disk), `mendOverlay` has to succeed before the next decision.
   */
  showFacts(facts: readonly Fact[]): void;
  mendOverlay(): void;
  close(): void;
}

/** A store that cannot be opened, with the code to show and its parameters. */
export class StoreRefused extends Error {
  readonly code: OutcomeCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: OutcomeCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'StoreRefused';
    this.code = code;
    this.params = params;
  }
}

export interface OpenedStore {
  readonly store: Store;
  /** LT-3104 when the mirror had to be thrown away. */
  readonly notice: OutcomeCode | null;
}

/**
 * Opens (or creates) the databases of `station` in `folder`. The caller holds the folder lock. Throws
 * `StoreRefused` when the journal is damaged or newer than this program; a damaged mirror is replaced.
 */
export function openStore(folder: string, station: string): OpenedStore {
  const journalDb = openJournalDb(join(folder, journalFile));
  const journal = journalOver(journalDb, station);
  const slips = slipsOver(journalDb);
  const marker = join(folder, openMarker);
  const { mirrorDb, notice } = openMirrorDb(join(folder, mirrorFile), existsSync(marker));
  writeFileSync(marker, '');
  const overlay = overlayOver(mirrorDb);
  const feed = feedOver(mirrorDb);
  let overlayStale = false;
  const rebuildOverlay = (): void =>
    mirrorDb.transaction(() => overlay.rebuild(journal.factsAfter(feed.state().includes, -1)))();
  const store: Store = {
    journalDb,
    mirrorDb,
    journal,
    slips,
    lookup: lookupOver(mirrorDb),
    feed,
    writeRow: rowWriter(mirrorDb),
    rebuildOverlay,
    showFacts: (facts) => {
      try {
        mirrorDb.transaction(() => facts.forEach(overlay.apply))();
      } catch {
        overlayStale = true;
      }
    },
    mendOverlay: () => {
      if (overlayStale) rebuildOverlay();
      overlayStale = false;
    },
    close: () => {
      mirrorDb.close();
      journalDb.close();
      rmSync(marker, { force: true });
    },
  };
  rebuildOverlay();
  return { store, notice };
}

function openJournalDb(path: string): Sqlite {
  try {
    const db = openSqlite(path, 'full');
    if (!migrate(db, journalMigrations)) {
      db.close();
      throw new StoreRefused('LT-3105');
    }
    const last = db.prepare<[], { entry: number | null }>('select max(entry) as entry from journal').get();
    const report = verifyChain(db, Math.max(1, (last?.entry ?? 0) - tailChecked + 1));
    if (report.brokenAt) {
      db.close();
      throw new StoreRefused('LT-3103', { seq: report.brokenAt.seq });
    }
    return db;
  } catch (error) {
    if (isCorrupt(error)) throw new StoreRefused('LT-3103', { seq: 0 });
    throw error;
  }
}

function openMirrorDb(path: string, uncleanExit: boolean): { mirrorDb: Sqlite; notice: OutcomeCode | null } {
  const opened = tryOpenMirror(path, uncleanExit);
  if (opened) return { mirrorDb: opened, notice: null };
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const replaced = tryOpenMirror(path, false);
  if (!replaced) throw new Error(`A new mirror cannot be opened at ${path}.`);
  return { mirrorDb: replaced, notice: 'LT-3104' };
}

/** The full page check costs seconds on a large file, so only an unclean exit asks for it. */
function tryOpenMirror(path: string, check: boolean): Sqlite | null {
  try {
    const db = openSqlite(path, 'normal');
    const usable =
      migrate(db, mirrorMigrations) && (!check || db.pragma('quick_check(1)', { simple: true }) === 'ok');
    if (usable) return db;
    db.close();
    return null;
  } catch (error) {
    if (isCorrupt(error)) return null;
    throw error;
  }
}
