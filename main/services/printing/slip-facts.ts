import type { Fact } from '../../../domain/facts/fact.ts';
import type { SlipKind } from '../../../domain/printing/template.ts';
import type { SlipRecord } from '../../store/slips.ts';
import type { Store } from '../../store/store.ts';

/** Facts that a session's slip lists: what was lent, renewed and taken back. */
export type SessionFact = Extract<Fact, { kind: 'loan.checked-out' | 'loan.returned' | 'loan.renewed' }>;

/** Facts that have a slip of their own, each its kind. */
const ownKinds = { 'hold.trapped': 'hold', 'transit.sent': 'transit', 'payment.taken': 'payment' } as const;
export type OwnSlipFact = Extract<Fact, { kind: keyof typeof ownKinds }>;

export interface SlipEntry<F extends Fact = Fact> {
  readonly entry: number;
  readonly fact: F;
}

/**
 * Whether a fact is listed on the slip of its session. A copy that nobody had was put on the desk: a slip that says
 * "returned" would certify what did not happen. Charges come with the return they follow, so no slip names them.
 */
export function isSessionFact(fact: Fact): fact is SessionFact {
  if (fact.kind === 'loan.returned') return fact.body.loan !== null;
  return fact.kind === 'loan.checked-out' || fact.kind === 'loan.renewed';
}

export function isOwnSlipFact(fact: Fact): fact is OwnSlipFact {
  return Object.hasOwn(ownKinds, fact.kind);
}

export function ownSlipKind({ kind }: OwnSlipFact): SlipKind {
  return ownKinds[kind];
}

/** The reader a slip of this fact names, or null. */
export function readerOf(fact: SessionFact | OwnSlipFact): string | null {
  return fact.kind === 'loan.returned' || fact.kind === 'transit.sent' ? null : fact.body.patron;
}

/** A session that only took things back gives a return slip. */
export function sessionKind(facts: readonly SessionFact[]): 'loan' | 'return' {
  return facts.some(({ kind }) => kind !== 'loan.returned') ? 'loan' : 'return';
}

/** The facts of entries that still stand, in their order: what was taken back belongs on no slip. */
export function standingFacts({ journal, slips }: Store, entries: readonly number[]): readonly SlipEntry[] {
  if (entries.length === 0) return [];
  const undone = slips.undoneAfter(entries.reduce((first, entry) => Math.min(first, entry)));
  return entries.flatMap((entry) => {
    const fact = journal.factAt(entry);
    return fact && !undone.has(fact.id) ? [{ entry, fact }] : [];
  });
}

/** True when everything on a slip was taken back. */
export function isEmptied(store: Store, slip: SlipRecord): boolean {
  return standingFacts(store, slip.entries).length === 0;
}
