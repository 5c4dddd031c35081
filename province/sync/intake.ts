import type { Insertable } from 'kysely';
import type { Loan } from '../../domain/circulation/loan.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import { factExceptionColumns } from '../circulation/exceptions.ts';
import { refold } from '../circulation/refold.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { fitsJsonb, toStorable } from '../database/storable.ts';
import { effectiveTime } from './effective-time.ts';
import type { IntakeView, KnownFact } from './intake-view.ts';
import type { Journal, Placement } from './journal.ts';
import { placeFacts } from './journal.ts';
import type { PushedFact } from './push-lines.ts';
import { sameHappening } from './same-happening.ts';

/** What a push does to the province. */
export interface Intake extends Pick<Placement, 'acked' | 'conflict'> {
  readonly facts: readonly Insertable<ProvinceSchema['fact']>[];
  readonly entries: readonly Omit<Insertable<ProvinceSchema['journal_entry']>, 'pos'>[];
  readonly loans: readonly Loan[];
  readonly opened: readonly Insertable<ProvinceSchema['exception']>[];
  readonly settled: readonly string[];
}

/** Decides what becomes of a push (architecture §2.4). `received` is the server's clock in ms. Pure. */
export function takeIn(
  view: IntakeView,
  journal: Journal,
  pushed: readonly PushedFact[],
  received: number,
): Intake {
  const { fresh, acked, conflict } = placeFacts(view.head, view.hashes, pushed);
  const placed = placeInTime(view, journal, fresh, received);
  const readable = placed.facts.flatMap(({ pushed: { fact }, effective }): PlacedFact[] =>
    fact ? [{ fact, effective }] : [],
  );
  const { loans, opened, settled } = refold([...view.facts, ...readable], view);
  return {
    acked,
    conflict,
    facts: placed.facts.map(factColumns),
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
    loans,
    opened: [...opened, ...placed.exceptions],
    settled,
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
  readonly exceptions: readonly Insertable<ProvinceSchema['exception']>[];
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
  const exceptions: Insertable<ProvinceSchema['exception']>[] = [];
  let previous = view.lastEffective;
  for (const pushed of fresh) {
    const { id, at, clock, seq } = pushed.envelope;
    const place = `${station}/${inc}/${seq}`;
    const earlier = known.get(id);
    const effective = earlier?.effective ?? effectiveTime(at, clock.offset, previous, received);
    previous = Math.max(previous, effective);
    if (earlier) {
      repeated.add(seq);
      if (!sameHappening(earlier.bytes, pushed.bytes))
        exceptions.push(factExceptionColumns({ rule: 'fact-id-reused', fact: id, place }, effective));
      continue;
    }
    known.set(id, { bytes: pushed.bytes, effective });
    facts.push({ pushed, effective });
    if (!pushed.fact)
      exceptions.push(factExceptionColumns({ rule: 'unreadable-fact', fact: id, place }, effective));
  }
  return { facts, repeated, exceptions };
}

function factColumns({ pushed, effective }: NewFact): Insertable<ProvinceSchema['fact']> {
  const { envelope, fact, bytes } = pushed;
  return {
    id: envelope.id,
    kind: toStorable(envelope.kind),
    kv: envelope.kv,
    station: envelope.station,
    inc: envelope.inc,
    seq: envelope.seq,
    item: fact?.body.item ?? null,
    effective_at: new Date(effective).toISOString(),
    body: fitsJsonb(envelope.body) ? envelope.body : null,
    bytes,
  };
}
