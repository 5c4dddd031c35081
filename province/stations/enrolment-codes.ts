import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { codeLength, codeLetters, plainCode } from '../../contract/sync/enrolment.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { sha256Hex } from '../sync/sha256.ts';
import { addKey, addStation, endKeys } from './enrol.ts';
import { keyIdOf } from './public-key.ts';

/** The first letters find the code; the others, 23^6 of them, are the secret. */
const selectorLength = 4;
/** Wrong ends after which a code is dead. */
const mostAttempts = 5;
/** A code is used while its paper is still on the desk. */
export const codeLifeMs = 24 * 3_600_000;

export interface CodeRequest {
  readonly library: string;
  /** Name of the desk, as on slips. */
  readonly desk: string;
  /** The station whose key is to be replaced; null for a new station. */
  readonly station: string | null;
}

/** Makes a code that lets one station in, once, until `expiresAt`. It is returned here and stored nowhere. */
export async function makeCode(
  db: Kysely<ProvinceSchema>,
  { library, desk, station }: CodeRequest,
  now: number,
): Promise<{ readonly code: string; readonly expiresAt: string }> {
  const code = Array.from({ length: codeLength }, () =>
    codeLetters.charAt(randomInt(codeLetters.length)),
  ).join('');
  const expiresAt = new Date(now + codeLifeMs).toISOString();
  const columns = { secret_hash: sha256Hex(code), library, desk, station, attempts: 0, used_by: null };
  const times = { made_at: new Date(now).toISOString(), expires_at: expiresAt };
  await db
    .deleteFrom('enrolment_code')
    .where('expires_at', '<', new Date(now - codeLifeMs))
    .execute();
  // Two codes with the same beginning at once: the older one, which may be known to somebody else, ends.
  await db
    .insertInto('enrolment_code')
    .values({ selector: code.slice(0, selectorLength), ...columns, ...times })
    .onConflict((conflict) => conflict.column('selector').doUpdateSet({ ...columns, ...times }))
    .execute();
  return { code, expiresAt };
}

export interface Redemption {
  readonly code: string;
  readonly publicKey: string;
  /** The station whose journal the folder holds already. */
  readonly station: string | null;
}

export type Redeemed =
  | { readonly ok: true; readonly station: string; readonly desk: string; readonly library: string }
  | { readonly ok: false; readonly problem: 'wrong-code' | 'other-station' };

/**
 * Gives a code for a station. The same code with the same key again gives the same station again: the first answer may
 * have been lost. Why a code is no good is not told: whoever guesses learns nothing.
 */
export async function redeemCode(
  db: Kysely<ProvinceSchema>,
  redemption: Redemption,
  now: number,
): Promise<Redeemed> {
  const code = plainCode(redemption.code);
  const hash = sha256Hex(code);
  const keyId = keyIdOf(redemption.publicKey);
  return db.transaction().execute(async (trx): Promise<Redeemed> => {
    // One at a time: two codes must not find the same free name.
    await trx.selectFrom('feed_head').select('pos').forUpdate().execute();
    const found = await trx
      .selectFrom('enrolment_code')
      .selectAll()
      .where('selector', '=', code.slice(0, selectorLength))
      .executeTakeFirst();
    if (!found || found.attempts >= mostAttempts || found.expires_at.getTime() <= now)
      return { ok: false, problem: 'wrong-code' };
    if (!timingSafeEqual(Buffer.from(found.secret_hash), Buffer.from(hash))) {
      await trx
        .updateTable('enrolment_code')
        .set({ attempts: found.attempts + 1 })
        .where('selector', '=', found.selector)
        .execute();
      return { ok: false, problem: 'wrong-code' };
    }
    const { library, desk } = found;
    if (found.used_by !== null) {
      if (found.used_by !== keyId || found.station === null) return { ok: false, problem: 'wrong-code' };
      return { ok: true, station: found.station, desk, library };
    }
    const station = await stationFor(trx, found.station, redemption.station);
    if (station === null) return { ok: false, problem: 'other-station' };
    const taken = await trx.selectFrom('station_key').select('id').where('id', '=', keyId).executeTakeFirst();
    if (taken) return { ok: false, problem: 'wrong-code' };
    // The keys of a computer that this one replaces end now.
    await endKeys(trx, station, now);
    await addStation(trx, { station, library, desk });
    await trx.updateTable('station').set({ revoked_at: null }).where('station', '=', station).execute();
    await addKey(trx, station, redemption.publicKey);
    await trx
      .updateTable('enrolment_code')
      .set({ used_by: keyId, station })
      .where('selector', '=', found.selector)
      .execute();
    return { ok: true, station, desk, library };
  });
}

/** A folder with a journal stays the station it is; a name that is taken is given by a code for that station only. */
async function stationFor(
  trx: Transaction<ProvinceSchema>,
  wanted: string | null,
  present: string | null,
): Promise<string | null> {
  if (wanted !== null) return present === null || present === wanted ? wanted : null;
  const rows = await trx.selectFrom('station').select('station').execute();
  const names = new Set(rows.map(({ station }) => station));
  if (present !== null) return names.has(present) ? null : present;
  const numbers = [...names].map((name) => Number(/^ST-(\d{1,6})$/.exec(name)?.[1] ?? 0));
  return `ST-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
