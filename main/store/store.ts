import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUndoable } from '../../domain/circulation/undo.ts';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { streamsOf } from '../../domain/facts/streams.ts';
import { changedRows } from '../../domain/facts/changed-rows.ts';
import type { Reason } from '../../domain/outcome.ts';
import { reason } from '../../domain/outcome.ts';
import type { Journal } from './journal/journal.ts';
import { journalOver } from './journal/journal.ts';
import { openJournalDb } from './journal/open.ts';
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
import type { Slips } from './slips.ts';
import { slipsOver } from './slips.ts';
import type { TagTasks } from './tag-tasks.ts';
import { tagTasksOver } from './tag-tasks.ts';
import type { Sqlite } from './sqlite.ts';
import { isCorrupt, openSqlite } from './sqlite.ts';

export const journalFile = 'journal.db';
export const mirrorFile = 'mirror.db';
/** Present while the store is open: found at a start, it says the last run did not end by itself. */
const openMarker = 'station.open';
/** Present when SQLite found damage while the station ran. */
const suspectMarker = 'mirror.suspect';

/** Has both databases checked whole, and what is damaged replaced, at the next start. */
export function suspectDamage(folder: string): void {
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
  /** LT-3104 when the mirror had to be thrown away, LT-3113 when the journal was damaged. */
  readonly notices: readonly Reason[];
}

/**
 * Opens (or creates) the databases of `station` in `folder`. The caller holds the folder lock. Throws
 * `StoreRefused` when the journal is newer than this program or another station's. A damaged mirror is replaced; a
 * damaged journal is put aside for one made of what can be read of it, which has to fork before it is written to.
 */
export function openStore(folder: string, station: string): OpenedStore {
  const suspected = existsSync(join(folder, suspectMarker));
  const { db: journalDb, aside } = openJournalDb(join(folder, journalFile), station, suspected);
  try {
    const { store, notices } = openOver(folder, journalDb, journalOver(journalDb, station));
    const damage = aside === null ? [] : [reason('LT-3113', { path: aside })];
    return { store, notices: [...damage, ...notices] };
  } catch (error) {
    journalDb.close();
    throw error;
  }
}

function openOver(folder: string, journalDb: Sqlite, journal: Journal): OpenedStore {
  const marker = join(folder, openMarker);
  const suspect = join(folder, suspectMarker);
  const doubtful = existsSync(marker) || existsSync(suspect);
  const { mirrorDb, replaced } = openMirrorDb(join(folder, mirrorFile), doubtful);
  writeFileSync(marker, '');
  rmSync(suspect, { force: true });
  const rows = storedRows(mirrorDb);
  const writer = rowWriter(mirrorDb);
  const overlay = overlayOver(mirrorDb, rows, writer);
  const settings = settingsOver(mirrorDb);
  const acts = actsOver(mirrorDb);
  const feed = feedOver(mirrorDb);
  feed.adopt({ incarnation: journal.incarnation, forked: journal.isForked() });
  if (replaced) feed.clear(journal.ack().seq);
  const damage = journal.damage();
  // Their entries will be other facts'.
  if (damage) acts.forgetAfter(damage.entries);
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
  return { store, notices: replaced ? [reason('LT-3104')] : [] };
}

function openMirrorDb(path: string, doubtful: boolean): { mirrorDb: Sqlite; replaced: boolean } {
  const opened = tryOpenMirror(path, doubtful);
  if (opened) return { mirrorDb: opened, replaced: false };
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const replaced = tryOpenMirror(path, false);
  if (!replaced) throw new Error(`A new mirror cannot be opened at ${path}.`);
  return { mirrorDb: replaced, replaced: true };
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
