import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUndoable } from '../../domain/circulation/undo.ts';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { streamsOf } from '../../domain/facts/streams.ts';
import { changedRows } from '../../domain/facts/changed-rows.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { Journal } from './journal/journal.ts';
import { journalOver } from './journal/journal.ts';
import { verifyChain } from './journal/chain.ts';
import { journalMigrations } from './journal/schema.ts';
import type { FeedStore } from './mirror/feed.ts';
import { feedOver } from './mirror/feed.ts';
import type { Lookup } from './mirror/lookup.ts';
import { lookupOver } from './mirror/lookup.ts';
import type { Acts } from './mirror/acts.ts';
import { actsOver } from './mirror/acts.ts';
import type { DeskModeStore } from './mirror/desk-mode.ts';
import { deskModeOver } from './mirror/desk-mode.ts';
import type { DeskViews } from './mirror/desk-view.ts';
import { deskViewsOver } from './mirror/desk-view.ts';
import type { Overlay } from './mirror/overlay.ts';
import { overlayOver } from './mirror/overlay.ts';
import { rowWriter } from './mirror/rows.ts';
import { mirrorSchema, mirrorVersion } from './mirror/schema.ts';
import type { Settings } from './mirror/settings.ts';
import { settingsOver } from './mirror/settings.ts';
import type { StoredRows } from './mirror/stored-rows.ts';
import { storedRows } from './mirror/stored-rows.ts';
import type { DeskSession } from './desk-session.ts';
import { deskSessionOver } from './desk-session.ts';
import { StoreRefused } from './refused.ts';
import type { Slips } from './slips.ts';
import { slipsOver } from './slips.ts';
import type { TagTasks } from './tag-tasks.ts';
import { tagTasksOver } from './tag-tasks.ts';
import type { Sqlite } from './sqlite.ts';
import { isCorrupt, migrate, openSqlite } from './sqlite.ts';

/** Entries re-checked at every start. The whole chain is checked by `audit verify`. */
const tailChecked = 1_000;

export const journalFile = 'journal.db';
export const mirrorFile = 'mirror.db';
/** Present while the store is open: found at a start, it says the last run did not end by itself. */
const openMarker = 'station.open';
/** Present when SQLite found damage while the station ran. */
const suspectMarker = 'mirror.suspect';

/** Has the mirror checked, and replaced when it is damaged, at the next start. */
export function suspectMirror(folder: string): void {
  writeFileSync(join(folder, suspectMarker), '');
}

/** The station's two databases, opened for writing. One process, one thread. */
export interface Store {
  readonly journalDb: Sqlite;
  readonly mirrorDb: Sqlite;
  readonly journal: Journal;
  readonly slips: Slips;
  readonly tagTasks: TagTasks;
  readonly session: DeskSession;
  readonly lookup: Lookup;
  readonly feed: FeedStore;
  readonly rows: StoredRows;
  readonly settings: Settings;
  readonly views: DeskViews;
  readonly acts: Acts;
  readonly deskMode: DeskModeStore;
  readonly overlay: Pick<Overlay, 'receive' | 'receiveGone' | 'isProvisional'>;
  /** Folds the facts the mirror does not include yet over it again. */
  rebuildOverlay(): void;
  /** The same after a page: only where it brought rows, and for facts the mirror includes since. */
  settleOverlay(): void;
  /**
   * Shows the committed facts of one act, and keeps what they changed so that the act can be undone under the id
   * of its first fact. Never throws: the act is durable and is done, whatever happens to a cache. When the cache
   * could not be written (a full disk), `mendOverlay` has to succeed before the next decision.
   */
  showAct(facts: readonly Fact[]): void;
  mendOverlay(): void;
  /**
   * The mirror is of the journal's present incarnation. A fork that found no room in the mirror is made up for; until
   * then `feed.state().includes` counts sequences of an incarnation that was left.
   */
  followJournal(): void;
  /** The rows that `refs` name, as they are now. */
  rowsNow(refs: readonly RowRef[]): readonly RowRef[];
  close(): void;
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
  try {
    return openOver(folder, journalDb, journalOver(journalDb, station));
  } catch (error) {
    journalDb.close();
    throw error;
  }
}

