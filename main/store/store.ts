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
import type { FeedState } from './mirror/feed.ts';
import type { NextMirror } from './mirror/next.ts';
import { nextMirror, replaceMirror } from './mirror/next.ts';
import { openMirrorDb } from './mirror/open.ts';
import type { MirrorSide } from './mirror/side.ts';
import { mirrorSideOver } from './mirror/side.ts';
import type { Overlay } from './mirror/overlay.ts';
import type { DeskSession } from './desk-session.ts';
import { deskSessionOver } from './desk-session.ts';
import { nextMirrorFile } from './snapshot/files.ts';
import type { Slips } from './slips.ts';
import { slipsOver } from './slips.ts';
import type { TagTasks } from './tag-tasks.ts';
import { tagTasksOver } from './tag-tasks.ts';
import type { Sqlite } from './sqlite.ts';

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

/**
 * The station's two databases, opened for writing. One process, one thread. What is over the mirror (`MirrorSide`) is
 * another after `adoptMirror`: to be taken from here at every use.
 */
export interface Store extends Omit<MirrorSide, 'overlay'> {
  readonly journalDb: Sqlite;
  readonly journal: Journal;
  readonly slips: Slips;
  readonly tagTasks: TagTasks;
  readonly session: DeskSession;
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
  /**
   * Makes the downloaded mirror in `nextMirrorFile` this station's, a little at every call; true when it is. Its rows
   * stand at `place`.
   */
  prepareMirror(place: FeedState): boolean;
  /**
   * Takes the prepared mirror in the place of the one in use, which nobody else may have open now. False when that
   * cannot be done; then the old one goes on.
   */
  adoptMirror(): boolean;
  /** Lets a mirror go that was not adopted. */
  abandonMirror(): void;
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
    // Damage that was found and is not in the journal is in the mirror.
    const hurt = suspected && aside === null;
    const { store, notices } = openOver(folder, journalDb, journalOver(journalDb, station), hurt);
    const damage = aside === null ? [] : [reason('LT-3113', { path: aside })];
    return { store, notices: [...damage, ...notices] };
  } catch (error) {
    journalDb.close();
    throw error;
  }
}

function openOver(folder: string, journalDb: Sqlite, journal: Journal, hurt: boolean): OpenedStore {
  const marker = join(folder, openMarker);
  const suspect = join(folder, suspectMarker);
  const doubt = { doubtful: existsSync(marker) || existsSync(suspect), hurt };
  const openSide = (check: typeof doubt): { readonly opened: MirrorSide; readonly replaced: boolean } => {
    const { mirrorDb, replaced } = openMirrorDb(join(folder, mirrorFile), check);
    const opened = mirrorSideOver(mirrorDb);
    opened.feed.adopt({ incarnation: journal.incarnation, forked: journal.isForked() });
    if (replaced) opened.feed.clear(journal.ack().seq);
    return { opened, replaced };
  };
  const { opened, replaced } = openSide(doubt);
  let side = opened;
  writeFileSync(marker, '');
  rmSync(suspect, { force: true });
  const damage = journal.damage();
  // Their entries will be other facts'.
  if (damage) side.acts.forgetAfter(damage.entries);
  let overlayStale = false;
  let next: NextMirror | null = null;
  const rebuildOverlay = (): void =>
    side.mirrorDb.transaction(() => side.overlay.rebuild(journal.factsAfter(side.feed.state().includes)))();
  const followJournal = (): void => {
    if (side.feed.incarnation() === journal.incarnation) return;
    side.mirrorDb.transaction(() => {
      side.feed.adopt({ incarnation: journal.incarnation, forked: true });
      rebuildOverlay();
    })();
  };
  const store: Store = {
    journalDb,
    journal,
    slips: slipsOver(journalDb),
    tagTasks: tagTasksOver(journalDb),
    session: deskSessionOver(journalDb),
    get mirrorDb() {
      return side.mirrorDb;
    },
    get lookup() {
      return side.lookup;
    },
    get feed() {
      return side.feed;
    },
    get rows() {
      return side.rows;
    },
    get settings() {
      return side.settings;
    },
    get views() {
      return side.views;
    },
    get acts() {
      return side.acts;
    },
    get deskMode() {
      return side.deskMode;
    },
    get overlay() {
      return side.overlay;
    },
    rebuildOverlay,
    settleOverlay: () =>
      side.mirrorDb.transaction(() => side.overlay.settle(side.feed.state().includes, journal.factAtSeq))(),
    showAct: (facts) => {
      const [first] = facts;
      const last = facts.at(-1);
      if (!first || !last) return;
      const { rows, overlay, acts, mirrorDb } = side;
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
        return { ...ref, row: side.rows.get(ref.entity, ref.id) } as RowRef;
      }),
    prepareMirror: (place) => {
      next ??= nextMirror(join(folder, nextMirrorFile), place, journal);
      return next.step();
    },
    adoptMirror: () => {
      const ready = next;
      next = null;
      if (!ready?.complete(side.mirrorDb)) return false;
      side.mirrorDb.close();
      const adopted = replaceMirror(join(folder, nextMirrorFile), join(folder, mirrorFile));
      const reopened = openSide({ doubtful: false, hurt: false });
      side = reopened.opened;
      if (!adopted && !reopened.replaced) return false;
      overlayStale = false;
      if (reopened.replaced || !ready.isOf(journal.incarnation)) rebuildOverlay();
      return adopted;
    },
    abandonMirror: () => {
      next?.abandon();
      next = null;
    },
    close: () => {
      next?.abandon();
      side.mirrorDb.close();
      journalDb.close();
      rmSync(marker, { force: true });
    },
  };
  try {
    rebuildOverlay();
  } catch (error) {
    side.mirrorDb.close();
    throw error;
  }
  return { store, notices: replaced ? [reason('LT-3104')] : [] };
}
