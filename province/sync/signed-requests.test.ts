import { expect, it } from 'vitest';
import { paths } from '../../contract/sync/protocol.ts';
import { revokeStation } from '../stations/enrol.ts';
import { lend } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import { testKey } from '../testing/signing.ts';
import type { TestStation } from '../testing/station.ts';
import { journalOf } from '../testing/stored.ts';

const target = '/sync/v1/changes?epoch=e&cursor=0&inc=i';
/** The cursor is of no life of this database: whoever is let in gets 409. */
const letIn = 409;

describeProvince('signed requests', (province) => {
  const get = async (headers: Readonly<Record<string, string>>, url = target) => {
    const answer = await province().app.inject({ method: 'GET', url, headers });
    return [answer.statusCode, answer.json<unknown>()];
  };
  const signed = (station: TestStation, at = province().now(), nonce?: string) =>
    station.key.headers({ method: 'GET', target }, at, nonce);

  it('lets a station in with its key, and each signature once', async () => {
    const station = await province().station('ST-1');
    const headers = signed(station);
    expect((await get(headers))[0]).toBe(letIn);
    expect(await get(headers)).toEqual([401, { problem: 'replayed' }]);
    expect((await get(signed(station)))[0]).toBe(letIn);
  });

  it('remembers a signature for as long as its time is right', async () => {
    const station = await province().station('ST-1');
    await get(signed(station));
    province().setClock('2026-11-22T15:06:00.000+07:00');
    // Made by a clock that is almost five minutes ahead: good for almost ten, over the end of a generation.
    const headers = signed(station, Date.parse('2026-11-22T15:10:59.000+07:00'));
    expect((await get(headers))[0]).toBe(letIn);
    for (const time of ['15:10:01', '15:15:58']) {
      province().setClock(`2026-11-22T${time}.000+07:00`);
      await get(signed(station));
      expect(await get(headers)).toEqual([401, { problem: 'replayed' }]);
    }
    province().setClock('2026-11-22T15:16:00.000+07:00');
    expect(await get(headers)).toMatchObject([401, { problem: 'wrong-time' }]);
  });

  it.each([
    '2026-11-19T15:00:00.000+07:00',
    '2026-11-25T15:00:00.000+07:00',
    '2026-11-22T14:59:59.000+07:00',
  ])('answers a clock at %s with the right time', async (wrong) => {
    const station = await province().station('ST-1');
    expect(await get(signed(station, Date.parse(wrong)))).toEqual([
      401,
      { problem: 'wrong-time', now: '2026-11-22T08:00:00.000Z' },
    ]);
    expect((await get(signed(station)))[0]).toBe(letIn);
  });

  it('counts for what was signed and nothing else', async () => {
    const station = await province().station('ST-1');
    const headers = signed(station);
    const no = [401, { problem: 'unknown-key' }];
    expect(await get(headers, target.replace('cursor=0', 'cursor=1'))).toEqual(no);
    expect(await get({ ...headers, signature: signed(station)['signature'] ?? '' })).toEqual(no);
    const later = headers['signature-input']?.replace(/created=\d+/, 'created=1763798401') ?? '';
    expect(await get({ ...headers, 'signature-input': later })).toEqual(no);
    const other = await province().station('ST-2');
    const stranger = testKey();
    expect(await get(stranger.headers({ method: 'GET', target }, province().now()))).toEqual(no);
    const asOther = headers['signature-input']?.replace(station.key.keyId, other.key.keyId) ?? '';
    expect(await get({ ...headers, 'signature-input': asOther })).toEqual(no);
  });

  it.each([
    ['signature-input', 'lt=("@method");created=1'],
    ['signature-input', ''],
    ['signature', 'lt=:AAAA:'],
    ['signature', 'lt=::'],
    ['content-digest', 'sha-512=:AAAA:'],
    ['content-digest', ''],
  ])('refuses a header %s of another form: %s', async (name, value) => {
    const station = await province().station('ST-1');
    expect(await get({ ...signed(station), [name]: value })).toEqual([
      401,
      { problem: 'malformed-signature' },
    ]);
  });

  it('takes no other body than the signed one', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    const body = `${JSON.stringify(station.journal[0])}\n`;
    const url = paths.journal('ST-1', 'inc-1');
    const ask = { method: 'POST', url, payload: body } as const;
    const type = { 'content-type': 'application/x-ndjson' };
    const proofOf = (signedBody: string) =>
      station.key.headers({ method: 'POST', target: url, body: signedBody }, province().now());
    for (const wrong of ['', body.replace('VV.i1', 'VV.i2')]) {
      const answer = await province().app.inject({ ...ask, headers: { ...type, ...proofOf(wrong) } });
      expect([answer.statusCode, answer.json()]).toEqual([401, { problem: 'wrong-digest' }]);
    }
    expect(await journalOf(province().db, station)).toEqual([]);
    const good = await province().app.inject({ ...ask, headers: { ...type, ...proofOf(body) } });
    expect(good.statusCode).toBe(200);
  });

  it('ends with the key: a revoked station is refused from the next request on', async () => {
    const station = await province().station('ST-1');
    const other = await province().station('ST-2');
    expect(await revokeStation(province().db, 'ST-1', province().now())).toBe(true);
    expect(await get(signed(station))).toEqual([401, { problem: 'revoked' }]);
    expect((await get(signed(other)))[0]).toBe(letIn);
    expect(await revokeStation(province().db, 'ST-9', province().now())).toBe(false);
  });
});
