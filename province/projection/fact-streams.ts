import type { Insertable } from 'kysely';
import type { Fact, PlacedFact } from '../../domain/facts/fact.ts';
import type { Stream, StreamKind } from '../../domain/facts/streams.ts';
import { judgedIn, streamId, streamKind, streamOf, streamsOf } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';

/** Longest id of a row, and of the rows whose ids are made of another id and a word (`contract/sync/shapes.ts`). */
const longestId = 64;
const longestLongId = 128;
const longIds: ReadonlySet<StreamKind> = new Set(['charge', 'template', 'receipt', 'exception']);

/**
 * The streams a fact is kept under, and folded or judged in. An undo names its streams in its own words: a name that is none,
 * or whose rows no station could take, is passed over.
 */
export function keptStreams(fact: Fact): readonly Stream[] {
  return [...streamsOf(fact), ...judgedIn(fact)].filter(isStream);
}

/** What says to which histories a fact belongs. */
export function factStreamColumns({
  fact,
  effective,
}: PlacedFact): readonly Insertable<ProvinceSchema['fact_stream']>[] {
  const effective_at = new Date(effective).toISOString();
  return keptStreams(fact).map((stream) => ({ stream, fact_id: fact.id, effective_at }));
}

function isStream(name: Stream): boolean {
  const kind = streamKind(name);
  const id = streamId(name);
  if (kind === null || streamOf(kind, id) !== name) return false;
  return id.length > 0 && id.length <= (longIds.has(kind) ? longestLongId : longestId);
}
