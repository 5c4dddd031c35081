import type { Insertable } from 'kysely';
import type { Fact, PlacedFact } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { fitsJsonb, toStorable } from '../database/storable.ts';
import type { FactException } from '../projection/exceptions.ts';
import { keptStreams } from '../projection/fact-streams.ts';
import type { Refold } from '../projection/refold.ts';
import { refold } from '../projection/refold.ts';
import { effectiveTime, isSuspect } from './effective-time.ts';
import type { IntakeView, KnownFact } from './intake-view.ts';
import type { Journal, Placement } from './journal.ts';
import { placeFacts } from './journal.ts';
import type { PushedFact } from './push-lines.ts';
import { sameHappening } from './same-happening.ts';

/** What a push does to the province. */
export interface Intake extends Pick<Placement, 'acked' | 'taken' | 'conflict'>, Refold {
  /** Facts that are new here and that this version can read. */
  readonly readable: readonly Fact[];
  readonly facts: readonly Insertable<ProvinceSchema['fact']>[];
  readonly factStreams: readonly Insertable<ProvinceSchema['fact_stream']>[];
  /** About the facts themselves; some may be known already. */
  readonly doubts: readonly FactException[];
  readonly entries: readonly Omit<Insertable<ProvinceSchema['journal_entry']>, 'pos'>[];
}

/** Decides what becomes of a push (architecture §2.4). `received` is the server's clock in ms. Pure. */
export function takeIn(
  view: IntakeView,
  journal: Journal,
  pushed: readonly PushedFact[],
  received: number,
): Intake {
  const { fresh, acked, taken, conflict } = placeFacts(view.head, view.hashes, pushed);
  const placed = placeInTime(view, journal, fresh, received);
  const readable = placed.facts.flatMap(({ pushed: { fact }, effective }): PlacedFact[] =>
    fact ? [{ fact, effective }] : [],
  );
  const factStreams = readable.flatMap(({ fact }) =>
    keptStreams(fact).map((stream) => ({ stream, fact_id: fact.id })),
  );
  const folded = refold(
    factStreams.map(({ stream }) => stream),
    { ...view.streams, facts: [...view.streams.facts, ...readable] },
  );
  return {
    ...folded,
    acked,
    taken,
    conflict,
    readable: readable.map(({ fact }) => fact),
    facts: placed.facts.map(factColumns),
    factStreams,
    entries: fresh.map(({ envelope, hash, prev, bytes }) => ({
      station: journal.station,
      inc: journal.inc,
      seq: envelope.seq,
      hash,
      prev,
      fact_id: envelope.id,
      received_at: new Date(received).toISOString(),
      bytes: placed.repeated.has(envelope.seq) ? bytes : null,
    })),
    doubts: placed.doubts,
  };
}

interface NewFact {
  readonly pushed: PushedFact;
  readonly effective: number;
}

interface PlacedInTime {
  readonly facts: readonly NewFact[];
  /** Sequences whose fact the province has from elsewhere: after a fork the same facts come again. */
  readonly repeated: ReadonlySet<number>;
  readonly doubts: readonly FactException[];
}

function placeInTime(
  view: IntakeView,
  { station, inc }: Journal,
  fresh: readonly PushedFact[],
  received: number,
): PlacedInTime {
  const known = new Map<string, KnownFact>(view.known);
  const facts: NewFact[] = [];
  const repeated = new Set<number>();
  const doubts: FactException[] = [];
  let previous = view.lastEffective;
  for (const pushed of fresh) {
    const { envelope } = pushed;
    const { id, at, clock, seq } = envelope;
    const place = `${station}/${inc}/${seq}`;
    const earlier = known.get(id);
    const effective = earlier?.effective ?? effectiveTime(at, clock.offset, previous, received);
    previous = Math.max(previous, effective);
    if (earlier) {
      repeated.add(seq);
      if (!sameHappening(earlier.bytes, pushed.bytes))
        doubts.push({ rule: 'fact-id-reused', envelope, about: place, occurredAt: effective });
      continue;
    }
    known.set(id, { bytes: pushed.bytes, effective });
    facts.push({ pushed, effective });
    if (!pushed.fact) doubts.push({ rule: 'unreadable-fact', envelope, about: place, occurredAt: effective });
    if (isSuspect(at, clock.offset, effective))
      doubts.push({
        rule: 'clock-suspect',
        envelope,
        about: `${station}/${inc}/${clock.boot}`,
        occurredAt: effective,
      });
  }
  return { facts, repeated, doubts };
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
