import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { enrolPath } from '../../contract/sync/enrolment.ts';
import { factEnvelopeSchema, paths } from '../../contract/sync/protocol.ts';
import { chainHash } from '../../domain/facts/fact.ts';
import { lend } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import { testKey } from '../testing/signing.ts';
import type { TestStation } from '../testing/station.ts';
import { journalOf, loansOf } from '../testing/stored.ts';
import { sha256Hex } from './sha256.ts';

const evil = `"><script>alert(1)</script>'; drop table fact; --`;
/** What no answer may hold: paths, frames of a stack, words of the database. */
const insides = /\bat \S+:\d+|\.ts\b|node_modules|select |relation "|syntax error/i;

describeProvince('requests of somebody who means harm', (province) => {
  const stillWell = async (station: TestStation): Promise<void> => {
    expect((await province().app.inject('/health')).statusCode).toBe(200);
    expect((await station.push()).statusCode).toBe(200);
  };
  const good = async (): Promise<TestStation> => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    return station;
  };

  it.each([
    ['a line of 10 MB', () => Buffer.alloc(10 * 1024 * 1024, 'a')],
    ['10 MB of empty lines', () => Buffer.alloc(10 * 1024 * 1024, '\n')],
    ['a body of 1 MiB and a byte', () => Buffer.alloc(1024 * 1024 + 1, '[')],
  ])('%s is too large, and nothing of it is kept', async (_what, body) => {
    const station = await good();
    const answer = await station.pushBody(body());
    expect([answer.statusCode, answer.json()]).toEqual([413, { problem: 'too-large' }]);
    await stillWell(station);
  });

  it('10 MB that do not say how long they are, over a real line, neither', async () => {
    const station = await good();
    const url = await province().app.listen({ host: '127.0.0.1', port: 0 });
    const target = paths.journal('ST-1', 'inc-1');
    const megabyte = new Uint8Array(1024 * 1024).fill(0x61);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let count = 0; count < 10; count += 1) controller.enqueue(megabyte);
        controller.close();
      },
    });
    const proof = station.key.headers({ method: 'POST', target }, province().now());
    const headers = { ...proof, 'content-type': 'application/x-ndjson' };
    const status = await fetch(url + target, { method: 'POST', headers, body, duplex: 'half' }).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
    await stillWell(station);
  });

  it.each([
    ['letters', 'hello, is this the library?\r\n\r\n'],
    ['TLS on a plain port', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'],
    ['a header of 100 kB', `GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
    [
      'two lengths',
      'POST /sync/v1/hello HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a chunk of no length',
      'POST /sync/v1/enrol HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ],
    [
      'a path that leads out',
      'GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    ],
    ['another name', 'GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'],
  ])('%s instead of a request ends in a refusal', async (_what, bytes) => {
    const station = await good();
    const url = await province().app.listen({ host: '127.0.0.1', port: 0 });
    const line = connect(Number(new URL(url).port), '127.0.0.1');
    await once(line, 'connect');
    line.on('error', () => {});
    line.write(Buffer.from(bytes, 'latin1'));
    const said = await text(line).catch(() => 'HTTP/1.1 400');
    expect(said).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(said).not.toMatch(insides);
    await stillWell(station);
  });

  it('deeply nested JSON is refused or read, and never the end', async () => {
    const station = await good();
    const nest = `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`;
    for (const url of [paths.hello, enrolPath]) {
      const headers = { 'content-type': 'application/json' };
      const answer = await station.request({ method: 'POST', url, payload: nest, headers });
      expect([url, answer.statusCode]).toEqual([url, answer.statusCode === 413 ? 413 : 400]);
      expect(answer.body).not.toMatch(insides);
    }
    await stillWell(station);
  });

  it('SQL and script in every string are kept as they came, and shown as text', async () => {
    const station = await province().station('ST-1');
    const draft = station.clone();
    draft.record(lend('i1'));
    const fact = factEnvelopeSchema.parse(JSON.parse(draft.journal[0]?.bytes ?? ''));
    const texts = JSON.stringify(fact).match(/"(?:[^"\\]|\\.)*"(?=[,}\]])/g) ?? [];
    const spare = new Set([fact.id, fact.station, fact.inc, fact.at].map((value) => JSON.stringify(value)));
    let seq = 0;
    for (const value of new Set(texts.filter((one) => !spare.has(one)))) {
      seq += 1;
      const id = `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
      const changed = JSON.stringify({ ...fact, seq, id }).replaceAll(value, JSON.stringify(evil));
      station.recordText(changed);
    }
    expect(seq).toBeGreaterThan(10);
    expect((await station.push()).json()).toMatchObject({ acked: { seq } });
    const kept = await province().db.selectFrom('fact').select('bytes').orderBy('seq').execute();
    expect(kept.map(({ bytes }) => bytes)).toEqual(station.journal.map(({ bytes }) => bytes));
    const page = await province().app.inject('/');
    expect([page.statusCode, page.body.includes('<script>')]).toEqual([200, false]);
    expect((await province().app.inject('/metrics')).statusCode).toBe(200);
  });

  it('a station that lies about its sequence changes nothing', async () => {
    const station = await good();
    await station.push();
    const stored = await journalOf(province().db, station);
    const acked = { seq: 1, hash: station.journal[0]?.hash };
    const place = (seq: number, prev = acked.hash ?? '') => {
      const liar = station.clone();
      liar.record(lend('i2'), { seq });
      const bytes = liar.journal.at(-1)?.bytes ?? '';
      return JSON.stringify({ bytes, prev, hash: chainHash(sha256Hex, prev, bytes) });
    };
    for (const [line, conflict] of [
      [place(3), 'gap'],
      [place(Number.MAX_SAFE_INTEGER), 'gap'],
      [place(1), 'forked'],
      [place(2, 'f'.repeat(64)), 'forked'],
    ] as const) {
      const answer = await station.pushBody(line);
      expect([answer.statusCode, answer.json()]).toEqual([409, { conflict, acked }]);
    }
    for (const seq of [0, -1, 1.5, 2 ** 53]) {
      const answer = await station.pushBody(place(seq));
      expect([answer.statusCode, answer.json()]).toMatchObject([422, { fault: { code: 'not-a-fact' } }]);
    }
    expect(await journalOf(province().db, station)).toEqual(stored);
    expect(await loansOf(province().db)).toHaveLength(1);
    await stillWell(station);
  });

  it("no refusal tells of another library's reader, or of the server's insides", async () => {
    const station = await good();
    station.record(lend('i1', 'reader-of-another'));
    await station.push();
    const stranger = testKey();
    for (const [method, url] of [
      ['GET', '/sync/v1/changes?epoch=e&cursor=0&inc=i'],
      ['GET', '/sync/v1/poke'],
      ['POST', '/sync/v1/hello'],
      ['POST', paths.journal('ST-1', 'inc-1')],
      ['POST', enrolPath],
      ['GET', "/sync/v1/changes?cursor=1'%20or%201=1"],
      ['GET', '/%00'],
      ['GET', '/sync/v1/journals/ST-1/inc-1'],
    ] as const) {
      const headers = stranger.headers({ method, target: url }, province().now());
      const answer = await province().app.inject({ method, url, headers });
      expect([url, answer.statusCode]).toEqual([url, Math.min(Math.max(answer.statusCode, 400), 499)]);
      expect(answer.body).not.toMatch(insides);
      expect(answer.body).not.toContain('reader-of-another');
      expect(Object.keys(answer.json())).toEqual(['problem']);
    }
  });
});
