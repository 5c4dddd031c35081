import type { FastifyInstance } from 'fastify';

/** One JSON text per line. */
export const ndjson = 'application/x-ndjson';

/** Takes NDJSON bodies as bytes: which line is broken is for the route to say. */
export function acceptNdjson(app: FastifyInstance): void {
  app.addContentTypeParser(ndjson, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
