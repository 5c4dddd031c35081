import type { GateItem } from '../../contract/devices/drivers.ts';
import type { PushLine } from '../../contract/sync/protocol.ts';
import { pushLimits } from '../../contract/sync/protocol.ts';
import type { DeskMode, DeskRow } from '../../contract/workstation/desk.ts';
import type {
  ContactAmendment,
  PaperReading,
  PatronContact,
  Registration,
} from '../../contract/workstation/patrons.ts';
import type { SlipState, SlipSummary, UnwrittenTag } from '../../contract/workstation/station.ts';
import type { Command } from '../../domain/commands.ts';
import type { TagSecurity } from '../../domain/circulation/tag-security.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { ScanAnswer, ScanRequest } from '../services/circulation/act.ts';
import type { ActAnswer, RowContent } from '../services/circulation/row-content.ts';
import { gateAlarm } from '../services/devices/gate-alarm.ts';
import { actOnScan } from '../services/circulation/act.ts';
import { resolveCode } from '../services/circulation/resolve-code.ts';
import { recentRows } from '../services/circulation/recent-rows.ts';
import { perform } from '../services/circulation/perform.ts';
import { undo } from '../services/circulation/undo.ts';
import type { DeskContext } from '../services/desk-context.ts';
import { factContext } from '../services/desk-context.ts';
import type { ContactAmended } from '../services/patrons/amend-contact.ts';
import { amendContact } from '../services/patrons/amend-contact.ts';
import { withOldCard } from '../services/patrons/old-card.ts';
import { openContact } from '../services/patrons/open-contact.ts';
import type { LibraryKey } from '../services/patrons/library-key.ts';
import { readPaper } from '../services/patrons/read-paper.ts';
import type { Registered } from '../services/patrons/register.ts';
import { register } from '../services/patrons/register.ts';
import { purgeHistory } from '../store/mirror/history.ts';
import type { RememberedPatron } from '../store/desk-session.ts';
import type { Ack, ForkPoint, JournalHead, PastLines, Unsent } from '../store/journal/journal.ts';
import type { FeedRow, FeedState } from '../store/mirror/feed.ts';
import type { TagTaskRecord } from '../store/tag-tasks.ts';
import type { SessionEnd, Slip } from '../services/printing/slip-acts.ts';
import { queueSlip, slipSummary, wholeSlip } from '../services/printing/slip-acts.ts';

/** Where this station stands with the province. */
interface SyncPosition {
  readonly station: string;
  readonly incarnation: string;
  readonly head: JournalHead;
  readonly ack: Ack;
  readonly feed: FeedState;
  readonly unsent: Unsent;
}

/** Everything that writes. One call is one uninterrupted piece of work in the writer's thread. */
export interface WriterVerbs {
  scan(request: ScanRequest): ScanAnswer;
  act(command: Command): ActAnswer;
  /** Takes an act back; the newest one when null. */
  undo(act: string | null): ActAnswer;
  register(form: Registration): Registered;
  readPaper(text: string): PaperReading;
  /** The sealed data of a reader; null when there are none or this station's key does not open them. */
  contact(patron: string, whole: boolean): PatronContact | null;
  amendContact(amendment: ContactAmendment): ContactAmended;
  deskMode(): DeskMode;
  setDeskMode(mode: DeskMode): void;
  recentRows(): readonly DeskRow[];

  /** Queues the slip of a session that has ended; null when nothing was done in it. */
  queueSlip(session: SessionEnd): string | null;
  slips(): readonly SlipSummary[];
  slip(id: string): Slip | null;
  waitingSlips(): readonly string[];
  /** Remembers that some of a slip may be on paper: its next print is marked as a reprint. */
  markBegun(id: string): void;
  setSlipState(id: string, state: SlipState, problem: OutcomeCode | null): void;

  syncPosition(): SyncPosition;
  /** The oldest lines the province has not confirmed: at most `facts`, and never more than one push may hold. */
  nextPush(facts: number): readonly PushLine[];
  acknowledge(ack: Ack): void;
  /** The same for journals that forks have left: what the province held of them and has not confirmed since. */
  nextPastPush(facts: number): PastLines | null;
  acknowledgePast(incarnation: string, acked: number): void;
  /**
   * This journal is a copy: goes on as another incarnation with the facts the province has not confirmed, or with
   * all of them when what it confirmed was in a life (`epoch`) that is over.
   */
  forkJournal(epoch: string): void;
  /** The journal of an earlier incarnation is not ours at the province: takes its facts into a new one. */
  adoptPast(incarnation: string, epoch: string): void;
  journalHashAt(seq: number): string | null;
  /** Applies a page of the feed and moves the cursor in the same transaction. */
  applyPage(rows: readonly FeedRow[], state: FeedState): void;
  /** Forgets everything that came from the province, so that it is fetched again; the journal stays. */
  clearMirror(): void;
  /** The steps of taking a downloaded mirror into use (`Store`). Nobody else may have the old one open at the last. */
  prepareMirror(place: FeedState): boolean;
  adoptMirror(): boolean;
  abandonMirror(): void;
  setClockOffset(milliseconds: number): void;

  /** The codes of the RFID tags in front of this desk, from now on. */
  setTagField(codes: readonly string[]): void;
  /** Remembers which code stands on a tag. */
  rememberTag(address: string, code: string): void;
  /** The row that says what a gate alarms for. */
  gateAlarm(item: GateItem): RowContent;
  /** True when this code is a copy and scanning it without a reader would take it back. */
  isCopy(text: string): boolean;
  failTag(item: string, wanted: TagSecurity, problem: OutcomeCode): void;
  tagDone(item: string, wanted: TagSecurity): void;
  dropTag(item: string): void;
  tagTask(item: string): TagTaskRecord | null;
  failedTags(): readonly UnwrittenTag[];

