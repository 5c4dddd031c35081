import type { Insertable } from 'kysely';
import type { FoldPoint } from '../../domain/facts/fold-point.ts';
import { foldVersion } from '../../domain/facts/fold-point.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { entityRow } from './held-rows.ts';

/** A point as the table holds it. */
export interface StoredPoint {
  readonly stream: Stream;
  readonly version: number;
  readonly point: unknown;
}

/** The point of a stream; null where another version made it, which may have folded otherwise. */
export function readPoint({ version, point }: StoredPoint): FoldPoint | null {
  if (version !== foldVersion) return null;
  // Written by `pointColumns` of the same version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const read = point as FoldPoint;
  const row = entityRow(read.row);
  return row ? { ...read, row } : null;
}

export function pointColumns([stream, point]: readonly [Stream, FoldPoint]): Insertable<
  ProvinceSchema['stream_point']
> {
  const effective_at = new Date(point.after.effective).toISOString();
  return { stream, version: foldVersion, effective_at, point };
}
