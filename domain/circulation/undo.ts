import type { RowRef } from '../catalogue/rows.ts';
import type { Fact, FactDraft, FactKind } from '../facts/fact.ts';
import { judgedIn, streamsOf } from '../facts/streams.ts';
import { reason } from '../outcome.ts';
import type { Decision } from './decision.ts';
import { done, notice, refuse } from './decision.ts';

/** An act of this desk: its facts, and the rows it changed as they were before and after it. */
export interface Act {
  readonly facts: readonly Fact[];
  readonly before: readonly RowRef[];
  readonly after: readonly RowRef[];
}

/** Money is never taken back by forgetting it, and settings are saved anew. */
const notUndone: ReadonlySet<FactKind> = new Set<FactKind>([
  'payment.taken',
  'payment.settled',
  'drawer.opened',
  'drawer.closed',
  'policy.saved',
  'calendar.saved',
  'template.saved',
  'act.undone',
  'station.forked',
  'journal.damaged',
]);

/** True when acts of these kinds can be taken back at all. */
export function isUndoable(facts: readonly Pick<Fact, 'kind'>[]): boolean {
  return !facts.some(({ kind }) => notUndone.has(kind));
}

/** What is known of an act at the moment at which somebody wants to take it back. */
interface SinceAct {
  /** The rows it changed, as they are now. */
  readonly now: readonly RowRef[];
  /** Facts of this desk after those of the act. */
  readonly later: readonly Fact[];
}

/**
 * Takes an act back as a new fact. Only while nothing else has happened to what it touched or made: then everything
 * is as before the act, nobody else's hold included.
 */
export function decideUndo(act: Act, { now, later }: SinceAct, note: string): Decision {
  if (act.facts.length === 0) return refuse(reason('LT-1901'));
  if (!isUndoable(act.facts)) return refuse(reason('LT-1903'));
  if (!isSame(act.after, now) || isBuiltOn(act, later)) return refuse(reason('LT-1902'));
  const undone: FactDraft = {
    kind: 'act.undone',
    body: {
      facts: act.facts.map(({ id }) => id),
      streams: [...new Set(act.facts.flatMap((fact) => [...streamsOf(fact), ...judgedIn(fact)]))],
      restores: act.before,
      note,
    },
  };
  return done([undone], { findings: [notice(reason('LT-1904'))] });
}

/**
 * True when a later fact, not undone itself, is about what the act touched or about what it made. Rows alone do not
 * say so: a reader's row stays as it is when he borrows, and a charge may have come back to the same amount.
 */
function isBuiltOn({ facts }: Act, later: readonly Fact[]): boolean {
  const undone = new Set(later.flatMap((fact) => (fact.kind === 'act.undone' ? fact.body.facts : [])));
  const touched = new Set(facts.flatMap(streamsOf));
  const made = facts.flatMap(madeBy).map((id) => JSON.stringify(id));
  return later
    .filter(({ kind, id }) => kind !== 'act.undone' && !undone.has(id))
    .some((fact) => {
      const body = made.length > 0 ? JSON.stringify(fact.body) : '';
      return streamsOf(fact).some((stream) => touched.has(stream)) || made.some((id) => body.includes(id));
    });
}

/** Ids that other facts may name without touching a stream of this one. */
function madeBy(fact: Fact): readonly string[] {
  switch (fact.kind) {
    case 'patron.registered':
      return [fact.body.patron.id];
    case 'item.fast-added':
      return [fact.body.item.id, fact.body.biblio.id];
    default:
      return [];
  }
}

/** Rows are plain data written by one program, so the same row is the same text. */
function isSame(after: readonly RowRef[], now: readonly RowRef[]): boolean {
  const text = ({ entity, id, row }: RowRef): string => `${entity}/${id}/${canonical(row)}`;
  const there = new Set(now.map(text));
  return after.length === now.length && after.every((ref) => there.has(text(ref)));
}

/** Keys in one order: rows that came by the feed and rows folded here are written by different hands. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
