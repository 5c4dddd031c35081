import type { RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { FoldPoint } from '../../domain/facts/fold-point.ts';
import { foldVersion } from '../../domain/facts/fold-point.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import { streamId, streamKind } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { storedFact } from '../sync/read-fact.ts';
import type { HeldRow } from './held-rows.ts';
import type { StoredPoint } from './stream-points.ts';
import { readPoint } from './stream-points.ts';

/** What the tables say of some streams. */
export interface StreamView {
  readonly facts: readonly PlacedFact[];
  readonly published: readonly HeldRow[];
  readonly projected: readonly HeldRow[];
  readonly exceptions: readonly StandingException[];
  /** Of the copies whose streams these are, those that are catalogued; null before any library was published. */
  readonly catalogued: readonly string[] | null;
  /** Of streams of which only what lies behind this point is here. */
  readonly points: ReadonlyMap<Stream, FoldPoint>;
  /** Streams that have a point of no use here: all of them is here. */
  readonly outdated: readonly Stream[];
}

interface StandingException {
  readonly id: string;
  readonly stream: Stream | null;
}

interface StoredText {
  readonly bytes: string;
  readonly effective_at: string;
}

/**
 * The columns of a statement that reads a view of `streams`: `viewOf` makes the view of its answer. Where a stream has a
 * point and is not to be read `whole`, these are the facts behind the point, the loans that began there and all other
 * rows.
 */
export function streamColumns(streams: readonly Stream[], whole: readonly Stream[]) {
  const named = sql`unnest(${streams}::text[]) as named(stream)
    left join lateral (
      select stream, effective_at from stream_point
      where stream = named.stream and version = ${foldVersion} and not named.stream = any(${whole}::text[])
      offset 0
    ) as point on true`;
  const behind = sql`select fact_id from fact_stream
    where stream = named.stream and effective_at >= coalesce(point.effective_at, '-infinity'::timestamptz) offset 0`;
  const began = sql`select fact_id from fact_stream
    where point.stream is not null and stream = named.stream and effective_at >= point.effective_at offset 0`;
  const row = sql`select entity, id, stream, row from projection`;
  return [
    sql<readonly StoredText[]>`(
      select coalesce(json_agg(text), '[]') from (
        select bytes, effective_at from fact where id in (
          select fact_id from ${named} cross join lateral (${behind}) as found
        )
      ) as text
    )`.as('facts'),
    rowsOf<HeldRow>(streams, sql`select entity, id, stream, row from published`).as('published'),
    sql<readonly HeldRow[]>`(
      select coalesce(json_agg(found), '[]') from ${named} cross join lateral (
        (${row} where point.stream is null and stream = named.stream)
        union all
        (${row} where point.stream is not null and stream = named.stream and entity <> 'loan')
        union all
        (select loan.* from (${began}) as began cross join lateral (
          ${row} where entity = 'loan' and id = began.fact_id offset 0
        ) as loan)
      ) as found
    )`.as('projected'),
    rowsOf<StandingException>(streams, sql`select id, stream from exception`).as('exceptions'),
    rowsOf<StoredPoint>(streams, sql`select stream, version, point from stream_point`).as('points'),
    sql<readonly string[] | null>`(
      select coalesce(json_agg(item.id), '[]')
      from unnest(${copiesOf(streams)}::text[]) as named(id)
      cross join lateral (
        select id from published where entity = 'item' and id = named.id offset 0
      ) as item
      having exists (select from published where entity = 'library')
    )`.as('catalogued'),
  ] as const;
}

function copiesOf(streams: readonly Stream[]): readonly string[] {
  return streams.filter((stream) => streamKind(stream) === 'item').map(streamId);
}

function rowsOf<T>(streams: readonly Stream[], select: RawBuilder<unknown>): RawBuilder<readonly T[]> {
  return sql`(select coalesce(json_agg(found), '[]') from ${eachOf(streams, select)})`;
}

/**
 * Looks up one stream after the other. Told to find any of a list, PostgreSQL guesses that the list covers much of a
 * table it has no statistics of, and reads all of it; the embedded database never gathers any.
 */
function eachOf(streams: readonly Stream[], select: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`unnest(${streams}::text[]) as named(stream)
    cross join lateral (${select} where stream = named.stream offset 0) as found`;
}

interface ReadColumns extends Pick<StreamView, 'published' | 'projected' | 'exceptions' | 'catalogued'> {
  readonly facts: readonly StoredText[];
  readonly points: readonly StoredPoint[];
}

export function viewOf(read: ReadColumns, whole: readonly Stream[]): StreamView {
  const { published, projected, exceptions, catalogued } = read;
  const all = new Set(whole);
  const points = new Map<Stream, FoldPoint>();
  const outdated: Stream[] = [];
  for (const stored of read.points) {
    const point = all.has(stored.stream) ? null : readPoint(stored);
    if (point) points.set(stored.stream, point);
    else outdated.push(stored.stream);
  }
  const facts = read.facts.map(({ bytes, effective_at }) => ({
    fact: storedFact(bytes),
    effective: Date.parse(effective_at),
  }));
  return { facts, published, projected, exceptions, catalogued, points, outdated };
}

/** Reads a view of whole streams in one round trip. The feed must be locked: what is read must not grow before the commit. */
export async function readStreams(
  trx: Transaction<ProvinceSchema>,
  streams: readonly Stream[],
): Promise<StreamView> {
  const read = trx.selectFrom('feed_head').select(streamColumns(streams, streams));
  return viewOf(await read.executeTakeFirstOrThrow(), streams);
}

/**
 * The view with the rows that catalogue facts name but other streams hold: the record of a copy that was lent
 * before it was catalogued may have been moved to another title since. Asks only when there are such facts.
 */
export async function withNamedRows(
  trx: Transaction<ProvinceSchema>,
  view: StreamView,
  fresh: readonly PlacedFact['fact'][],
): Promise<StreamView> {
  const named = [...view.facts.map(({ fact }) => fact), ...fresh].flatMap((fact) =>
    fact.kind === 'item.fast-added' ? [fact.body] : [],
  );
  if (named.length === 0) return view;
  const items = named.map(({ item }) => item.id);
  const biblios = named.map(({ biblio }) => biblio.id);
  const rowsNamed = async (table: 'published' | 'projection'): Promise<readonly HeldRow[]> =>
    trx
      .selectFrom(table)
      .select(['entity', 'id', 'stream', 'row'])
      .where((eb) =>
        eb.or([
          eb('entity', '=', 'item').and('id', '=', eb.fn.any(eb.val(items))),
          eb('entity', '=', 'biblio').and('id', '=', eb.fn.any(eb.val(biblios))),
        ]),
      )
      .execute();
  return {
    ...view,
    published: [...view.published, ...(await rowsNamed('published'))],
    projected: [...view.projected, ...(await rowsNamed('projection'))],
  };
}
