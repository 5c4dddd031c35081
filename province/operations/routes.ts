import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { protocolVersion } from '../../contract/sync/protocol.ts';
import { isLocal } from '../host-check.ts';
import { readFeed } from '../sync/feed.ts';
import { refuse, refuseForNow } from '../sync/problem.ts';
import type { SyncServices } from '../sync/services.ts';
import type { Metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { stateMetrics } from './state-metrics.ts';

/** Longest that the database may take to say that it is there (ms). */
const databasePatience = 5000;
const retryAfter = 10;

export interface Operations {
  readonly metrics: Metrics;
  /** Lets a collector on another computer read the metrics; null: this computer only. */
  readonly metricsToken: string | null;
}

/**
 * For whoever runs the server: `/health/live` (the process answers), `/health` (and so does its database),
 * `/metrics` (Prometheus) and `/openapi.json`.
 */
export function operationRoutes(
  app: FastifyInstance,
  { db, now }: SyncServices,
  operations: Operations,
): void {
  app.get('/health/live', async () => ({ status: 'ok', protocol: protocolVersion }));
  app.get('/health', async (request, reply) => {
    try {
      await within(databasePatience, readFeed(db));
      return await reply.send({ status: 'ok', protocol: protocolVersion });
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer');
      return refuseForNow(reply, 'busy', retryAfter);
    }
  });
  app.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !hasToken(request, operations.metricsToken)) return refuse(reply, 'not-here');
    const texts = [operations.metrics.text(), await stateMetrics(db, now()), ''];
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(texts.join('\n'));
  });
  const document = JSON.stringify(openApi());
  app.get('/openapi.json', async (_request, reply) => reply.type('application/json').send(document));
}

function hasToken(request: FastifyRequest, token: string | null): boolean {
  const said = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token ?? ''}`);
  return token !== null && said.length === wanted.length && timingSafeEqual(said, wanted);
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
