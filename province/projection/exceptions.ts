import type { Insertable } from 'kysely';
import type { CirculationException } from '../../domain/circulation/item-history.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';

export type ExceptionColumns = Insertable<ProvinceSchema['exception']>;

/** An exception about a fact itself, whatever stream it may belong to, found at one place of a journal. */
export interface FactException {
  readonly rule: 'unreadable-fact' | 'fact-id-reused';
  readonly fact: string;
  readonly place: string;
}

/**
 * The table's row of an exception in the history of a copy. Its id is made of what it says, so the same facts
 * always give the same ids, in whatever order they came. `occurredAt` is the effective time of its last fact.
 */
export function streamExceptionColumns(
  stream: Stream,
  { rule, item, facts }: CirculationException,
  occurredAt: number,
): ExceptionColumns {
  const id = [rule, ...facts].join('/');
  return { id, rule, stream, item, facts, occurred_at: new Date(occurredAt).toISOString() };
}

/** The same for an exception about a fact. These stay: no other fact can make them untrue. */
export function factExceptionColumns(
  { rule, fact, place }: FactException,
  occurredAt: number,
): ExceptionColumns {
  const id = [rule, fact, place].join('/');
  const occurred_at = new Date(occurredAt).toISOString();
  return { id, rule, stream: null, item: null, facts: [fact], occurred_at };
}
