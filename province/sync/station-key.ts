import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';
import { refuse } from './problem.ts';
import { sha256Hex } from './sha256.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The enrolled station whose key came with the request. */
    station: string;
  }
}

/** How stale `last_seen` may get: it is for people, and a write for every request would be waste. */
const lastSeenPrecisionMs = 5000;

/** Lets a request through when it carries the key of an enrolled station. */
export function stationKeyCheck(
  db: Kysely<ProvinceSchema>,
  now: () => number,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request, reply) => {
    const station = await findStation(db, request.headers.authorization, now());
    if (station === null) return void refuse(reply, 'unknown-key');
    request.station = station;
  };
}

async function findStation(
  db: Kysely<ProvinceSchema>,
  authorization: string | undefined,
  now: number,
): Promise<string | null> {
  const key = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1];
  if (key === undefined) return null;
  const hash = sha256Hex(key);
  // The index is searched for the key's hash, whose bytes a guesser cannot steer; the comparison that decides
  // takes the same time wherever the difference is.
  const found = await db
    .selectFrom('station')
    .select(['station', 'key_hash', 'last_seen'])
    .where('key_hash', '=', hash)
    .executeTakeFirst();
  if (!found || !timingSafeEqual(Buffer.from(found.key_hash), Buffer.from(hash))) return null;
  if (now - (found.last_seen?.getTime() ?? 0) > lastSeenPrecisionMs)
    await db
      .updateTable('station')
      .set({ last_seen: new Date(now).toISOString() })
      .where('station', '=', found.station)
      .execute();
  return found.station;
}
