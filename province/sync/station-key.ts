import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { readSignature, signatureWindow } from '../../contract/sync/signature.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { StationLimits } from '../limits/station-limits.ts';
import type { Nonces } from '../stations/nonces.ts';
import { isSignedBy } from '../stations/public-key.ts';
import type { Problem } from './problem.ts';
import { refuse, refuseForNow, refuseTime } from './problem.ts';
import { sha256Hex } from './sha256.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The enrolled station that this request comes from. */
    station: string;
    /** The library it was let in for: the scope of what it may read. */
    library: string;
    /** The digest of the body as it was signed; null where a bearer key spoke for the station. */
    signedDigest: string | null;
  }
}

export interface StationKeyCheck {
  readonly db: Kysely<ProvinceSchema>;
  readonly now: () => number;
  readonly nonces: Nonces;
  readonly limits: StationLimits;
  /** The transition: stations that have not been enrolled by code yet may go on with their bearer keys. */
  readonly bearerKeys: boolean;
}

type Caller =
  | { readonly station: string; readonly library: string; readonly digest: string | null }
  | { readonly problem: Problem };

interface Known {
  readonly station: string;
  readonly library: string;
  readonly last_seen: Date | null;
  readonly revoked_at: Date | null;
}

/** How stale `last_seen` may get: it is for people, and a write for every request would be waste. */
const lastSeenPrecisionMs = 5000;

/**
 * Lets a request through when an enrolled station signed it. Judged by the headers alone: the body, which may be long,
 * is held against the digest in them later (`acceptBodies`).
 */
export function stationKeyCheck(
  parts: StationKeyCheck,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  // What the memory of used signatures held before this process began is gone with it.
  const began = Math.floor(parts.now() / 1000);
  return async (request, reply) => {
    const { limits, now } = parts;
    const barred = limits.strangers.wait(request.ip, now());
    if (barred > 0) return void refuseForNow(reply, 'too-many-requests', barred);
    const caller =
      request.headers['signature-input'] === undefined
        ? await byBearer(parts, request.headers.authorization)
        : await bySignature(parts, request, began);
    if ('problem' in caller) {
      limits.strangers.take(request.ip, now());
      return void (caller.problem === 'wrong-time'
        ? refuseTime(reply, now())
        : refuse(reply, caller.problem));
    }
    const wait = limits.stations.take(caller.station, now());
    if (wait > 0) return void refuseForNow(reply, 'too-many-requests', wait);
    request.station = caller.station;
    request.library = caller.library;
    request.signedDigest = caller.digest;
  };
}

async function bySignature(
  { db, now, nonces }: StationKeyCheck,
  request: FastifyRequest,
  began: number,
): Promise<Caller> {
  const signed = readSignature(request.headers);
  if (!signed) return { problem: 'malformed-signature' };
  const { parameters, digest, signature } = signed;
  const found = await db
    .selectFrom('station_key')
    .innerJoin('station', 'station.station', 'station_key.station')
    .select(['station.station', 'station.library', 'public_key', 'last_seen', 'station_key.revoked_at'])
    .where('station_key.id', '=', parameters.keyId)
    .executeTakeFirst();
  const parts = { method: request.method, target: request.raw.url ?? '', digest };
  if (!found || !isSignedBy(found.public_key, parts, parameters, signature))
    return { problem: 'unknown-key' };
  if (found.revoked_at !== null) return { problem: 'revoked' };
  const clock = now();
  const seconds = Math.floor(clock / 1000);
  if (Math.abs(seconds - parameters.created) > signatureWindow || parameters.created < began)
    return { problem: 'wrong-time' };
  if (!nonces.use(parameters.keyId, parameters.nonce, clock)) return { problem: 'replayed' };
  await noteContact(db, found, clock);
  return { station: found.station, library: found.library, digest };
}

async function byBearer(
  { db, now, bearerKeys }: StationKeyCheck,
  authorization: string | undefined,
): Promise<Caller> {
  const key = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1];
  if (!bearerKeys || key === undefined) return { problem: 'unknown-key' };
  const hash = sha256Hex(key);
  // The index is searched for the key's hash, whose bytes a guesser cannot steer; the comparison that decides
  // takes the same time wherever the difference is.
  const found = await db
    .selectFrom('station')
    .select(['station', 'library', 'key_hash', 'last_seen', 'revoked_at'])
    .where('key_hash', '=', hash)
    .executeTakeFirst();
  if (!found || !timingSafeEqual(Buffer.from(found.key_hash ?? ''), Buffer.from(hash)))
    return { problem: 'unknown-key' };
  await noteContact(db, found, now());
  return { station: found.station, library: found.library, digest: null };
}

async function noteContact(
  db: Kysely<ProvinceSchema>,
  { station, last_seen }: Known,
  now: number,
): Promise<void> {
  if (now - (last_seen?.getTime() ?? 0) <= lastSeenPrecisionMs) return;
  await db
    .updateTable('station')
    .set({ last_seen: new Date(now).toISOString() })
    .where('station', '=', station)
    .execute();
}
