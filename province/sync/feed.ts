import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RowRef } from '../../domain/catalogue/rows.ts';
import type { Part } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';

/** Oldest protocol that understands the rows this version writes. */
const rowProtocol = 1;

export interface FeedState {
  readonly epoch: string;
  readonly head: number;
}

/** The epoch in force and the position of the last committed row. */
export async function readFeed(db: Kysely<ProvinceSchema>): Promise<FeedState> {
  return db
    .selectFrom('feed_head')
    .select((eb) => [
      'pos as head',
      eb
        .selectFrom('epoch')
        .select('id')
        .orderBy('number', 'desc')
        .limit(1)
        .$asScalar()
        .$notNull()
        .as('epoch'),
    ])
    .executeTakeFirstOrThrow();
}

/**
 * Takes the feed for this transaction and returns its head. Until the commit nobody else may take in facts or
 * hand out positions: that is what keeps the feed without holes and each stream folded from all its facts.
 */
export async function lockFeed(trx: Transaction<ProvinceSchema>): Promise<number> {
  const { pos } = await trx.selectFrom('feed_head').select('pos').forUpdate().executeTakeFirstOrThrow();
  return pos;
}

/** The statements that give `changes` the positions after `head` and move the head. The feed must be locked. */
export function announce(head: number, changes: readonly RowRef[]): readonly Part[] {
  if (changes.length === 0) return [];
  return [
    sql`
      insert into change (pos, entity, entity_id, row, min_protocol)
      select ${head}::bigint + ordinality, value->>'entity', value->>'id', value->'row', ${rowProtocol}::int
      from jsonb_array_elements(${JSON.stringify(changes)}::jsonb) with ordinality`,
    sql`update feed_head set pos = ${head + changes.length}::bigint`,
  ];
}

export interface FeedRow {
  readonly pos: number;
  readonly entity: string;
  readonly id: string;
  /** The row as JSON text; `null` when it is gone. */
  readonly text: string;
}

/** Rows after `cursor` up to `to`, at most `limit`, in feed order. */
export async function readChanges(
  db: Kysely<ProvinceSchema>,
  cursor: number,
  to: number,
  limit: number,
): Promise<readonly FeedRow[]> {
  return db
    .selectFrom('change')
    .select(['pos', 'entity', 'entity_id as id', sql<string>`row::text`.as('text')])
    .where('pos', '>', cursor)
    .where('pos', '<=', to)
    .orderBy('pos')
    .limit(limit)
    .execute();
}
