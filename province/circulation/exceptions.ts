import type { Insertable } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';

type ExceptionColumns = Insertable<ProvinceSchema['exception']>;

/** An exception about one copy. The last of `facts` is the one that brought the disagreement. */
interface ItemException {
  readonly rule: string;
  readonly item: string;
  readonly facts: readonly string[];
}

/** An exception about a fact itself, whatever copy it may speak of, found at one place of a journal. */
export interface FactException {
  readonly rule: 'unreadable-fact' | 'fact-id-reused';
  readonly fact: string;
  readonly place: string;
}

/**
 * The table's row of an exception. Its id is made of what it says, so the same facts always give the same ids, in
 * whatever order they came. `occurredAt` is the effective time of its last fact.
 */
export function itemExceptionColumns(
  { rule, item, facts }: ItemException,
  occurredAt: number,
): ExceptionColumns {
  const id = [rule, ...facts].join('/');
  return { id, rule, item, facts, occurred_at: new Date(occurredAt).toISOString() };
}

/** The same for an exception about a fact. These stay: no other fact can make them untrue. */
export function factExceptionColumns(
  { rule, fact, place }: FactException,
  occurredAt: number,
): ExceptionColumns {
  const id = [rule, fact, place].join('/');
  return { id, rule, item: null, facts: [fact], occurred_at: new Date(occurredAt).toISOString() };
}
