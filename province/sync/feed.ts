import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';

export interface FeedState {
  readonly epoch: string;
  readonly head: number;
  /** Up to here only the newest line of each row is kept. */
  readonly compactedTo: number;
  /** Protocol that understands every row. */
  readonly minReader: number;
}

/** The epoch in force and the position of the last committed row. */
export async function readFeed(db: Kysely<ProvinceSchema>): Promise<FeedState> {
  return db
    .selectFrom('feed_head')
    .select((eb) => [
      'pos as head',
      'compacted_to as compactedTo',
      'min_reader as minReader',
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

export interface FeedLine {
  readonly pos: number;
  readonly entity: string;
  readonly id: string;
  /** The row as JSON text, `null` when it is gone; null itself when it is no business of the library's. */
  readonly text: string | null;
  /** Oldest protocol whose stations understand the row. */
  readonly protocol: number;
}

/** Where a page of the feed begins and how far it may go. */
export interface FeedRange {
  readonly cursor: number;
  readonly to: number;
  readonly limit: number;
  /** Below it each row has one line: what came before the cursor is not known there any more. */
  readonly compactedTo: number;
}

/**
 * Lines after `cursor` up to `to`, at most `limit`, in feed order, as the stations of a library may read them. A row
 * that left the library's sight is gone for it, where an earlier line may have brought it before the cursor.
 */
export async function readChanges(
  db: Kysely<ProvinceSchema>,
  library: string,
  { cursor, to, limit, compactedTo }: FeedRange,
): Promise<readonly FeedLine[]> {
  const mayHave =
    cursor === 0
      ? sql`false`
      : sql`pos <= ${compactedTo} or exists (
    select 1 from change as earlier where earlier.entity = change.entity
      and earlier.entity_id = change.entity_id and earlier.pos <= ${cursor})`;
  return db
    .selectFrom('change')
    .select([
      'pos',
      'entity',
      'entity_id as id',
      'min_protocol as protocol',
      sql<string | null>`case
        when full_for is null or ${library} = any(full_for) then row::text
        when reduced is not null then reduced::text
        when ${mayHave} then 'null' end`.as('text'),
    ])
    .where('pos', '>', cursor)
    .where('pos', '<=', to)
    .orderBy('pos')
    .limit(limit)
    .execute();
}