function openOver(folder: string, journalDb: Sqlite, journal: Journal): OpenedStore {
  const marker = join(folder, openMarker);
  const suspect = join(folder, suspectMarker);
  const doubtful = existsSync(marker) || existsSync(suspect);
  const { mirrorDb, notice } = openMirrorDb(join(folder, mirrorFile), doubtful);
  writeFileSync(marker, '');
  rmSync(suspect, { force: true });
  const rows = storedRows(mirrorDb);
  const writer = rowWriter(mirrorDb);
  const overlay = overlayOver(mirrorDb, rows, writer);
  const settings = settingsOver(mirrorDb);
  const acts = actsOver(mirrorDb);
  const feed = feedOver(mirrorDb);
  feed.adopt({ incarnation: journal.incarnation, forked: journal.isForked() });
  if (notice) feed.clear(journal.ack().seq);
  let overlayStale = false;
  const rebuildOverlay = (): void =>
    mirrorDb.transaction(() => overlay.rebuild(journal.factsAfter(feed.state().includes)))();
  const followJournal = (): void => {
    if (feed.incarnation() === journal.incarnation) return;
    mirrorDb.transaction(() => {
      feed.adopt({ incarnation: journal.incarnation, forked: true });
      rebuildOverlay();
    })();
  };
  const store: Store = {
    journalDb,
    mirrorDb,
    journal,
    slips: slipsOver(journalDb),
    tagTasks: tagTasksOver(journalDb),
    session: deskSessionOver(journalDb),
    lookup: lookupOver(mirrorDb),
    feed,
    rows,
    settings,
    views: deskViewsOver(mirrorDb, rows, settings),
    acts,
    deskMode: deskModeOver(mirrorDb),
    overlay,
    rebuildOverlay,
    settleOverlay: () =>
      mirrorDb.transaction(() => overlay.settle(feed.state().includes, journal.factAtSeq))(),
    showAct: (facts) => {
      const [first] = facts;
      const last = facts.at(-1);
      if (!first || !last) return;
      try {
        mirrorDb.transaction(() => {
          const streams = [...new Set(facts.flatMap(streamsOf))];
          const shown = () => streams.flatMap((stream) => rows.ofStream(stream));
          const before = shown();
          for (const fact of facts) overlay.apply(fact);
          const { id, at } = first;
          if (!isUndoable(facts)) return;
          acts.add({
            id,
            at,
            firstEntry: journal.entryOf(first.seq),
            lastEntry: journal.entryOf(last.seq),
            ...changedRows(before, shown()),
          });
        })();
      } catch {
        overlayStale = true;
      }
    },
    followJournal,
    mendOverlay: () => {
      followJournal();
      if (overlayStale) rebuildOverlay();
      overlayStale = false;
    },
    rowsNow: (refs) =>
      refs.map((ref) => {
        // The row of an entity belongs to that entity.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return { ...ref, row: rows.get(ref.entity, ref.id) } as RowRef;
      }),
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
  let db: Sqlite | null = null;
  try {
    db = openSqlite(path, 'full');
    if (!migrate(db, journalMigrations)) throw new StoreRefused('LT-3105');
    const last = db.prepare<[], { entry: number | null }>('select max(entry) as entry from journal').get();
    const report = verifyChain(db, Math.max(1, (last?.entry ?? 0) - tailChecked + 1));
    if (report.brokenAt) throw new StoreRefused('LT-3103', { seq: report.brokenAt.seq });
    return db;
  } catch (error) {
    db?.close();
    if (isCorrupt(error)) throw new StoreRefused('LT-3103', { seq: 0 });
    throw error;
  }
}

function openMirrorDb(path: string, doubtful: boolean): { mirrorDb: Sqlite; notice: OutcomeCode | null } {
  const opened = tryOpenMirror(path, doubtful);
  if (opened) return { mirrorDb: opened, notice: null };
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const replaced = tryOpenMirror(path, false);
  if (!replaced) throw new Error(`A new mirror cannot be opened at ${path}.`);
  return { mirrorDb: replaced, notice: 'LT-3104' };
}

/** The full page check costs seconds on a large file, so only an unclean exit or found damage asks for it. */
function tryOpenMirror(path: string, check: boolean): Sqlite | null {
  let db: Sqlite | null = null;
  try {
    db = openSqlite(path, 'normal');
    const usable = hasMirrorSchema(db) && (!check || db.pragma('quick_check(1)', { simple: true }) === 'ok');
    if (usable) return db;
    db.close();
    return null;
  } catch (error) {
    // Windows does not delete a file that is open, and a damaged mirror has to be deleted.
    db?.close();
    if (isCorrupt(error)) return null;
    throw error;
  }
}

/** Makes the tables of a new file. A file of another version is no use: what it held is fetched again. */
function hasMirrorSchema(db: Sqlite): boolean {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version !== 0) return version === mirrorVersion;
  db.transaction(() => {
    db.exec(mirrorSchema);
    db.pragma(`user_version = ${mirrorVersion}`);
  })();
  return true;
}
