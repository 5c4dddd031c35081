import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import type { StationProof } from './http-net.ts';
import { httpNet } from './http-net.ts';
import type { ProvinceNet } from './ports.ts';
import { provinceLine } from './province-line.ts';
import { makeStationSecret, stationKey } from './station-key.ts';

const acked = { seq: 0, hash: '0'.repeat(64) };
const pushed = JSON.stringify({ epoch: 'e', acked });

/** A server that answers each request by `answer`, and a station's line to it. */
async function served(
  answer: RequestListener,
  proof?: StationProof,
  clock?: Parameters<typeof httpNet>[1]['clock'],
): Promise<{ net: ProvinceNet; came: IncomingMessage[] }> {
  const came: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    came.push(request);
    request.resume();
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.close().closeAllConnections());
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const key = stationKey(makeStationSecret());
  if (!key) throw new Error('no key');
  const speaks = () => Promise.resolve(proof ?? { key });
  const line = provinceLine(`http://127.0.0.1:${port}`, null);
  const address = { station: 'ST-1', proof: speaks, ...(clock === undefined ? {} : { clock }) };
  return { net: httpNet(line, address, new AbortController().signal), came };
}

it('a signature that a proxy used up is made anew', async () => {
  const { net, came } = await served((_request, response) => {
    if (came.length === 1) response.writeHead(401).end('{"problem":"replayed"}');
    else response.end(pushed);
  });
  expect(await net.push('i', [])).toStrictEqual({ ok: true, value: { epoch: 'e', acked } });
  const [first, second] = came.map(({ headers }) => headers['signature-input']);
  expect(first).not.toBe(second);
});

it('a line that had gone cold is opened again', async () => {
  const { net, came } = await served((request, response) => {
    if (came.length === 1) request.socket.resetAndDestroy();
    else response.end(pushed);
  });
  expect(await net.push('i', [])).toMatchObject({ ok: true });
});

it('a province that will not have it is not asked for ever', async () => {
  const { net, came } = await served((_request, response) => {
    response.writeHead(401).end('{"problem":"wrong-time","now":"2026-11-22T15:00:00Z"}');
  });
  expect(await net.push('i', [])).toStrictEqual({ ok: false, refusal: { kind: 'unauthorized' } });
  expect(came).toHaveLength(4);
});

it('a busy province is left alone for as long as it asks', async () => {
  const { net, came } = await served((_request, response) => {
    response.writeHead(429, { 'retry-after': '60' }).end('{"problem":"too-many-requests"}');
  });
  const busy = { ok: false, refusal: { kind: 'unreachable' } };
  expect(await net.push('i', [])).toStrictEqual(busy);
  expect(await net.push('i', [])).toStrictEqual(busy);
  expect(came).toHaveLength(1);
});

it('a clock that is put back while the province is busy keeps nobody away', async () => {
  const now = { wall: Date.parse('2026-11-25T08:00:00Z'), monotonic: 0 };
  const { net, came } = await served(
    (_request, response) => {
      if (came.length === 1) response.writeHead(429, { 'retry-after': '60' }).end('{}');
      else response.end(pushed);
    },
    undefined,
    { wall: () => now.wall, monotonic: () => now.monotonic },
  );
  expect(await net.push('i', [])).toMatchObject({ ok: false });
  now.wall -= 3 * 86_400_000;
  now.monotonic += 61_000;
  expect(await net.push('i', [])).toMatchObject({ ok: true });
});

it('a station enrolled before there were keys speaks with its bearer secret', async () => {
  const { net, came } = await served((_request, response) => void response.end(pushed), {
    bearer: 'secret-of-before',
  });
  expect(await net.push('i', [])).toMatchObject({ ok: true });
  expect(came[0]?.headers).toMatchObject({ authorization: 'Bearer secret-of-before' });
  expect(came[0]?.headers).not.toHaveProperty('signature');
});

it('a part that is longer than what was asked for is not read to its end, said or not', async () => {
  for (const said of [true, false]) {
    const ended = Promise.withResolvers<void>();
    const { net } = await served((_request, response) => {
      response.writeHead(206, said ? { 'content-length': 100_000_000 } : {}).write(Buffer.alloc(200_000));
      response.once('close', ended.resolve);
    });
    const asked = await net.snapshot({ id: 's', sha256: 'f'.repeat(64), from: 0, to: 100 });
    expect(asked).toStrictEqual({ ok: true, value: 'gone' });
    await ended.promise;
  }
});

it('a part is the bytes that were sent, with and without their number said', async () => {
  const sent = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
  for (const said of [true, false]) {
    const { net } = await served((_request, response) => {
      response.writeHead(206, said ? { 'content-length': sent.length } : {});
      response.write(sent.subarray(0, 70_001));
      response.end(sent.subarray(70_001));
    });
    const part = await net.snapshot({ id: 's', sha256: 'f'.repeat(64), from: 0, to: sent.length });
    expect(part.ok && part.value !== 'gone' && sent.equals(part.value)).toBe(true);
  }
});
