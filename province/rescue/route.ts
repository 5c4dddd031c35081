import { timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rescuePath } from '../../contract/sync/rescue.ts';
import { ndjson } from '../sync/bodies.ts';
import { refuse } from '../sync/problem.ts';
import type { SyncServices } from '../sync/services.ts';
import { importRescue } from './import-rescue.ts';
import { takeInRescued } from './take-in.ts';

/**
 * An administrator brings the rescue file of a station: 200 with the report, 422 `{refused, station}` for one that is
 * of no use. Read as it comes, so it may be longer than memory; cut off, it is sent again.
 */
export function rescueRoute(
  app: FastifyInstance,
  { db, signal, now }: SyncServices,
  adminToken: string | null,
): void {
  app.addContentTypeParser(ndjson, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    if (adminToken === null) return refuse(reply, 'not-here');
    return isAdministrator(request, adminToken) ? undefined : refuse(reply, 'unknown-key');
  });
  app.post(rescuePath, async (request, reply) => {
    if (!(request.body instanceof Readable)) return refuse(reply, 'wrong-content-type');
    const answer = await importRescue(request.body, async (lines) => {
      const taken = await takeInRescued(db, lines, now());
      if (taken !== null && taken.head !== null && taken.added > 0) signal.publish(taken.head);
      return taken;
    });
    request.log.info(answer, 'rescue');
    return reply.code('refused' in answer ? 422 : 200).send(answer);
  });
}

function isAdministrator(request: FastifyRequest, token: string): boolean {
  const said = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return said.length === wanted.length && timingSafeEqual(said, wanted);
}
