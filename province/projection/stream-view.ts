import type { Transaction } from 'kysely';
import { expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { storedFact } from '../sync/read-fact.ts';
import type { HeldRow } from './held-rows.ts';

/** What the tables say of some streams. */
export interface StreamView {
  readonly facts: readonly PlacedFact[];
  readonly published: readonly HeldRow[];
  readonly projected: readonly HeldRow[];
  readonly exceptions: readonly { readonly id: string; readonly stream: Stream | null }[];
}

interface StoredText {
  readonly bytes: string;
  readonly effective_at: string;
}

/** The columns of a statement that reads a view of `streams`: `viewOf` makes the view of its answer. */
export function streamColumns(streams: readonly Stream[]) {
  const eb = expressionBuilder<ProvinceSchema>();
  const named = eb.fn.any(eb.val(streams));
  const ofStreams = eb.selectFrom('fact_stream').select('fact_id').where('stream', '=', named);
  return [
    jsonArrayFrom(eb.selectFrom('fact').select(['bytes', 'effective_at']).where('id', 'in', ofStreams)).as(
      'facts',
    ),
    jsonArrayFrom(
      eb.selectFrom('published').select(['entity', 'id', 'stream', 'row']).where('stream', '=', named),
    ).as('published'),
    jsonArrayFrom(
      eb.selectFrom('projection').select(['entity', 'id', 'stream', 'row']).where('stream', '=', named),
    ).as('projected'),
    jsonArrayFrom(eb.selectFrom('exception').select(['id', 'stream']).where('stream', '=', named)).as(
      'exceptions',
    ),
  ] as const;
}

export function viewOf(
  read: Omit<StreamView, 'facts'> & { readonly facts: readonly StoredText[] },
): StreamView {
  const { published, projected, exceptions } = read;
  const facts = read.facts.map(({ bytes, effective_at }) => ({
    fact: storedFact(bytes),
    effective: Date.parse(effective_at),
  }));
  return { facts, published, projected, exceptions };
}

/** Reads a view in one round trip. The feed must be locked: what is read must not grow before the commit. */
export async function readStreams(
  trx: Transaction<ProvinceSchema>,
  streams: readonly Stream[],
): Promise<StreamView> {
  return viewOf(await trx.selectFrom('feed_head').select(streamColumns(streams)).executeTakeFirstOrThrow());
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
