import type { Insertable } from 'kysely';
import type { Disagreement, Exception, MissingFacts } from '../../domain/exceptions/exception.ts';
import { exceptionId } from '../../domain/exceptions/exception.ts';
import { sideOf } from '../../domain/exceptions/exception-rows.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import { streamOf } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { toStorable } from '../database/storable.ts';
import type { FactEnvelope } from '../sync/read-fact.ts';
import { sha256Hex } from '../sync/sha256.ts';

export type ExceptionColumns = Insertable<ProvinceSchema['exception']>;

/** Rules of which one fact stands for many of a kind. */
const oneForMany: ReadonlySet<string> = new Set(['clock-suspect', 'policy-superseded', 'journal-damaged']);

/** An exception about a fact itself, whatever stream it may belong to. It stays until a person says otherwise. */
export interface FactException {
  readonly rule:
    | 'unreadable-fact'
    | 'fact-id-reused'
    | 'clock-suspect'
    | 'policy-superseded'
    | 'over-limit'
    | 'journal-damaged';
  readonly envelope: Pick<FactEnvelope, 'id' | 'kind' | 'at' | 'station' | 'desk' | 'actor'>;
  /** What is said in it, where that was understood. */
  readonly body?: object;
  /** What there is only one exception of: a place in a journal, a run of a program whose clock is wrong, an old policy. */
  readonly about: string;
  readonly occurredAt: number;
  /** Facts that are missing beside it. */
  readonly missing?: readonly MissingFacts[];
}

/** Letters of a hash that stands for a name: ids of rows have at most 128 letters. */
const nameLetters = 24;

/**
 * The table's row of an exception in the history of a stream. Its id is made of what it says, so the same facts
 * always give the same ids, in whatever order they came. `occurredAt` is the effective time of its last fact.
 */
export function streamExceptionColumns(
  stream: Stream,
  disagreement: Disagreement,
  occurredAt: number,
): ExceptionColumns {
  const { rule, item, facts } = disagreement;
  return {
    id: exceptionId(disagreement),
    rule,
    stream,
    item,
    facts,
    occurred_at: new Date(occurredAt).toISOString(),
  };
}

/** The same for an exception about a fact. */
export function factExceptionColumns(exception: FactException): ExceptionColumns {
  const { rule, envelope, occurredAt } = exception;
  const occurred_at = new Date(occurredAt).toISOString();
  return {
    id: factExceptionId(exception),
    rule,
    stream: null,
    item: null,
    facts: [envelope.id],
    occurred_at,
  };
}

/** What stations are told of it, before anybody has said anything about it. */
export function factExceptionRow(exception: FactException, library: string | null): Exception {
  const { rule, envelope, body, occurredAt, missing } = exception;
  const id = factExceptionId(exception);
  const labels = {
    kind: toStorable(envelope.kind),
    desk: toStorable(envelope.desk),
    actor: toStorable(envelope.actor),
    // What is in it may be anything where nobody has understood it.
    body: body ?? {},
  };
  const side = sideOf({ ...envelope, ...labels }, occurredAt);
  return {
    id,
    rule,
    stream: streamOf('exception', id),
    libraries: library === null ? [] : [library],
    item: side.item,
    patron: side.patron,
    openedAt: new Date(occurredAt).toISOString(),
    sides: [{ ...side, library }],
    ...(missing ? { missing } : {}),
    resolved: null,
  };
}

function factExceptionId({ rule, envelope, about }: FactException): string {
  const named = sha256Hex(about).slice(0, nameLetters);
  return oneForMany.has(rule) ? `${rule}/${named}` : `${rule}/${envelope.id}/${named}`;
}
