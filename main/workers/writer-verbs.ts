import type { PushLine } from '../../contract/sync/protocol.ts';
import { pushLimits } from '../../contract/sync/protocol.ts';
import type { DeskRow } from '../../contract/workstation/desk.ts';
import type { SlipState, SlipSummary } from '../../contract/workstation/station.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { ScanAnswer, ScanRequest } from '../services/circulation/act.ts';
import type { ActAnswer } from '../services/circulation/row-content.ts';
import { actOnScan } from '../services/circulation/act.ts';
import { recentRows } from '../services/circulation/recent-rows.ts';
import { renew } from '../services/circulation/renew.ts';
import type { DeskContext } from '../services/desk-context.ts';
import type { RememberedPatron } from '../store/desk-session.ts';
import type { Ack, JournalHead, Unsent } from '../store/journal/journal.ts';
import type { FeedRow, FeedState } from '../store/mirror/feed.ts';
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
  renew(loan: string): ActAnswer;
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
  journalHashAt(seq: number): string | null;
  /** Applies a page of the feed and moves the cursor in the same transaction. */
  applyPage(rows: readonly FeedRow[], state: FeedState): void;
  /** Forgets everything that came from the province, so that it is fetched again; the journal stays. */
  clearMirror(): void;
  setClockOffset(milliseconds: number): void;

  /** Remembers over a restart whose session is open at the desk; null when none is. */
  rememberPatron(patron: string | null): void;
  rememberedPatron(): RememberedPatron | null;
  close(): void;
}

export function writerVerbs(context: DeskContext): WriterVerbs {
  const { store, clock } = context;
  const { journal, slips, session, feed } = store;
  return {
    scan: (request) => actOnScan(context, request),
    renew: (loan) => renew(context, loan),
    recentRows: () => recentRows(store),

    queueSlip: (session) => queueSlip(context, session),
    slips: () => slips.list().map((slip) => slipSummary(store, slip)),
    slip: (id) => wholeSlip(store, id),
    waitingSlips: () => slips.waiting(),
    markBegun: (id) => slips.markBegun(id),
    setSlipState: (id, state, problem) => slips.setState(id, state, problem),

    syncPosition: () => ({
      station: journal.station,
      incarnation: journal.incarnation,
      head: journal.head(),
      ack: journal.ack(),
      feed: feed.state(),
      unsent: journal.unsent(),
    }),
    nextPush: (facts) =>
      journal.linesAfter(journal.ack().seq, { ...pushLimits, facts: Math.min(facts, pushLimits.facts) }),
    acknowledge: (ack) => journal.setAck(ack),
    journalHashAt: (seq) => journal.hashAt(seq),
    applyPage: (rows, state) => {
      const { includes } = feed.state();
      store.mirrorDb.transaction(() => {
        for (const row of rows) {
          if (row.known) store.writeRow(row.row);
          else feed.park(row);
        }
        feed.setState(state);
        // It is lowered only when the journal turns out to be a copy: facts that had left the overlay come back.
        if (state.includes < includes) store.rebuildOverlay();
        else store.settleOverlay(rows.flatMap(itemsOfLoan));
      })();
    },
    clearMirror: () => {
      store.mirrorDb.transaction(() => {
        feed.clear(journal.ack().seq);
        store.rebuildOverlay();
      })();
    },
    setClockOffset: (milliseconds) => clock.setOffset(milliseconds),

    rememberPatron: (patron) => {
      if (patron === null) session.forget();
      else session.remember(patron, clock.now());
    },
    rememberedPatron: () => session.remembered(),
    close: () => store.close(),
  };
}

function itemsOfLoan(row: FeedRow): readonly string[] {
  return row.known && row.row.entity === 'loan' ? [row.row.row.item] : [];
}
