import type { Transaction } from 'kysely';
import type { CirculationException } from '../../domain/circulation/fold.ts';
import type { ProvinceSchema } from '../database/schema.ts';

export interface PlacedException extends CirculationException {
  /** Ms since the Unix epoch. */
  readonly occurredAt: number;
}

/** An exception about a fact itself, whatever copy it may speak of. */
export interface FactException {
  readonly rule: 'unreadable-fact' | 'fact-id-reused';
  readonly fact: string;
  /** Tells two exceptions of one rule about one fact apart. */
  readonly place: string;
  readonly occurredAt: number;
}

/**
 * Replaces the exceptions of `items`. Ids are made of what the exception says, so the same facts always give the
 * same ids, in whatever order they came.
 */
export async function recordItemExceptions(
  trx: Transaction<ProvinceSchema>,
  items: readonly string[],
  exceptions: readonly PlacedException[],
): Promise<void> {
  await trx.deleteFrom('exception').where('item', 'in', items).execute();
  if (exceptions.length === 0) return;
  await trx
    .insertInto('exception')
    .values(
      exceptions.map(({ rule, item, facts, occurredAt }) => ({
        id: [rule, ...facts].join('/'),
        rule,
        item,
        facts: JSON.stringify(facts),
        occurred_at: new Date(occurredAt).toISOString(),
      })),
    )
    .execute();
}

/** Adds exceptions about single facts. They stay: what they say cannot become untrue by another fact. */
export async function recordFactExceptions(
  trx: Transaction<ProvinceSchema>,
  exceptions: readonly FactException[],
): Promise<void> {
  if (exceptions.length === 0) return;
  await trx
    .insertInto('exception')
    .values(
      exceptions.map(({ rule, fact, place, occurredAt }) => ({
        id: [rule, fact, place].join('/'),
        rule,
        item: null,
        facts: JSON.stringify([fact]),
        occurred_at: new Date(occurredAt).toISOString(),
      })),
    )
    .execute();
}
