import { isDeepStrictEqual } from 'node:util';
import type { Insertable } from 'kysely';
import type { EntityRow, RowRef } from '../../domain/catalogue/rows.ts';
import type { Catalogued } from '../../domain/facts/catalogued.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import { comparePlaced } from '../../domain/facts/fact.ts';
import type { FoldPoint, PointSpacing } from '../../domain/facts/fold-point.ts';
import { foldOnward, nextPoint, usualSpacing } from '../../domain/facts/fold-point.ts';
import type { FoldedStream } from '../../domain/facts/fold-stream.ts';
import { foldStream } from '../../domain/facts/fold-stream.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { ExceptionColumns } from './exceptions.ts';
import { streamExceptionColumns } from './exceptions.ts';
import { keptStreams } from './fact-streams.ts';
import type { HeldRow } from './held-rows.ts';
import { entityRow, presentRow, rowKey } from './held-rows.ts';
import type { StreamView } from './stream-view.ts';

/** What has to change in the tables and be told to stations. */
export interface Refold {
  /** Rows that are other than before; null where one is gone. */
  readonly changes: readonly RowRef[];
  /** Every projected row of the streams, changed or not, by its key. */
  readonly standing: ReadonlyMap<string, RowRef>;
  readonly projected: readonly Insertable<ProvinceSchema['projection']>[];
  /** Projected rows that are none any more. */
  readonly dropped: readonly Pick<HeldRow, 'entity' | 'id'>[];
  readonly opened: readonly ExceptionColumns[];
  /** Ids of exceptions that are none any more. */
  readonly settled: readonly string[];
  /** New points of streams. */
  readonly points: readonly (readonly [Stream, FoldPoint])[];
  /** Streams whose point counts no more, and that have no new one. */
  readonly pointless: readonly Stream[];
  /** Streams that cannot be folded from their point: all of them has to be read, and nothing here counts until then. */
  readonly reachingBack: readonly Stream[];
}

/** A view that names no catalogued copies has every published row; one without points, every fact. */
type RefoldView = Pick<StreamView, 'facts' | 'published' | 'projected' | 'exceptions'> &
  Partial<Pick<StreamView, 'catalogued' | 'points' | 'outdated'>>;

interface Folded {
  readonly stream: Stream;
  /** Behind the point that they were folded from, where there is one. */
  readonly facts: readonly PlacedFact[];
  readonly from: FoldPoint | null;
  readonly result: FoldedStream;
  readonly next: FoldPoint | null;
}

/** A row that the projection has to hold. */
interface Wanted {
  readonly stream: Stream;
  readonly row: EntityRow;
}

/** What is held now, by row key. */
interface Held {
  readonly published: ReadonlyMap<string, EntityRow>;
  readonly projected: ReadonlyMap<string, HeldRow>;
}

/**
 * Folds streams anew from their facts, those of `view` and those that arrive, and compares with what is held. A
 * published row is projected only where its facts made something else of it. Pure.
 */
export function refold(
  streams: Iterable<Stream>,
  view: RefoldView,
  arriving: readonly PlacedFact[] = [],
  spacing: PointSpacing = usualSpacing,
): Refold {
  const touched = new Set(streams);
  const { folded, reachingBack } = foldAll(touched, view, arriving, spacing);
  const held: Held = {
    published: new Map(view.published.flatMap(keyedRow)),
    projected: new Map(view.projected.filter(inView(folded)).map((row) => [rowKey(row), row])),
  };
  const wanted = wantedRows(folded, touched, held);
  return {
    ...rowChanges(wanted, touched, held),
    ...exceptionChanges(folded, touched, view),
    ...pointChanges(folded, view),
    reachingBack,
  };
}

/** Loans from before a point were read where they share a moment with it; they stand as they are. */
function inView(folded: readonly Folded[]): (row: HeldRow) => boolean {
  const began = new Map(
    folded.flatMap(({ stream, from, facts }) =>
      from ? [[stream, new Set(facts.map(({ fact }) => fact.id))] as const] : [],
    ),
  );
  return ({ entity, id, stream }) => entity !== 'loan' || (began.get(stream ?? '')?.has(id) ?? true);
}

function pointChanges(
  folded: readonly Folded[],
  { outdated = [] }: RefoldView,
): Pick<Refold, 'points' | 'pointless'> {
  const points = folded.flatMap(({ stream, next }) => (next ? [[stream, next] as const] : []));
  const set = new Set(points.map(([stream]) => stream));
  return { points, pointless: outdated.filter((stream) => !set.has(stream)) };
}

function cataloguedOf({ published, catalogued }: RefoldView): Catalogued {
  const ofEntity = (entity: string): readonly string[] =>
    published.flatMap((row) => (row.entity === entity ? [row.id] : []));
  const items = new Set(catalogued ?? ofEntity('item'));
  const begun = catalogued === undefined ? ofEntity('library').length > 0 : catalogued !== null;
  return { begun, item: (id) => items.has(id) };
}

