import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { EnrolResponse } from '../../contract/sync/enrolment.ts';
import { enrolPath, enrolRequestSchema } from '../../contract/sync/enrolment.ts';
import { readSignature } from '../../contract/sync/signature.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { isStorable } from '../database/storable.ts';
import { rateLimit } from '../limits/rate.ts';
import { refuse, refuseForNow } from '../sync/problem.ts';
import type { SyncServices } from '../sync/services.ts';
import { redeemCode } from './enrolment-codes.ts';
import { isSignedBy, keyIdOf } from './public-key.ts';

/** Ten tries at once from one address, then one in half a minute: a person who mistypes is not held up. */
const perAddress = { burst: 10, perSecond: 1 / 30 } as const;
/** And all addresses together, for who has many of them. */
const together = { burst: 60, perSecond: 1 } as const;

/**
 * A code for a key: 200 `{station, desk, library}`. The request is signed with the key it brings, at any time: a
 * repetition gives the same answer. 403 `wrong-code` for a code that is wrong, used, old or tried too often;
 * 403 `other-station` when it is for another station than the folder's.
 */
export function enrolRoute(app: FastifyInstance, { db, now }: SyncServices): void {
  const addresses = rateLimit(perAddress);
  const everybody = rateLimit(together);
  app.post(enrolPath, async (request, reply) => {
    const wait = Math.max(addresses.take(request.ip, now()), everybody.take('', now()));
    if (wait > 0) return refuseForNow(reply, 'too-many-requests', wait);
    const asked = enrolRequestSchema.safeParse(request.body);
    if (!asked.success || !isStorable(asked.data.station ?? '')) return refuse(reply, 'malformed-request');
    const { publicKey } = asked.data;
    const signed = readSignature(request.headers);
    if (!signed) return refuse(reply, 'malformed-signature');
    const { digest, parameters, signature } = signed;
    if (digest !== request.bodyDigest) return refuse(reply, 'wrong-digest');
    const parts = { method: request.method, target: request.raw.url ?? '', digest };
    if (parameters.keyId !== keyIdOf(publicKey) || !isSignedBy(publicKey, parts, parameters, signature))
      return refuse(reply, 'unknown-key');
    const redeemed = await redeemCode(db, asked.data, now());
    if (!redeemed.ok) {
      request.log.warn({ problem: redeemed.problem }, 'enrolment refused');
      return refuse(reply, redeemed.problem);
    }
    const { station, desk, library } = redeemed;
    request.log.info({ station, library }, 'enrolled');
    const name = await libraryName(db, library);
    const answer: EnrolResponse = { station, desk, library: { id: library, name } };
    return reply.send(answer);
  });
}

async function libraryName(db: Kysely<ProvinceSchema>, library: string): Promise<string> {
  const found = await db
    .selectFrom('current_row')
    .select(sql<string | null>`row ->> 'name'`.as('name'))
    .where('entity', '=', 'library')
    .where('id', '=', library)
    .executeTakeFirst();
  return found?.name ?? library;
}
