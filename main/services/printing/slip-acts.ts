import type { CivilDate, Fact, Instant } from '../../../domain/facts/fact.ts';
import type { SlipState, SlipSummary } from '../../../contract/workstation/station.ts';
import type { DeskContext } from '../desk-context.ts';
import type { SlipRecord } from '../../store/slips.ts';
import type { Store } from '../../store/store.ts';

/** One act as a slip shows it. */
export interface SlipAct {
  readonly act: 'checkout' | 'return' | 'renewal';
  readonly at: Instant;
  /** Empty when the catalogue is not here; the accession number then stands alone. */
  readonly title: string;
  readonly barcode: string;
  readonly due: CivilDate | null;
}

/** A slip with everything that is printed on it. */
export interface Slip extends SlipRecord {
  readonly patronName: string | null;
  readonly patronCard: string | null;
  readonly content: readonly SlipAct[];
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
  const entries = session.entries.filter((entry) => isOnSlip(store.journal.factAt(entry)));
  if (entries.length === 0) return null;
  const state: SlipState = print ? 'waiting' : 'dismissed';
  const kind = patron === null ? 'return' : 'loan';
  return store.slips.add({ kind, state, at: clock.now(), patron, entries, interrupted: false });
}

/**
 * After a start: what waited may be out already, and acts whose session never ended have no slip. Both are
 * offered to a person, one slip per reader in the order things happened.
 */
export function recoverSlips({ store }: DeskContext): void {
  store.journalDb.transaction(() => {
    store.slips.interrupt();
    const sessions: { patron: string | null; at: Instant; entries: number[] }[] = [];
    for (const entry of store.slips.takeUncovered(store.journal.headEntry())) {
      const fact = store.journal.factAt(entry);
      if (!fact || !isOnSlip(fact)) continue;
      const patron = patronOf(fact);
      const last = sessions.at(-1);
      if (last && last.patron === patron) last.entries.push(entry);
      else sessions.push({ patron, at: fact.at, entries: [entry] });
    }
    for (const { patron, at, entries } of sessions) {
      const kind = patron === null ? 'return' : 'loan';
      store.slips.add({ kind, state: 'waiting', at, patron, entries, interrupted: true });
    }
  })();
}

export function slipSummary(store: Store, slip: SlipRecord): SlipSummary {
  const { id, kind, state, createdAt, problem, interrupted, entries } = slip;
  const patronName = slip.patron === null ? null : (store.lookup.patron(slip.patron)?.name ?? null);
  return { id, kind, state, createdAt, problem, interrupted, patronName, acts: entries.length };
}

/** Looks up what a slip says. */
export function wholeSlip(store: Store, id: string): Slip | null {
  const slip = store.slips.get(id);
  if (!slip) return null;
  const patron = slip.patron === null ? null : store.lookup.patron(slip.patron);
  const facts = slip.entries.map((entry) => store.journal.factAt(entry)).filter((fact) => fact !== null);
  return {
    ...slip,
    patronName: patron?.name ?? null,
    patronCard: patron?.card ?? null,
    content: facts.map((fact) => slipAct(store, fact)),
  };
}

function slipAct({ lookup }: Store, fact: Fact): SlipAct {
  const item = lookup.itemSummary(fact.body.item);
  const title = item?.title ?? '';
  switch (fact.kind) {
    case 'loan.checked-out':
      return { act: 'checkout', at: fact.at, title, barcode: fact.body.barcode, due: fact.body.due };
    case 'loan.returned':
      return { act: 'return', at: fact.at, title, barcode: fact.body.barcode, due: null };
    case 'loan.renewed':
      return { act: 'renewal', at: fact.at, title, barcode: item?.barcode ?? '', due: fact.body.due };
  }
}

/** A copy that nobody had was put on the desk; a slip that says "returned" would certify what did not happen. */
function isOnSlip(fact: Fact | null): boolean {
  return fact !== null && (fact.kind !== 'loan.returned' || fact.body.loan !== null);
}

function patronOf(fact: Fact): string | null {
  return fact.kind === 'loan.returned' ? null : fact.body.patron;
}