  /** Remembers over a restart whose session is open at the desk; null when none is. */
  rememberPatron(patron: string | null): void;
  rememberedPatron(): RememberedPatron | null;
  close(): void;
}

export function writerVerbs(context: DeskContext, key: LibraryKey): WriterVerbs {
  const { store, clock } = context;
  const { journal, slips, session, tagTasks } = store;
  const pushSize = (facts: number) => ({ ...pushLimits, facts: Math.min(facts, pushLimits.facts) });
  const fork = (point: Omit<ForkPoint, 'library'>): void => {
    store.journalDb.transaction(() =>
      journal.fork({ ...point, library: context.library }, factContext(context, null)),
    )();
    // Should the program stop here, or the disk be full, it is done before the mirror is used again.
    store.followJournal();
  };
  const feedNow = (): FeedState => {
    const { feed } = store;
    const state = feed.state();
    return feed.incarnation() === journal.incarnation ? state : { ...state, includes: 0 };
  };
  return {
    scan: (request) => actOnScan(context, key, request),
    act: (command) => perform(context, withOldCard(context, key, command)),
    undo: (act) => undo(context, act),
    register: (form) => register(context, key, form),
    readPaper: (text) =>
      readPaper(text, clock.today(), (number) => store.lookup.patronByAlias(key.alias('citizen-id', number))),
    contact: (patron, whole) => openContact(context, key, patron, whole),
    amendContact: (amendment) => amendContact(context, key, amendment),
    deskMode: () => store.deskMode.get(),
    setDeskMode: (mode) => store.deskMode.set(mode),
    recentRows: () => recentRows(store),

    queueSlip: (session) => queueSlip(context, session),
    slips: () => slips.list().map((slip) => slipSummary(store, slip)),
    slip: (id) => wholeSlip(context, id),
    waitingSlips: () => slips.waiting(),
    markBegun: (id) => slips.markBegun(id),
    setSlipState: (id, state, problem) => slips.setState(id, state, problem),

    syncPosition: () => ({
      station: journal.station,
      incarnation: journal.incarnation,
      head: journal.head(),
      ack: journal.ack(),
      feed: feedNow(),
      unsent: journal.unsent(),
    }),
    nextPush: (facts) => journal.linesAfter(journal.ack().seq, pushSize(facts)),
    acknowledge: (ack) => journal.setAck(ack),
    nextPastPush: (facts) => journal.pastLines(pushSize(facts)),
    acknowledgePast: (incarnation, acked) => journal.setPastAck(incarnation, acked),
    forkJournal: (epoch) => {
      store.followJournal();
      const ack = journal.ack();
      const isOfThisLife = ack.epoch === epoch;
      // What the rows do not hold yet comes along: its effects must not vanish from the desk meanwhile.
      const after = isOfThisLife ? Math.min(ack.seq, store.feed.state().includes) : 0;
      fork({ after, adopt: null, epoch });
    },
    adoptPast: (incarnation, epoch) => {
      store.followJournal();
      fork({ after: journal.ack().seq, adopt: incarnation, epoch });
    },
    journalHashAt: (seq) => journal.hashAt(seq),
    applyPage: (rows, state) => {
      store.followJournal();
      const { feed } = store;
      const { includes } = feed.state();
      store.mirrorDb.transaction(() => {
        for (const row of rows) {
          if (!row.known) feed.park(row);
          else if (row.row === null) store.overlay.receiveGone(row.entity, row.id);
          else store.overlay.receive(row.row);
        }
        feed.setState(state);
        // It is lowered only when the journal turns out to be a copy: facts that had left the overlay come back.
        if (state.includes < includes) store.rebuildOverlay();
        else store.settleOverlay();
        purgeHistory(store.mirrorDb, clock.today());
      })();
    },
    clearMirror: () => {
      store.mirrorDb.transaction(() => {
        store.feed.clear(journal.ack().seq);
        store.rebuildOverlay();
      })();
    },
    prepareMirror: (place) => store.prepareMirror(place),
    adoptMirror: () => store.adoptMirror(),
    abandonMirror: () => store.abandonMirror(),
    setClockOffset: (milliseconds) => clock.setOffset(milliseconds),

    setTagField: (codes) => tagTasks.setField(codes),
    rememberTag: (address, code) => tagTasks.remember(address, code),
    gateAlarm: (item) => gateAlarm(context, item),
    isCopy: (text) => resolveCode(store.lookup, context.library, text).kind === 'item',
    failTag: (item, wanted, problem) => tagTasks.fail(item, wanted, problem),
    tagDone: (item, wanted) => tagTasks.done(item, wanted),
    dropTag: (item) => tagTasks.drop(item),
    tagTask: (item) => tagTasks.get(item),
    failedTags: () =>
      tagTasks.failed().map(({ item, barcode, wanted, problem, since }) => ({
        item,
        barcode,
        title: store.lookup.itemSummary(item)?.title ?? '',
        wanted,
        problem,
        since,
      })),

    rememberPatron: (patron) => {
      if (patron === null) session.forget();
      else session.remember(patron, clock.now());
    },
    rememberedPatron: () => session.remembered(),
    close: () => store.close(),
  };
}
