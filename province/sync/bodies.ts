import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contentDigest } from '../../contract/sync/signature.ts';
import { refuse } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** `Content-Digest` of the body that came. */
    bodyDigest: string;
  }
}

/** One JSON text per line. */
export const ndjson = 'application/x-ndjson';

/**
 * Takes JSON, and NDJSON as bytes: which line is broken is for the route to say. A body that is not the one that was
 * signed goes no further.
 */
export function acceptBodies(app: FastifyInstance): void {
  app.decorateRequest('bodyDigest', digestOf(new Uint8Array()));
  app.addContentTypeParser(ndjson, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.bodyDigest = digestOf(body);
    done(null, body);
  });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      request.bodyDigest = digestOf(body);
      // The framework's own parser answers through `done` and returns nothing.
      void parseJson(request, body.toString('utf8'), done);
    },
  );
  app.addHook('preValidation', async (request, reply) => {
    if (request.signedDigest !== null && request.signedDigest !== request.bodyDigest)
      await refuse(reply, 'wrong-digest');
  });
}

function digestOf(bytes: Uint8Array): string {
  return contentDigest(createHash('sha256').update(bytes).digest('base64'));
}
