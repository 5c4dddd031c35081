import { expect, it } from 'vitest';
import { factEnvelopeSchema } from '../../contract/sync/protocol.ts';
import { chainHash, genesisHash } from '../../domain/facts/fact.ts';
import { lend, renew, takeBack, undo } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import type { TestStation } from '../testing/station.ts';
import { journalOf, loansOf, rowsOf, rulesOf } from '../testing/stored.ts';
import { sha256Hex } from './sha256.ts';

/** Re-writes the last journalled fact through `change` and journals it again in its place. */
function distort(station: TestStation, change: (fact: Record<string, unknown>) => unknown): string {
  const copy = station.clone();
  copy.record(lend('i9'));
  const text = copy.journal.at(-1)?.bytes ?? '';
  return JSON.stringify(change(factEnvelopeSchema.parse(JSON.parse(text))));
}

function line(bytes: string, prev = genesisHash): string {
  return JSON.stringify({ bytes, prev, hash: chainHash(sha256Hex, prev, bytes) });
}

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describeProvince('lines that are no facts', (province) => {
  it.each<[string, string, (station: TestStation) => string | Buffer]>([
    ['not-json', 'text', () => 'DROP TABLE fact;'],
    ['not-json', 'half a line', () => '{"bytes":"'],
    ['not-text', 'bytes that are not UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['not-a-push-line', 'other JSON', () => '{"facts":[]}'],
    ['not-a-push-line', 'a nest of arrays', () => deep(300_000)],
    ['not-a-push-line', 'a hash in capitals', () => `{"bytes":"{}","prev":"${'A'.repeat(64)}","hash":"0"}`],
    ['not-a-fact', 'bytes that are not JSON', () => line('loan')],
    ['not-a-fact', 'bytes with a raw NUL', () => line('{"v":1,"id":"\u0000"}')],
    ['not-a-fact', 'bytes that are a nest of arrays', () => line(deep(300_000))],
    ['not-a-fact', 'no id', (station) => line(distort(station, ({ id: _id, ...rest }) => rest))],
    ['not-a-fact', 'sequence 0', (station) => line(distort(station, (fact) => ({ ...fact, seq: 0 })))],
    [
      'not-a-fact',
      'a sequence in text',
      (station) => line(distort(station, (fact) => ({ ...fact, seq: '1' }))),
    ],
    [
      'not-a-fact',
      'an id in SQL',
      (station) => line(distort(station, (fact) => ({ ...fact, id: "' or 1=1" }))),
    ],
    [
      'not-a-fact',
      'half a surrogate pair',
      (station) => line(`${distort(station, (f) => f).slice(0, -1)},"x":"\ud800"}`),
    ],
    [
      'other-journal',
      'another station',
      (station) => line(distort(station, (fact) => ({ ...fact, station: 'ST-2' }))),
    ],
    [
      'other-journal',
      'another incarnation',
      (station) => line(distort(station, (fact) => ({ ...fact, inc: 'x' }))),
    ],
    ['wrong-hash', 'a changed text', (station) => line(distort(station, (f) => f)).replace('VV.i9', 'VV.i8')],
    [
      'wrong-hash',
      'a changed prev',
      (station) => line(distort(station, (f) => f)).replace(genesisHash, 'f'.repeat(64)),
    ],
  ])('%s: %s', async (code, _what, make) => {
    const station = await province().station('ST-1');
    const bad = make(station);
    const answer = await station.pushBody(bad);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toEqual({ fault: { line: 1, code }, acked: { seq: 0, hash: genesisHash } });
    expect(answer.body).not.toMatch(/ at |\.ts|node_modules/);
    expect(await province().db.selectFrom('fact').select('id').execute()).toEqual([]);
    // The next request is as good as ever.
    station.record(lend('i1'));
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 1 } });
  });

  it('keeps what stands before the bad line and nothing after it', async () => {
    const station = await province().station('ST-1');
    for (const item of ['i1', 'i2', 'i3', 'i4']) station.record(lend(item));
    const lines = station.journal.map((good) => JSON.stringify(good));
    const answer = await station.pushBody([...lines.slice(0, 2), '{}', ...lines.slice(2)].join('\n'));
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      fault: { line: 3 },
      acked: { seq: 2, hash: station.journal[1]?.hash },
    });
    expect(await journalOf(province().db, station)).toHaveLength(2);
    expect(await loansOf(province().db)).toHaveLength(2);
  });
});

