import type { FastifyInstance } from 'fastify';
import { isLocal } from '../host-check.ts';
import { refuse } from '../sync/problem.ts';
import type { SyncServices } from '../sync/services.ts';
import { overviewPage } from './page.ts';
import { readOverview } from './read.ts';
import { styleSource } from './styles.ts';

/** Nothing but this document and its own style sheet: no script, no image, no frame, nothing to send. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${styleSource}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The overview of the province, for whoever sits at the server: it asks for no key, so it answers this machine
 * only, also when the server listens to others. It never names a reader.
 */
export function overviewRoute(app: FastifyInstance, { db, now }: SyncServices): void {
  app.get<{ Querystring: { live?: string } }>('/', async (request, reply) => {
    if (!isLocal(request)) return refuse(reply, 'not-here');
    const overview = await readOverview(db, now());
    return reply
      .type('text/html; charset=utf-8')
      .headers({
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .send(overviewPage(overview, request.query.live !== '0'));
  });
}
