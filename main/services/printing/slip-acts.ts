import type { Instant } from '../../../domain/facts/fact.ts';
import type { SlipState, SlipSummary } from '../../../contract/workstation/station.ts';
import type { SlipRecord } from '../../store/slips.ts';
import type { Store } from '../../store/store.ts';
import type { DeskContext } from '../desk-context.ts';
import type { SlipContent } from './slip-content.ts';
import { slipContent } from './slip-content.ts';
import type { SessionFact } from './slip-facts.ts';
import {
  isEmptied,
  isOwnSlipFact,
  isSessionFact,
  ownSlipKind,
  readerOf,
  sessionKind,
  standingFacts,
} from './slip-facts.ts';
import type { SlipContext } from './slip-head.ts';

/** A slip with everything that is printed on it. */
export interface Slip extends SlipRecord {
  /** Null when everything on it was taken back: there is nothing to print. */
  readonly content: SlipContent | null;
}

/** What a desk session gives to be printed. */
export interface SessionEnd {
  readonly patron: string | null;
  readonly entries: readonly number[];
  readonly print: boolean;
}

/** Queues the slip of a session that has ended; null when nothing was done in it. */
export function queueSlip({ store, clock }: DeskContext, session: SessionEnd): string | null {
  const { patron, print } = session;
  const listed = standingFacts(store, session.entries).flatMap(({ entry, fact }) =>
    isSessionFact(fact) ? [{ entry, fact }] : [],
  );
  if (listed.length === 0) return null;
  const state: SlipState = print ? 'waiting' : 'dismissed';
  const kind = sessionKind(listed.map(({ fact }) => fact));
  const entries = listed.map(({ entry }) => entry);
  return store.slips.add({ kind, state, at: clock.now(), patron, entries, interrupted: false });
}

/**
 * Queues the slip that the fact at this entry has of its own (hold, transit, payment); null when it has none. Never
 * throws: the act is durable and is done. A slip that could not be written is made at the next start.
 */
export function queueActSlip({ store, clock }: DeskContext, entry: number): string | null {
  try {
    const fact = store.journal.factAt(entry);
    if (!fact || !isOwnSlipFact(fact)) return null;
    const rest = { state: 'waiting', at: clock.now(), entries: [entry], interrupted: false } as const;
    return store.slips.add({ kind: ownSlipKind(fact), patron: readerOf(fact), ...rest });
  } catch {
    return null;
  }
}

/**
 * Dismisses the slips that wait and have nothing left on them, now that these facts were taken back. Never throws, for
 * the same reason; a slip left waiting is found empty when its turn comes.
 */
export function dismissSlipsOf({ store }: DeskContext, factIds: readonly string[]): void {
  try {
    for (const slip of store.slips.pending()) {
      const names = slip.entries.some((entry) => factIds.includes(store.journal.factAt(entry)?.id ?? ''));
      if (names && isEmptied(store, slip)) store.slips.setState(slip.id, 'dismissed', null);
    }
  } catch {
    // See above.
  }
}

interface FoundSession {
  readonly patron: string | null;
  readonly at: Instant;
  readonly entries: number[];
  readonly facts: SessionFact[];
}

/**
 * After a start: what waited may be out already, and acts whose session never ended have no slip. Both are
 * offered to a person, one slip per reader in the order things happened, and one for each act that has its own.
 */
export function recoverSlips({ store }: DeskContext): void {
  store.journalDb.transaction(() => {
    store.slips.interrupt();
    const sessions: FoundSession[] = [];
    const offer = { state: 'waiting', interrupted: true } as const;
    for (const { entry, fact } of standingFacts(
      store,
      // A fact that a fork took over is on the slip of its first entry, or was offered one there.
      store.slips.takeUncovered(store.journal.headEntry()).filter((entry) => !store.journal.isCopy(entry)),
    )) {
      if (isOwnSlipFact(fact)) {
        const patron = readerOf(fact);
        store.slips.add({ ...offer, kind: ownSlipKind(fact), at: fact.at, patron, entries: [entry] });
      } else if (isSessionFact(fact)) {
        const patron = readerOf(fact);
        const last = sessions.at(-1);
        const session = last?.patron === patron ? last : { patron, at: fact.at, entries: [], facts: [] };
        if (session !== last) sessions.push(session);
        session.entries.push(entry);
        session.facts.push(fact);
      }
    }
    for (const { patron, at, entries, facts } of sessions)
      store.slips.add({ ...offer, kind: sessionKind(facts), at, patron, entries });
  })();
}

export function slipSummary(store: Store, slip: SlipRecord): SlipSummary {
  const { id, kind, state, createdAt, problem, interrupted, entries } = slip;
  const patronName = slip.patron === null ? null : (store.rows.get('patron', slip.patron)?.name ?? null);
  const [first] = entries;
  const payment =
    kind === 'payment' && first !== undefined ? (store.journal.factAt(first)?.id ?? null) : null;
  return { id, kind, state, createdAt, problem, interrupted, patronName, acts: entries.length, payment };
}

/** A slip and what it says, looked up now. */
export function wholeSlip(context: SlipContext, id: string): Slip | null {
  const slip = context.store.slips.get(id);
  return slip && { ...slip, content: slipContent(context, slip) };
}
