import { expect, it } from 'vitest';
import { codeLength, codeLetters, enrolPath, enrolResponseSchema } from '../../contract/sync/enrolment.ts';
import { describeProvince } from '../testing/province.ts';
import type { TestKey } from '../testing/signing.ts';
import { testKey } from '../testing/signing.ts';
import { codeLifeMs, makeCode } from './enrolment-codes.ts';

describeProvince('enrolment by code', (province) => {
  const newCode = async (station: string | null = null): Promise<string> => {
    const request = { library: 'lib-1', desk: 'Quầy Thử', station };
    return (await makeCode(province().db, request, province().now())).code;
  };
  const enrol = async (code: string, key: TestKey, station: string | null = null, signer = key) => {
    const body = JSON.stringify({ code, publicKey: key.publicKey, station });
    const proof = signer.headers({ method: 'POST', target: enrolPath, body }, 0);
    const headers = { 'content-type': 'application/json', ...proof };
    const answer = await province().app.inject({ method: 'POST', url: enrolPath, payload: body, headers });
    return { status: answer.statusCode, body: answer.json<unknown>(), headers: answer.headers };
  };
  const isLetIn = async (key: TestKey): Promise<boolean> => {
    const target = '/sync/v1/changes?epoch=e&cursor=0&inc=i';
    const headers = key.headers({ method: 'GET', target }, province().now());
    return (await province().app.inject({ method: 'GET', url: target, headers })).statusCode === 409;
  };
  const wrongCode = { status: 403, body: { problem: 'wrong-code' } };

  it('gives a code for a station, whatever the clock of the computer says', async () => {
    const code = await newCode();
    expect(code).toMatch(new RegExp(`^[${codeLetters}]{${codeLength}}$`));
    const key = testKey();
    const typed = `${code.slice(0, 5).toLowerCase()} - ${code.slice(5)}`;
    const answer = await enrol(typed, key);
    expect(answer.body).toEqual({
      station: 'ST-01',
      desk: 'Quầy Thử',
      library: { id: 'lib-1', name: 'lib-1' },
    });
    expect(await isLetIn(key)).toBe(true);
    const next = await enrol(await newCode(), testKey());
    expect(enrolResponseSchema.parse(next.body).station).toBe('ST-02');
  });

  it('is used once; the same computer may ask again for a lost answer', async () => {
    const code = await newCode();
    const key = testKey();
    const first = await enrol(code, key);
    expect(first.status).toBe(200);
    expect((await enrol(code, key)).body).toEqual(first.body);
    const thief = testKey();
    expect(await enrol(code, thief)).toMatchObject(wrongCode);
    expect(await isLetIn(thief)).toBe(false);
  });

  it('keeps the code nowhere', async () => {
    const code = await newCode();
    const rows = await province().db.selectFrom('enrolment_code').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code.slice(4));
  });

  it('dies after its time and after five wrong ends', async () => {
    const old = await newCode();
    province().setClock(new Date(province().now() + codeLifeMs).toISOString());
    expect(await enrol(old, testKey())).toMatchObject(wrongCode);
    const tried = await newCode();
    const wrong = tried.slice(0, 4) + (tried.endsWith('AAAAAA') ? 'CCCCCC' : 'AAAAAA');
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await enrol(wrong, testKey())).toMatchObject(wrongCode);
    expect(await enrol(tried, testKey())).toMatchObject(wrongCode);
  });

  it('lets nobody try on and on', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 11; attempt += 1) answers.push(await enrol('ACDEFGHJKM', testKey()));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    province().setClock(new Date(province().now() + 30_000).toISOString());
    expect((await enrol('ACDEFGHJKM', testKey())).status).toBe(403);
  });

  it('asks for the private key', async () => {
    const code = await newCode();
    const theirs = testKey();
    expect(await enrol(code, theirs, null, testKey())).toMatchObject({ status: 401 });
    expect((await enrol(code, theirs)).status).toBe(200);
  });

  it('replaces the key of a station when the code is for it, and only then', async () => {
    const before = testKey();
    const { station } = enrolResponseSchema.parse((await enrol(await newCode(), before)).body);
    const after = testKey();
    const taken = await enrol(await newCode(), after, station);
    expect(taken).toMatchObject({ status: 403, body: { problem: 'other-station' } });
    expect((await enrol(await newCode('ST-77'), after, station)).body).toEqual({ problem: 'other-station' });
    expect((await enrol(await newCode(station), after, station)).body).toMatchObject({ station });
    expect([await isLetIn(before), await isLetIn(after)]).toEqual([false, true]);
  });

  it('keeps the name of a journal that no station has yet', async () => {
    expect((await enrol(await newCode(), testKey(), 'TV-HUYEN-3')).body).toMatchObject({
      station: 'TV-HUYEN-3',
    });
  });

  it.each(['{}', '[]', '{"code":5}', '{"__proto__":1}', '{'])('refuses %s', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await province().app.inject({ method: 'POST', url: enrolPath, payload: body, headers });
    expect([answer.statusCode, answer.json()]).toEqual([400, { problem: 'malformed-request' }]);
  });
});
