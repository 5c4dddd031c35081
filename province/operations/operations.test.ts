import { once } from 'node:events';
import { connect } from 'node:net';
import pino from 'pino';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { enrolPath } from '../../contract/sync/enrolment.ts';
import { paths } from '../../contract/sync/protocol.ts';
import { openPostgres } from '../database/open.ts';
import { createServer } from '../server.ts';
import { createHeadSignal } from '../sync/head-signal.ts';
import { lend } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';

const target = '/sync/v1/changes?epoch=e&cursor=0&inc=i';
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(
      z.enum(['get', 'post']),
      z.object({
        operationId: z.string(),
        parameters: z
          .array(
            z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema: z.object({}) }),
          )
          .optional(),
        responses: z.record(
          z.string(),
          z.object({ description: z.string(), content: z.record(z.string(), z.unknown()) }),
        ),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

describeProvince('for whoever runs the server', (province) => {
  const get = (url: string, remoteAddress = '127.0.0.1', headers = {}) =>
    province().app.inject({ url, remoteAddress, headers });

  it('says whether it is alive and whether its database is', async () => {
    expect((await get('/health')).json()).toEqual({ status: 'ok', protocol: 2 });
    const gone = openPostgres('postgres://nobody@127.0.0.1:1/none', pino({ level: 'silent' }));
    const services = { signal: createHeadSignal(), now: () => 0, hosts: [], bearerKeys: false };
    const app = createServer({ ...services, db: gone.db, logger: pino({ level: 'silent' }) });
    expect((await app.inject('/health/live')).statusCode).toBe(200);
    const answer = await app.inject('/health');
    expect([answer.statusCode, answer.json()]).toEqual([503, { problem: 'busy' }]);
    expect(answer.headers['retry-after']).toBe('10');
    await app.close();
    await gone.close();
  });

  it('counts pushes, facts, stations by age, exceptions and times, and names nobody', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1', 'reader-9'));
    station.record(lend('i1', 'reader-8'));
    await station.push();
    await station.push();
    await province().station('ST-2');
    const { body, headers } = await get('/metrics');
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    for (const line of [
      'luu_thong_pushes_total 2',
      'luu_thong_facts_total 2',
      'luu_thong_stations 2',
      'luu_thong_stations_seen{within="60"} 1',
      'luu_thong_requests_total{route="/sync/v1/journals/:station/:inc",status="200"} 2',
      'luu_thong_request_seconds_bucket{route="/sync/v1/journals/:station/:inc",le="+Inf"} 2',
    ])
      expect(body.split('\n')).toContain(line);
    expect(body).toMatch(/^luu_thong_exceptions_open\{rule="double-loan"\} 1$/m);
    expect(body).toMatch(/^luu_thong_feed_head [1-9]\d*$/m);
    expect(body).not.toMatch(/reader-|ST-1/);
    // Every line is a comment or a sample.
    const form = /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+|)$/;
    expect(body.split('\n').filter((line) => !form.test(line))).toEqual([]);
  });

  it('shows its metrics to this computer, or to who has the token', async () => {
    expect((await get('/metrics', '203.0.113.9', { host: 'thu-vien.example' })).statusCode).toBe(403);
    const { db, now } = province();
    const services = { db, signal: createHeadSignal(), now, hosts: ['thu-vien.example'], bearerKeys: false };
    const app = createServer({
      ...services,
      logger: pino({ level: 'silent' }),
      metricsToken: 'metrics-token',
    });
    const from = async (authorization: string) => {
      const headers = { host: 'thu-vien.example', authorization };
      return (await app.inject({ url: '/metrics', remoteAddress: '203.0.113.9', headers })).statusCode;
    };
    expect([await from('Bearer metrics-token'), await from('Bearer metrics-tokem')]).toEqual([200, 403]);
    await app.close();
  });

  it('publishes the protocol: whole, and of the routes that there are', async () => {
    const text = (await get('/openapi.json')).body;
    const document = documentSchema.parse(JSON.parse(text));
    const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => ({ path, method: method.toUpperCase() })),
    );
    expect(routes.map(({ path }) => path)).toEqual(
      expect.arrayContaining([paths.hello, paths.changes, paths.poke, enrolPath]),
    );
    for (const { path, method } of routes) {
      const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
      const answer = await province().app.inject({
        method: method === 'GET' ? 'GET' : 'POST',
        url,
        payload: '',
      });
      expect([path, answer.statusCode]).not.toEqual([path, 404]);
    }
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(names.filter((name) => !(String(name) in document.components.schemas))).toEqual([]);
    expect(document.components.schemas['HelloRequest']).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['station', 'journal', 'now']),
    });
  });

  it('asks a station that asks too often to wait, and the others not', async () => {
    const station = await province().station('ST-1');
    const other = await province().station('ST-2');
    const statuses = new Map<number, number>();
    for (let count = 0; count < 505; count += 1) {
      const { statusCode } = await station.request({ url: target });
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [409, 500],
      [429, 5],
    ]);
    const refused = await station.request({ url: target });
    expect([refused.json(), refused.headers['retry-after']]).toEqual([{ problem: 'too-many-requests' }, '1']);
    expect((await other.request({ url: target })).statusCode).toBe(409);
    province().setClock(new Date(province().now() + 1000).toISOString());
    expect((await station.request({ url: target })).statusCode).toBe(409);
  });

  it('bars an address that guesses', async () => {
    const station = await province().station('ST-1');
    const statuses = new Set<number>();
    for (let count = 0; count < 201; count += 1) statuses.add((await get(target)).statusCode);
    expect([...statuses]).toEqual([401, 429]);
    expect((await station.request({ url: target })).statusCode).toBe(429);
    const elsewhere = station.key.headers({ method: 'GET', target }, province().now());
    expect((await get(target, '203.0.113.9', { ...elsewhere, host: 'thu-vien.example' })).statusCode).toBe(
      409,
    );
  });

  it('turns nobody away because callers have hung up', async () => {
    const url = await province().app.listen({ host: '127.0.0.1', port: 0 });
    for (let count = 0; count < 250; count += 1) {
      const gone = connect(Number(new URL(url).port), '127.0.0.1');
      gone.on('error', () => {});
      gone.write(
        'POST /sync/v1/enrol HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nContent-Type: application/json\r\n\r\n{',
      );
      await once(gone, 'connect');
      gone.destroy();
    }
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('finishes what it has begun before it ends', async () => {
    const station = await province().station('ST-1');
    for (let count = 0; count < 100; count += 1) station.record(lend(`i${count}`));
    const { app } = province();
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const body = station.journal.map((line) => `${JSON.stringify(line)}\n`).join('');
    const path = paths.journal('ST-1', 'inc-1');
    const headers = {
      ...station.key.headers({ method: 'POST', target: path, body }, province().now()),
      'content-type': 'application/x-ndjson',
    };
    const begun = new Promise<void>((resolve) => {
      app.server.once('request', () => resolve());
    });
    const pushing = fetch(url + path, { method: 'POST', headers, body });
    await begun;
    await app.close();
    expect((await pushing).status).toBe(200);
  });
});