describeProvince('facts this version cannot read', (province) => {
  const epoch = async (): Promise<string> => {
    const station = await province().station('ST-9');
    return (await station.hello()).epoch;
  };
  const inBody = (field: string, value: unknown) => (good: string) => {
    const fact = factEnvelopeSchema.parse(JSON.parse(good));
    return JSON.stringify({ ...fact, body: { ...fact.body, [field]: value } });
  };

  const asRenewal = (renewals: number) => (good: string) => {
    const fact = factEnvelopeSchema.parse(JSON.parse(good));
    return JSON.stringify({ ...fact, ...renew('i1', 'some-loan', renewals) });
  };

  it.each<[string, (good: string) => string]>([
    ['an unknown kind', (good) => good.replace('loan.checked-out', 'loan.teleported')],
    ['a kind of the language', (good) => good.replace('loan.checked-out', 'toString')],
    ['a kind with NUL', (good) => good.replace('loan.checked-out', String.raw`loan\u0000`)],
    ['a later version', (good) => good.replace('"kv":1', '"kv":2')],
    ['a version beyond 32 bits', (good) => good.replace('"kv":1', '"kv":9007199254740991')],
    ['a body without its copy', (good) => good.replace('"item":"i1",', '')],
    ['a copy without a name', inBody('item', '')],
    ['a copy with NUL in its name', inBody('item', 'i\u0000')],
    ['a copy with half a surrogate pair in its name', inBody('item', 'i\ud800')],
    ['a name too long for an index', inBody('patron', 'x'.repeat(9000))],
    ['a due date that is no date', inBody('due', '2026-02-30')],
    ['a price with a fraction', inBody('price', 0.5)],
    ['a price beyond whole numbers', inBody('price', 2 ** 53)],
    [
      'a policy with NUL in its name',
      inBody('policy', { version: '\u0000', rule: '', gives: lend('').body.policy.gives }),
    ],
    ['renewals beyond counting', asRenewal(1_000_001)],
    [
      'an unknown body too deep to keep as jsonb',
      (good) => good.replace('loan.checked-out', 'x').replace('"item":"i1"', `"item":${deep(100_000)}`),
    ],
  ])('are kept word for word, with an exception: %s', async (_what, bytesOf) => {
    const station = await province().station('ST-1');
    const draft = station.clone();
    draft.record(lend('i1'));
    const bytes = bytesOf(draft.journal[0]?.bytes ?? '');
    station.recordText(bytes);
    station.record(lend('i2'));
    const answer = await station.push();
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ acked: { seq: 2 } });
    const stored = await province().db.selectFrom('fact').select('bytes').where('seq', '=', 1).execute();
    expect(stored).toEqual([{ bytes }]);
    expect(await rulesOf(province().db)).toEqual(['unreadable-fact']);
    expect(await loansOf(province().db)).toMatchObject([{ item: 'i2' }]);
    expect((await station.changes({ epoch: await epoch(), cursor: 0 })).end).toMatchObject({ includes: 2 });
    expect((await province().app.inject('/')).statusCode).toBe(200);
  });
});

