import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { fastify, LogController } from 'fastify';
import type { Logger } from 'pino';
import { metricsSinceStart } from './operations/metrics.ts';
import { operationRoutes } from './operations/routes.ts';
import { watchTraffic } from './operations/traffic.ts';
import { overviewRoute } from './overview/route.ts';
import { changesRoute } from './sync/changes.ts';
import { helloRoute } from './sync/hello.ts';
import { hostCheck } from './host-check.ts';
import { acceptBodies } from './sync/bodies.ts';
import { pokeRoute } from './sync/poke.ts';
import { problemOfStatus, refuse } from './sync/problem.ts';
import { pushRoute } from './sync/push.ts';
import type { SyncServices } from './sync/services.ts';
import { snapshotRoute } from './snapshots/route.ts';
import { stationKeyCheck } from './sync/station-key.ts';
import { rescueRoute } from './rescue/route.ts';
import { enrolRoute } from './stations/enrol-route.ts';
import { stationLimits } from './limits/station-limits.ts';
import { nonceMemory } from './stations/nonces.ts';
import type { Certificate } from './tls/certificate.ts';

/** A request that takes longer to arrive is a stalled line. */
const requestTimeoutMs = 30_000;
/** `hello` is the largest JSON body. */
const jsonBodyLimit = 16 * 1024;
/** Two names of 64 characters, percent-encoded. */
const longestParameter = 64 * 9;

export interface ServerServices extends SyncServices {
  readonly logger: Logger;
  /** Host names besides the loopback ones under which this server may be called. */
  readonly hosts: readonly string[];
  /** True during the transition: bearer keys of stations that have not been enrolled by code yet still count. */
  readonly bearerKeys: boolean;
  /** Lets a collector on another computer read `/metrics`. */
  readonly metricsToken?: string | null;
  /** Lets an administrator on another computer bring a rescue file. */
  readonly adminToken?: string | null;
  /** What HTTPS is served with; null: plain HTTP, on the loopback address or behind a proxy. */
  readonly tls?: Pick<Certificate, 'cert' | 'key'> | null;
}

/** The province's HTTP server, not listening yet: the sync API, the overview, the health check. */
export function createServer(services: ServerServices): FastifyInstance {
  const options: FastifyServerOptions = {
    loggerInstance: services.logger,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: requestTimeoutMs,
    // A cut exchange is asked again by its station; a keep-alive line must not hold the server's end up.
    forceCloseConnections: true,
    bodyLimit: jsonBodyLimit,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: longestParameter },
    ...(services.tls ? { https: { cert: services.tls.cert, key: services.tls.key } } : {}),
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'malformed-request'),
  };
  const app = fastify(options);
  app.addHook('onRequest', hostCheck(services.hosts));
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not-found'));
  app.setErrorHandler<Error & { readonly statusCode?: number }>((error, request, reply) => {
    const problem = problemOfStatus(error.statusCode ?? 500);
    if (problem === 'unexpected') request.log.error({ err: error }, 'unexpected');
    return refuse(reply, problem);
  });
  const metrics = metricsSinceStart();
  watchTraffic(app, metrics);
  operationRoutes(app, services, { metrics, metricsToken: services.metricsToken ?? null });
  void app.register(async (sync) => {
    sync.decorateRequest('station', '');
    sync.decorateRequest('library', '');
    sync.decorateRequest('signedDigest', null);
    const { db, now, bearerKeys } = services;
    sync.addHook(
      'onRequest',
      stationKeyCheck({ db, now, bearerKeys, nonces: nonceMemory(), limits: stationLimits() }),
    );
    acceptBodies(sync);
    helloRoute(sync, services);
    pushRoute(sync, services, metrics.push);
    changesRoute(sync, services);
    pokeRoute(sync, services);
    snapshotRoute(sync, services);
  });
  void app.register(async (enrolment) => {
    enrolment.decorateRequest('signedDigest', null);
    acceptBodies(enrolment);
    enrolRoute(enrolment, services);
  });
  void app.register(async (rescue) => rescueRoute(rescue, services, services.adminToken ?? null));
  overviewRoute(app, services);
  return app;
}