/** In the order of their names: where two streams make the same row, the same one gives it whatever came first. */
function foldAll(
  touched: ReadonlySet<Stream>,
  view: RefoldView,
  arriving: readonly PlacedFact[],
  spacing: PointSpacing,
): { readonly folded: readonly Folded[]; readonly reachingBack: readonly Stream[] } {
  const held = factsByStream(view.facts);
  const fresh = factsByStream(arriving);
  const ofStreams = Map.groupBy(view.published, ({ stream }) => stream);
  const catalogued = cataloguedOf(view);
  const folded: Folded[] = [];
  const reachingBack: Stream[] = [];
  for (const stream of [...touched].sort()) {
    const from = view.points?.get(stream) ?? null;
    const before = held.get(stream) ?? [];
    // Facts that share a moment with the point are read with those behind it; others came with another stream.
    const behind = from ? before.filter((placed) => comparePlaced(placed, from.after) > 0) : before;
    const facts = [...behind, ...(fresh.get(stream) ?? [])];
    const base = baseOf(stream, facts, view.published, ofStreams);
    const result = from
      ? foldOnward(stream, from, facts, catalogued)
      : foldStream(stream, base, facts, catalogued);
    if (!result) {
      reachingBack.push(stream);
      continue;
    }
    const next = nextPoint({ stream, base, from, facts, catalogued, spacing });
    folded.push({ stream, facts, from, result, next });
  }
  return { folded, reachingBack };
}

function wantedRows(
  folded: readonly Folded[],
  touched: ReadonlySet<Stream>,
  { published, projected }: Held,
): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { stream, result } of folded)
    for (const row of result.rows) {
      const key = rowKey({ entity: row.entity, id: row.row.id });
      const holder = projected.get(key)?.stream ?? stream;
      const givenByOther = wanted.has(key) || (!touched.has(holder) && holder < stream);
      if (!givenByOther && !isDeepStrictEqual(published.get(key)?.row, row.row))
        wanted.set(key, { stream, row });
    }
  return wanted;
}

function rowChanges(
  wanted: ReadonlyMap<string, Wanted>,
  touched: ReadonlySet<Stream>,
  { published, projected }: Held,
): Pick<Refold, 'changes' | 'standing' | 'projected' | 'dropped'> {
  const gone = [...projected].filter(
    ([key, { stream }]) => stream !== null && touched.has(stream) && !wanted.has(key),
  );
  const other = [...wanted].filter(([key, { row }]) => !isDeepStrictEqual(projected.get(key)?.row, row.row));
  const moved = [...wanted].filter(([key, { stream }]) => projected.get(key)?.stream !== stream);
  return {
    changes: [
      ...gone.map(([key, row]) => asPublished(published.get(key), row)),
      ...other.map(([, { row }]) => presentRow(row)),
    ],
    standing: new Map([...wanted].map(([key, { row }]) => [key, presentRow(row)])),
    projected: [...new Map([...other, ...moved]).values()].map(({ stream, row: { entity, row } }) => ({
      entity,
      id: row.id,
      stream,
      row,
    })),
    dropped: gone.map(([, { entity, id }]) => ({ entity, id })),
  };
}

function exceptionChanges(
  folded: readonly Folded[],
  touched: ReadonlySet<Stream>,
  { exceptions }: RefoldView,
): Pick<Refold, 'opened' | 'settled'> {
  const standing = folded.flatMap(exceptionsOf);
  const ids = new Set(standing.map(({ id }) => id));
  const known = new Set(exceptions.map(({ id }) => id));
  return {
    opened: standing.filter(({ id }) => !known.has(id)),
    settled: exceptions
      .filter(({ id, stream }) => stream !== null && touched.has(stream) && !ids.has(id))
      .map(({ id }) => id),
  };
}

function factsByStream(facts: readonly PlacedFact[]): ReadonlyMap<Stream, readonly PlacedFact[]> {
  const streams = new Map<Stream, PlacedFact[]>();
  for (const placed of facts)
    for (const stream of keptStreams(placed.fact)) {
      const ofStream = streams.get(stream);
      if (ofStream) ofStream.push(placed);
      else streams.set(stream, [placed]);
    }
  return streams;
}

/**
 * Published rows of the stream, and those its facts name wherever they are: what is catalogued stands. Only for such
 * facts is every published row looked at: a push has hundreds of streams.
 */
function baseOf(
  stream: Stream,
  facts: readonly PlacedFact[],
  published: readonly HeldRow[],
  ofStreams: ReadonlyMap<Stream | null, readonly HeldRow[]>,
): readonly EntityRow[] {
  const named = new Set(
    facts.flatMap(({ fact }) =>
      fact.kind === 'item.fast-added'
        ? [
            rowKey({ entity: 'item', id: fact.body.item.id }),
            rowKey({ entity: 'biblio', id: fact.body.biblio.id }),
          ]
        : [],
    ),
  );
  const base =
    named.size === 0
      ? (ofStreams.get(stream) ?? [])
      : published.filter((row) => row.stream === stream || named.has(rowKey(row)));
  return [...new Map(base.flatMap(keyedRow)).values()];
}

function keyedRow(held: HeldRow): readonly (readonly [string, EntityRow])[] {
  const row = entityRow(held);
  return row ? [[rowKey(held), row]] : [];
}

/** What stations hold when nothing is projected any more. */
function asPublished(published: EntityRow | undefined, { entity, id }: HeldRow): RowRef {
  if (published) return presentRow(published);
  // The table has only entities that this program folded.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { entity, id, row: null } as RowRef;
}

function exceptionsOf({ stream, facts, result }: Folded): readonly ExceptionColumns[] {
  if (result.exceptions.length === 0) return [];
  const effective = new Map(facts.map((placed) => [placed.fact.id, placed.effective]));
  return result.exceptions.map((exception) =>
    streamExceptionColumns(stream, exception, effective.get(exception.facts.at(-1) ?? '') ?? 0),
  );
}
