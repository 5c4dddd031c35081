import { expect, it } from 'vitest';
import { genesisHash } from '../../domain/facts/fact.ts';
import { lend } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';

describeProvince('hello', (province) => {
  it('tells a new station the epoch, the head, the time and that nothing is held of its journal', async () => {
    const station = await province().station('ST-1');
    const hello = await station.hello();
    expect(hello).toEqual({
      epoch: hello.epoch,
      acked: { seq: 0, hash: genesisHash },
      minReader: 1,
      // Its receipt numbers.
      head: 1,
      now: '2026-11-22T08:00:00.000Z',
      action: 'proceed',
    });
  });

  it('tells what is held of the journal', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    station.record(lend('i2'));
    await station.push(station.journal.slice(0, 1));
    expect(await station.hello()).toMatchObject({
      acked: { seq: 1, hash: station.journal[0]?.hash },
      head: 3,
      action: 'proceed',
    });
  });

  it('knows a copied or restored disk by a journal that is shorter or other than what is held', async () => {
    const station = await province().station('ST-1');
    const empty = station.clone();
    station.record(lend('i1'));
    const short = station.clone();
    const other = station.clone();
    station.record(lend('i2'));
    other.record(lend('i3'));
    await station.push();
    expect((await station.hello()).action).toBe('proceed');
    expect((await empty.hello()).action).toBe('forked');
    expect((await short.hello()).action).toBe('forked');
    expect((await other.hello()).action).toBe('forked');
    // With an incarnation of its own the copy is a journal like any other.
    expect(await other.reborn('inc-2').hello()).toMatchObject({ action: 'proceed', acked: { seq: 0 } });
  });

  it('asks for a rebuild when the epoch is another or the cursor is beyond the head', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    await station.push();
    const { epoch, head } = await station.hello();
    expect((await station.hello({ epoch, cursor: head })).action).toBe('proceed');
    expect((await station.hello({ epoch, cursor: head + 1 })).action).toBe('rebuild');
    expect((await station.hello({ epoch: 'earlier', cursor: 1 })).action).toBe('rebuild');
  });

  it('remembers who spoke last, and when', async () => {
    const station = await province().station('ST-1');
    await station.hello({ app: 'luu-thong 1.2\u0000' });
    const row = await province()
      .db.selectFrom('station')
      .select(['inc', 'app', 'last_seen'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      inc: 'inc-1',
      app: 'luu-thong 1.2\ufffd',
      last_seen: new Date('2026-11-22T08:00:00.000Z'),
    });
  });

  it.each([
    ['another station', { station: 'ST-2' }, 403, 'other-station'],
    ['no incarnation', { inc: '' }, 400, 'malformed-request'],
    ['an incarnation with NUL', { inc: '\u0000' }, 400, 'malformed-request'],
    ['a cursor in text', { cursor: '1' }, 400, 'malformed-request'],
    ['no time', { now: 'noon' }, 400, 'malformed-request'],
    ['a body too large', { padding: 'x'.repeat(20_000) }, 413, 'too-large'],
  ])('turns away %s', async (_what, wrong, status, problem) => {
    const station = await province().station('ST-1');
    const good = {
      station: 'ST-1',
      inc: 'inc-1',
      app: '',
      protocol: 1,
      epoch: null,
      cursor: 0,
      journal: { seq: 0, hash: genesisHash },
      now: '2026-11-22T08:00:00Z',
    };
    const ask = { method: 'POST', url: '/sync/v1/hello' } as const;
    expect((await station.request({ ...ask, payload: good })).statusCode).toBe(200);
    const answer = await station.request({ ...ask, payload: { ...good, ...wrong } });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ problem });
  });

  it('turns away a body that is no JSON object', async () => {
    const station = await province().station('ST-1');
    for (const payload of ['', 'null', '[]', '{', '{"__proto__":{"station":"ST-1"}}']) {
      const headers = { 'content-type': 'application/json' };
      const answer = await station.request({ method: 'POST', url: '/sync/v1/hello', headers, payload });
      expect([payload, answer.statusCode]).toEqual([payload, 400]);
    }
  });
});
