import type { Insertable } from 'kysely';
import type { PointSpacing } from '../../domain/facts/fold-point.ts';
import type { Fact, PlacedFact } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { fitsJsonb, toStorable } from '../database/storable.ts';
import type { FactException } from '../projection/exceptions.ts';
import { factStreamColumns } from '../projection/fact-streams.ts';
import type { Refold } from '../projection/refold.ts';
import { refold } from '../projection/refold.ts';
import { effectiveTime, isSuspect } from './effective-time.ts';
import type { IntakeView, JournalView, KnownFact, Push } from './intake-view.ts';
import type { Journal, Placement } from './journal.ts';
import { placeFacts } from './journal.ts';
import type { PushedFact } from './push-lines.ts';
import { sameHappening } from './same-happening.ts';

/** What becomes of one of the pushes. */
interface JournalIntake extends Pick<Placement, 'acked' | 'taken' | 'conflict'> {
  /** Facts that are new in the journal. */
  readonly added: number;
  /** Facts that are new here and that this version can read. */
  readonly readable: readonly Fact[];
}

/** An exception about a fact, and the library of the station that brought it. */
export interface Doubt {
  readonly exception: FactException;
  readonly library: string | null;
}

/** What pushes do to the province. */
export interface Intake extends Refold {
  /** In the order of the pushes. */
  readonly journals: readonly JournalIntake[];
  readonly facts: readonly Insertable<ProvinceSchema['fact']>[];
  /** Of those, the ones that this version can read, in time. */
  readonly readable: readonly PlacedFact[];
  readonly factStreams: readonly Insertable<ProvinceSchema['fact_stream']>[];
  /** About the facts themselves; some may be known already. */
  readonly doubts: readonly Doubt[];
  readonly entries: readonly Omit<Insertable<ProvinceSchema['journal_entry']>, 'pos'>[];
}

/**
 * Decides what becomes of pushes of different stations, one after the other (architecture §2.4); the streams they touch
 * are folded once, after the last. `received` is the server's clock in ms. Where streams are `reachingBack`, nothing of
 * the answer counts. Pure.
 */
export function takeIn(
  view: IntakeView,
  pushes: readonly Push[],
  received: number,
  spacing: PointSpacing,
): Intake {
  const known = new Map(view.known);
  const placed = pushes.flatMap((push, place) => {
    const journal = view.journals[place];
    return journal ? [placeJournal(journal, push, known, received)] : [];
  });
  const facts = placed.flatMap((journal) => journal.facts);
  const readable = facts.flatMap(placedFact);
  const factStreams = readable.flatMap(factStreamColumns);
  const folded = refold(
    factStreams.map(({ stream }) => stream),
    view.streams,
    readable,
    spacing,
  );
  return {
    ...folded,
    journals: placed.map(({ placement: { acked, taken, conflict, fresh }, facts }) => ({
      acked,
      taken,
      conflict,
      added: fresh.length,
      readable: facts.flatMap(placedFact).map(({ fact }) => fact),
    })),
    facts: facts.map(factColumns),
    readable,
    factStreams,
    entries: placed.flatMap((journal) => entriesOf(journal, received)),
    doubts: placed.flatMap((journal) => journal.doubts),
  };
}

interface NewFact {
  readonly pushed: PushedFact;
  readonly effective: number;
}

interface PlacedJournal {
  readonly journal: Journal;
  readonly placement: Placement;
  readonly facts: readonly NewFact[];
  /** Sequences whose fact the province has from elsewhere: after a fork the same facts come again. */
  readonly repeated: ReadonlySet<number>;
  readonly doubts: readonly Doubt[];
}

/** Places the facts of one push in their journal and in time, and adds the new ones to those that are `known`. */
function placeJournal(
  { head, hashes, lastEffective, library }: JournalView,
  { journal, facts: pushed }: Push,
  known: Map<string, KnownFact>,
  received: number,
): PlacedJournal {
  const placement = placeFacts(head, hashes, pushed);
  const facts: NewFact[] = [];
  const repeated = new Set<number>();
  const doubts: Doubt[] = [];
  const doubt = (exception: FactException): void => void doubts.push({ exception, library });
  let previous = lastEffective;
  for (const pushed of placement.fresh) {
    const { envelope } = pushed;
    const { id, at, clock, seq } = envelope;
    const place = `${journal.station}/${journal.inc}/${seq}`;
    const earlier = known.get(id);
    const effective = earlier?.effective ?? effectiveTime(at, clock.offset, previous, received);
    previous = Math.max(previous, effective);
    if (earlier) {
      repeated.add(seq);
      if (!sameHappening(earlier.bytes, pushed.bytes))
        doubt({ rule: 'fact-id-reused', envelope, about: place, occurredAt: effective });
      continue;
    }
    known.set(id, { bytes: pushed.bytes, effective });
    facts.push({ pushed, effective });
    if (!pushed.fact) doubt({ rule: 'unreadable-fact', envelope, about: place, occurredAt: effective });
    if (isSuspect(at, clock.offset, effective))
      doubt({
        rule: 'clock-suspect',
        envelope,
        about: `${journal.station}/${journal.inc}/${clock.boot}`,
        occurredAt: effective,
      });
  }
  return { journal, placement, facts, repeated, doubts };
}

function placedFact({ pushed: { fact }, effective }: NewFact): readonly PlacedFact[] {
  return fact ? [{ fact, effective }] : [];
}

function entriesOf({ journal, placement, repeated }: PlacedJournal, received: number): Intake['entries'] {
  return placement.fresh.map(({ envelope, hash, prev, bytes }) => ({
    station: journal.station,
    inc: journal.inc,
    seq: envelope.seq,
    hash,
    prev,
    fact_id: envelope.id,
    received_at: new Date(received).toISOString(),
    bytes: repeated.has(envelope.seq) ? bytes : null,
  }));
}

function factColumns({ pushed, effective }: NewFact): Insertable<ProvinceSchema['fact']> {
  const { envelope, bytes } = pushed;
  return {
    id: envelope.id,
    kind: toStorable(envelope.kind),
    kv: envelope.kv,
    station: envelope.station,
    inc: envelope.inc,
    seq: envelope.seq,
    effective_at: new Date(effective).toISOString(),
    body: fitsJsonb(envelope.body) ? envelope.body : null,
    bytes,
  };
}
