import type { Kysely } from 'kysely';
import { publicKeySchema } from '../../contract/sync/enrolment.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { sha256Hex } from '../sync/sha256.ts';
import { keyIdOf } from './public-key.ts';

/** Shorter keys could be guessed from their stored hash. */
const shortestKey = 16;

/** What a station proves itself with: the bearer secret of before, or the public half of the key it signs with. */
type StationProof = { readonly bearer: string } | { readonly publicKey: string };

export interface Enrolment {
  readonly station: string;
  readonly library: string;
  readonly desk: string;
  readonly proof: StationProof;
}

/**
 * Lets a station in, or gives a known one another library, desk or bearer key, or one more key to sign with. Its
 * journals stay. What was revoked stays revoked. Throws an `Error` for a key that is none.
 */
export async function enrolStation(db: Kysely<ProvinceSchema>, enrolment: Enrolment): Promise<void> {
  const { station, proof } = enrolment;
  if ('bearer' in proof) {
    if (proof.bearer.length < shortestKey)
      throw new Error(`the key of ${station} has fewer than ${shortestKey} characters`);
    await addStation(db, { ...enrolment, key_hash: sha256Hex(proof.bearer) });
    return;
  }
  if (!publicKeySchema.safeParse(proof.publicKey).success)
    throw new Error(`the key of ${station} is not an Ed25519 public key`);
  await addStation(db, enrolment);
  await addKey(db, station, proof.publicKey);
}

/** A station without any key speaks through what is in its journals already. */
export async function addStation(
  db: Kysely<ProvinceSchema>,
  { station, library, desk, key_hash }: Omit<Enrolment, 'proof'> & { readonly key_hash?: string },
): Promise<void> {
  const columns = { library, desk, ...(key_hash === undefined ? {} : { key_hash }) };
  await db
    .insertInto('station')
    .values({ station, ...columns, enrolled_at: new Date().toISOString(), last_seen: null })
    .onConflict((conflict) => conflict.column('station').doUpdateSet(columns))
    .execute();
}

/** Gives a station one more key to sign with. Returns its id. */
export async function addKey(
  db: Kysely<ProvinceSchema>,
  station: string,
  publicKey: string,
): Promise<string> {
  const id = keyIdOf(publicKey);
  await db
    .insertInto('station_key')
    .values({ id, station, public_key: publicKey, added_at: new Date().toISOString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** Ends every key of a station from the next request on. False when there is no such station. */
export async function revokeStation(
  db: Kysely<ProvinceSchema>,
  station: string,
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await endKeys(trx, station, now);
    const found = await trx
      .updateTable('station')
      .set({ revoked_at: new Date(now).toISOString() })
      .where('station', '=', station)
      .returning('station')
      .executeTakeFirst();
    return found !== undefined;
  });
}

/** Ends every key that a station has at present. */
export async function endKeys(db: Kysely<ProvinceSchema>, station: string, now: number): Promise<void> {
  await db.updateTable('station').set({ key_hash: null }).where('station', '=', station).execute();
  await db
    .updateTable('station_key')
    .set({ revoked_at: new Date(now).toISOString() })
    .where('station', '=', station)
    .where('revoked_at', 'is', null)
    .execute();
}
