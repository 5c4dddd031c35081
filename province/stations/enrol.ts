import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';
import { sha256Hex } from '../sync/sha256.ts';

/** Shorter keys could be guessed from their stored hash. */
const shortestKey = 16;

export interface Enrolment {
  readonly station: string;
  readonly library: string;
  readonly desk: string;
  /** The secret itself; the database keeps its SHA-256. */
  readonly key: string;
}

/** Lets a station in, or gives a known one another key, library or desk. Its journals stay. */
export async function enrolStation(db: Kysely<ProvinceSchema>, enrolment: Enrolment): Promise<void> {
  const { station, library, desk, key } = enrolment;
  if (key.length < shortestKey)
    throw new Error(`the key of ${station} has fewer than ${shortestKey} characters`);
  const columns = { library, desk, key_hash: sha256Hex(key) };
  await db
    .insertInto('station')
    .values({ station, ...columns, enrolled_at: new Date().toISOString(), last_seen: null })
    .onConflict((conflict) => conflict.column('station').doUpdateSet(columns))
    .execute();
}
