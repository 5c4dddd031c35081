import pino from 'pino';
import { expect, it } from 'vitest';
import { genesisHash } from '../../domain/facts/fact.ts';
import { createServer } from '../server.ts';
import { enrolStation } from '../stations/enrol.ts';
import { lend } from '../testing/drafts.ts';
import { createHeadSignal } from './head-signal.ts';
import { describeProvince } from '../testing/province.ts';
import { journalOf } from '../testing/stored.ts';

const doors = [
  { method: 'POST', url: '/sync/v1/hello' },
  { method: 'POST', url: '/sync/v1/journals/ST-1/inc-1' },
  { method: 'GET', url: '/sync/v1/changes' },
  { method: 'GET', url: '/sync/v1/poke' },
] as const;

describeProvince('station keys', (province) => {
  it.each(doors)('$url opens to no one without an enrolled key', async (door) => {
    await province().station('ST-1');
    const wrong = [
      '',
      'Bearer',
      'Bearer ',
      'Bearer wrong',
      'Basic a2V5',
      `Bearer ${'x'.repeat(600)}`,
      "Bearer ' or 1=1",
    ];
    for (const authorization of wrong) {
      const answer = await province().app.inject({ ...door, headers: { authorization } });
      expect([authorization, answer.statusCode]).toEqual([authorization, 401]);
      expect(answer.json()).toEqual({ problem: 'unknown-key' });
    }
    expect((await province().app.inject(door)).statusCode).toBe(401);
  });

  it('judges the key before it reads a body', async () => {
    const answer = await province().app.inject({
      method: 'POST',
      url: '/sync/v1/hello',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    });
    expect(answer.statusCode).toBe(401);
  });

  it("keeps a station out of another's journal", async () => {
    const mine = await province().station('ST-1');
    const theirs = await province().station('ST-2');
    theirs.record(lend('i1'));
    const body = theirs.journal.map((line) => JSON.stringify(line)).join('\n');
    const headers = { 'content-type': 'application/x-ndjson' };
    const answer = await mine.request({
      method: 'POST',
      url: '/sync/v1/journals/ST-2/inc-1',
      headers,
      payload: body,
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toEqual({ problem: 'other-station' });
    expect(await journalOf(province().db, theirs)).toEqual([]);
  });

  it('lets bearer keys in for the transition only, and keeps none', async () => {
    const { db, app } = province();
    const enrolment = { station: 'ST-1', library: 'lib-1', desk: 'Quầy 2' };
    const bearer = 'another-key-0123456789';
    await enrolStation(db, { ...enrolment, proof: { bearer } });
    const stored = await db.selectFrom('station').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(bearer);
    const ask = { method: 'GET', url: '/sync/v1/changes?epoch=e&cursor=0&inc=i' } as const;
    const headers = { authorization: `bearer ${bearer}` };
    expect((await app.inject({ ...ask, headers })).statusCode).toBe(409);
    const strict = createServer({
      db,
      signal: createHeadSignal(),
      now: province().now,
      logger: pino({ level: 'silent' }),
      hosts: [],
      bearerKeys: false,
    });
    const refused = await strict.inject({ ...ask, headers });
    expect([refused.statusCode, refused.json()]).toEqual([401, { problem: 'unknown-key' }]);
  });

  it('refuses a key that could be guessed', async () => {
    const enrolment = { station: 'ST-1', library: 'l', desk: 'd' };
    const guessable = enrolStation(province().db, { ...enrolment, proof: { bearer: 'secret' } });
    await expect(guessable).rejects.toThrow('fewer than 16');
    const none = enrolStation(province().db, { ...enrolment, proof: { publicKey: 'x' } });
    await expect(none).rejects.toThrow('not an Ed25519');
  });

  it('answers a push in the wrong form without looking into it', async () => {
    const station = await province().station('ST-1');
    const ask = { method: 'POST', url: '/sync/v1/journals/ST-1/inc-1', payload: '{}' } as const;
    const json = await station.request({ ...ask, headers: { 'content-type': 'application/json' } });
    expect([json.statusCode, json.json()]).toEqual([415, { problem: 'wrong-content-type' }]);
    const xml = await station.request({ ...ask, headers: { 'content-type': 'text/xml' } });
    expect([xml.statusCode, xml.json()]).toEqual([415, { problem: 'wrong-content-type' }]);
    const zipped = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
    expect((await station.request({ ...ask, headers: zipped })).statusCode).toBe(415);
    const nul = { 'content-type': 'application/x-ndjson' };
    for (const url of ['/sync/v1/journals/ST-1/%00', `/sync/v1/journals/ST-1/${'x'.repeat(65)}`])
      expect((await station.request({ ...ask, url, headers: nul })).json()).toEqual({
        problem: 'malformed-request',
      });
    expect(
      (await station.request({ ...ask, url: '/sync/v1/journals/ST-1/%E0%A4', headers: nul })).statusCode,
    ).toBe(400);
  });

  it('shows nothing of its insides at a door that does not exist', async () => {
    const station = await province().station('ST-1');
    const answer = await station.request({ method: 'GET', url: `/sync/v1/secrets?${genesisHash}` });
    expect([answer.statusCode, answer.json()]).toEqual([404, { problem: 'not-found' }]);
  });
});
