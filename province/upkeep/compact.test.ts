import { expect, it } from 'vitest';
import { publishRows } from '../catalogue/publish.ts';
import { elsewhere } from '../testing/elsewhere.ts';
import { charge, lend, pay, takeBack } from '../testing/drafts.ts';
import { mirrorOf } from '../testing/mirror.ts';
import { describeProvince } from '../testing/province.ts';
import { item, library, patron } from '../testing/rows.ts';
import { compact } from './compact.ts';
import { untilNight } from './nightly.ts';

describeProvince('compaction', (province) => {
  it('leaves one line of each row, and every station sees what it saw before', async () => {
    const home = await province().station('ST-1');
    const other = await elsewhere(province(), 'ST-2');
    await publishRows(province().db, [library('lib-1'), item('i1'), patron('patron-1')]);
    await publishRows(province().db, [library('lib-1', 'Tên khác')]);
    const first = home.record(lend('i1'));
    await home.push();
    home.record(takeBack('i1', first));
    await home.push();
    home.record(charge('c1', 10_000));
    home.record(pay('c1', 10_000));
    home.record(lend('i1'));
    await home.push();
    const before = [await mirrorOf(home), await mirrorOf(other)];
    const { head } = await home.hello();
    const { compactedTo, removed } = await compact(province().db, 0);
    expect(compactedTo).toBe(head);
    expect(removed).toBeGreaterThan(3);
    const lines = await province().db.selectFrom('change').select(['entity', 'entity_id']).execute();
    expect(new Set(lines.map(({ entity, entity_id }) => `${entity}/${entity_id}`)).size).toBe(lines.length);
    expect([await mirrorOf(home), await mirrorOf(other)]).toEqual(before);
    expect(await compact(province().db, 0)).toEqual({ compactedTo: head, removed: 0 });
    // Less is not undone.
    expect(await compact(province().db, 5)).toEqual({ compactedTo: head, removed: 0 });
  });

  it('sends a station that is further behind back to the beginning, but none that is on its way from there', async () => {
    const station = await province().station('ST-1');
    await publishRows(province().db, [library('lib-1'), item('i1'), patron('patron-1')]);
    await publishRows(province().db, [library('lib-1', 'Tên khác')]);
    const { epoch, head } = await station.hello();
    await compact(province().db, 1);
    const ask = async (cursor: number, more: Readonly<Record<string, string>> = {}) =>
      station.request({
        url: '/sync/v1/changes',
        query: { epoch, cursor: String(cursor), inc: 'inc-1', protocol: '2', ...more },
      });
    const refused = await ask(1);
    expect([refused.statusCode, refused.json()]).toEqual([409, { conflict: 'compacted' }]);
    for (const answer of [
      await ask(0),
      await ask(head - 1),
      await ask(1, { filling: '1' }),
      // Stations of before know no such answer.
      await ask(1, { protocol: '1' }),
    ])
      expect(answer.statusCode).toBe(200);
    const lines = (await ask(0)).body.trimEnd().split('\n');
    expect(lines[0]).toBe('{"pos":1,"to":1,"skip":true}');
  });

  it('never goes past a snapshot, which a station may just be taking', async () => {
    const station = await province().station('ST-1');
    await publishRows(province().db, [library('lib-1'), library('lib-2'), library('lib-3')]);
    const { epoch } = await station.hello();
    const at = new Date(province().now()).toISOString();
    await province()
      .db.insertInto('snapshot')
      .values({
        id: 's1',
        library: 'lib-1',
        epoch,
        pos: 2,
        mirror: 1,
        sha256: '0'.repeat(64),
        bytes: 1,
        raw_bytes: 1,
        file: 's1',
        made_at: at,
        offered_at: at,
      })
      .execute();
    expect(await compact(province().db, 0)).toMatchObject({ compactedTo: 2 });
  });
});

it('the night begins at two o’clock in Vietnam', () => {
  const hours = (instant: string): number => untilNight(Date.parse(instant)) / 3_600_000;
  expect(hours('2026-11-25T01:00:00+07:00')).toBe(1);
  expect(hours('2026-11-25T02:00:00+07:00')).toBe(24);
  expect(hours('2026-11-25T14:30:00+07:00')).toBe(11.5);
});
