import type { FastifyInstance } from 'fastify';
import { paths } from '../../contract/sync/protocol.ts';
import { refuseForNow } from '../sync/problem.ts';
import type { Metrics } from './metrics.ts';

/** Requests in work at once: beyond them a queue would only grow, and every answer in it come too late. */
const mostAtOnce = 200;
/** Longest that the end of the server waits for answers that are being made (ms). */
const drainPatience = 5000;

/**
 * Counts what goes through, holds the number at once, and lets the server's end wait for what is in work: an exchange
 * that is cut is asked again, but its work was done for nothing.
 */
export function watchTraffic(app: FastifyInstance, metrics: Metrics): void {
  let atOnce = 0;
  let onQuiet = (): void => undefined;
  app.addHook('onRequest', async (request, reply) => {
    if (isStream(request.routeOptions.url)) return;
    atOnce += 1;
    // 'finish' does not come when the caller has gone, 'close' not always when it stays: whichever is first.
    const left = { once: false };
    const leave = (): void => {
      if (left.once) return;
      left.once = true;
      atOnce -= 1;
      if (atOnce === 0) onQuiet();
    };
    reply.raw.once('finish', leave).once('close', leave);
    if (atOnce > mostAtOnce) await refuseForNow(reply, 'busy', 1);
  });
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, never the address: that may name a station, and anything that a stranger makes up.
    const route = request.routeOptions.url ?? 'none';
    if (isStream(route)) return;
    const { statusCode, elapsedTime } = reply;
    metrics.request(route, statusCode, elapsedTime / 1000);
    if (statusCode >= 400)
      request.log.info({ route, status: statusCode, ms: Math.round(elapsedTime) }, 'refused');
  });
  app.addHook('preClose', async () => {
    if (atOnce === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, drainPatience);
    onQuiet = resolve;
    await promise;
    clearTimeout(timer);
  });
}

function isStream(route: string | undefined): boolean {
  return route === paths.poke;
}