describeProvince('facts that say strange things', (province) => {
  it.each([
    ['NUL', String.raw`"a\u0000b"`],
    ['half a surrogate pair', String.raw`"\udfff"`],
    ['a deep nest', deep(100_000)],
  ])('count all the same when %s is in a part nobody knows', async (_what, note) => {
    const station = await province().station('ST-1');
    const draft = station.clone();
    const id = draft.record(lend('i1'));
    const text = draft.journal[0]?.bytes ?? '';
    const bytes = text.replace('"item":', `"note":${note},"item":`);
    station.recordText(bytes);
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 1 } });
    expect(await loansOf(province().db)).toMatchObject([{ id, item: 'i1' }]);
    expect(await rulesOf(province().db)).toEqual([]);
    // After a fork the same fact, as deep as it is, comes again.
    const again = station.reborn('inc-2');
    again.recordText(bytes.replace('"inc":"inc-1"', '"inc":"inc-2"'));
    expect((await again.push()).json()).toMatchObject({ acked: { seq: 1 } });
    expect(await rulesOf(province().db)).toEqual([]);
  });

  it.each([
    '1970-01-01T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '2199-12-31T23:59:59.999+07:00',
    '9999-12-31T23:59:59.999-12:00',
  ])('are placed in time whatever the desk thought it was: %s', async (at) => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    station.record(lend('i2'), { at });
    station.record(lend('i3'), { clock: { boot: 'b', mono: 0, offset: 1e300 } });
    station.record(lend('i4'), { clock: { boot: 'b', mono: 0, offset: -1e300 } });
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 4 } });
    const facts = await province().db.selectFrom('fact').select('effective_at').orderBy('seq').execute();
    const times = facts.map(({ effective_at }) => effective_at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(Date.parse('2026-11-22T15:05:00.000+07:00'));
    expect((await province().app.inject('/')).statusCode).toBe(200);
  });

  it('count when the name of who acted cannot be kept as it is', async () => {
    const station = await province().station('ST-1');
    station.record(
      { kind: 'drawer.opened', body: { drawer: 'd1', library: 'lib-1', float: 0 } },
      { actor: 'a\u0000' },
    );
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 1 } });
    expect(await rowsOf(province().db, 'drawer')).toMatchObject([{ openedBy: 'a\ufffd' }]);
  });

  it('may be an undo that brings along rows of any depth', async () => {
    const station = await province().station('ST-1');
    const loan = station.record(lend('i1'));
    const draft = station.clone();
    const state = { id: 'i1', state: { status: 'available' }, lastLoan: null, usesInHouse: 0 } as const;
    const { kind, body } = undo([loan], ['item/i1']);
    draft.record({ kind, body: { ...body, restores: [{ entity: 'item-state', id: 'i1', row: state }] } });
    const text = draft.journal.at(-1)?.bytes ?? '';
    station.recordText(text.replace('"usesInHouse":0', `"usesInHouse":0,"x":${deep(100_000)}`));
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 2 } });
    station.record(takeBack('i1', null));
    expect((await station.push()).statusCode).toBe(200);
    expect(await loansOf(province().db)).toEqual([]);
    expect(await rulesOf(province().db)).toEqual([]);
  });

  it('are data and nothing else: SQL in every string', async () => {
    const station = await province().station('ST-1');
    const sql = `'; drop table fact; --`;
    const loan = station.record(lend(sql, `") or 1=1; --`));
    station.record(renew(sql, loan));
    station.record(takeBack(sql, loan), { actor: sql, desk: sql });
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 3 } });
    expect(await loansOf(province().db)).toMatchObject([{ item: sql, renewals: 1 }]);
  });

  it('keep the text that was hashed, whatever its spacing and order of keys', async () => {
    const station = await province().station('ST-1');
    const draft = station.clone();
    draft.record(lend('i1'));
    const fact = factEnvelopeSchema.parse(JSON.parse(draft.journal[0]?.bytes ?? ''));
    const bytes = JSON.stringify(Object.fromEntries(Object.entries(fact).toReversed()), null, 2);
    station.recordText(bytes);
    expect((await station.push()).statusCode).toBe(200);
    const stored = await province().db.selectFrom('fact').select('bytes').executeTakeFirstOrThrow();
    expect(stored.bytes).toBe(bytes);
  });
});
