import { expect, it } from 'vitest';
import { publishRows } from '../catalogue/publish.ts';
import { amend, lend, renew, takeBack, undo } from '../testing/drafts.ts';
import type { TestProvince } from '../testing/province.ts';
import { describeProvince } from '../testing/province.ts';
import { biblio, item, patron } from '../testing/rows.ts';
import type { Page, TestStation } from '../testing/station.ts';
import { beginEpoch } from './epoch.ts';

async function everything(station: TestStation, limit: number): Promise<readonly Page[]> {
  const { epoch } = await station.hello();
  const pages: Page[] = [];
  let more = true;
  while (more) {
    const cursor: number = pages.at(-1)?.end.cursor ?? 0;
    const page = await station.changes({ epoch, cursor, limit });
    pages.push(page);
    more = page.end.more;
  }
  return pages;
}

async function startedProvince(province: TestProvince): Promise<TestStation> {
  await publishRows(province.db, [patron('patron-1'), biblio('b1'), item('i1'), item('i2')]);
  const station = await province.station('ST-1');
  // Its receipt numbers are the fifth row.
  await station.hello();
  return station;
}

describeProvince('changes', (province) => {
  it('carries published rows and those that follow from facts as the contract has them, in order and without holes', async () => {
    const station = await startedProvince(province());
    const loan = station.record(lend('i1'));
    await station.push();
    const { epoch } = await station.hello();
    const { rows, end } = await station.changes({ epoch, cursor: 0 });
    expect(rows.map(({ pos, entity, id }) => [pos, entity, id])).toEqual([
      [1, 'patron', 'patron-1'],
      [2, 'biblio', 'b1'],
      [3, 'item', 'i1'],
      [4, 'item', 'i2'],
      [5, 'receipt-range', expect.any(String)],
      [6, 'item-state', 'i1'],
      [7, 'loan', loan],
    ]);
    expect(rows[0]?.row).toEqual(patron('patron-1').row);
    expect(rows[5]?.row).toEqual({
      id: 'i1',
      state: { status: 'on-loan', loan },
      lastLoan: null,
      usesInHouse: 0,
    });
    const {
      hold: _hold,
      overrides: _overrides,
      restricted: _restricted,
      card: _card,
      ...lent
    } = lend('i1').body;
    expect(rows[6]?.row).toEqual({
      ...lent,
      id: loan,
      station: 'ST-1',
      checkedOutAt: '2026-11-22T01:00:01.000Z',
      renewals: 0,
      unseenRenewals: 0,
      recall: null,
      claimedReturnedAt: null,
      lostAt: null,
      returnedAt: null,
    });
    expect(end).toEqual({ epoch, cursor: 7, head: 7, more: false, includes: 1 });
  });

  it('says of a row that is gone that it is null', async () => {
    const station = await startedProvince(province());
    const loan = station.record(lend('i1'));
    await station.push();
    station.record(undo([loan], ['item/i1']));
    await station.push();
    const { epoch } = await station.hello();
    const answer = await station.request({
      url: '/sync/v1/changes',
      query: { epoch, cursor: '7', inc: 'inc-1' },
    });
    expect(answer.body.split('\n')[0]).toBe(`{"pos":8,"entity":"loan","id":"${loan}","row":null}`);
  });

  it('gives the same rows in pages of any size', async () => {
    const station = await startedProvince(province());
    for (const copy of ['i1', 'i2', 'i3', 'i4']) station.record(takeBack(copy, station.record(lend(copy))));
    await station.push();
    const whole = (await everything(station, 2000)).flatMap(({ rows }) => rows);
    expect(whole).toHaveLength(5 + 4 * 2);
    for (const limit of [1, 3, 13])
      expect((await everything(station, limit)).flatMap(({ rows }) => rows)).toEqual(whole);
  });

  it('says exactly which facts of the caller the rows up to the cursor include', async () => {
    const station = await startedProvince(province());
    const other = await province().station('ST-2');
    const push = async (from: TestStation, count: number): Promise<void> => {
      expect((await from.push(from.journal.slice(-count))).statusCode).toBe(200);
    };
    const first = station.record(lend('i1')); // positions 6 and 7
    await push(station, 1);
    other.record(lend('i8')); // 8 and 9
    await push(other, 1);
    station.record(lend('i2')); // 10 to 13, one transaction
    station.record(lend('i3'));
    await push(station, 2);
    station.record(amend('r1', {})); // changes no row: nobody knows the reader
    await push(station, 1);
    station.record(renew('i1', first)); // 14
    await push(station, 1);
    const includes = (await everything(station, 1)).map(({ end }) => [end.cursor, end.includes]);
    expect(includes).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 0],
      [6, 0],
      [7, 1],
      [8, 1],
      [9, 1],
      [10, 1],
      [11, 1],
      [12, 1],
      [13, 4],
      [14, 5],
    ]);
    // Asking gives the other station its receipt numbers.
    const others = (await everything(other, 1)).map(({ end }) => end.includes);
    expect(others).toEqual([...Array<number>(8).fill(0), ...Array<number>(7).fill(1)]);
  });

  it('counts only the journal of the incarnation that asks', async () => {
    const station = await startedProvince(province());
    station.record(lend('i1'));
    await station.push();
    const { epoch } = await station.hello();
    const { end } = await station.changes({ epoch, cursor: 0, inc: 'inc-2' });
    expect(end.includes).toBe(0);
  });

  it('reaches the head past rows that were taken out of the feed', async () => {
    const station = await startedProvince(province());
    await province().db.deleteFrom('change').where('pos', '>', 2).execute();
    const { epoch } = await station.hello();
    const { rows, end } = await station.changes({ epoch, cursor: 1 });
    expect(rows).toHaveLength(1);
    expect(end).toMatchObject({ cursor: 5, head: 5, more: false });
  });

  it('turns away a cursor of another epoch, or beyond the head, with the epoch in force', async () => {
    const station = await startedProvince(province());
    const { epoch } = await station.hello();
    for (const query of [
      { epoch: 'another', cursor: 0 },
      { epoch, cursor: 6 },
    ]) {
      const answer = await station.request({
        url: '/sync/v1/changes',
        query: { epoch: query.epoch, cursor: String(query.cursor), inc: 'inc-1' },
      });
      expect(answer.statusCode).toBe(409);
      expect(answer.json()).toEqual({ conflict: 'epoch', epoch });
    }
    const renewed = await beginEpoch(province().db, 'restored from last night');
    expect(renewed).not.toBe(epoch);
    expect((await station.hello()).epoch).toBe(renewed);
    expect((await station.changes({ epoch: renewed, cursor: 0 })).rows).toHaveLength(5);
  });

  it.each([
    {},
    { epoch: 'e', cursor: '-1', inc: 'i' },
    { epoch: 'e', cursor: '1.5', inc: 'i' },
    { epoch: 'e', cursor: '0' },
    { epoch: 'e', cursor: '0', inc: '\u0000' },
    { epoch: 'e', cursor: '0', inc: 'i', limit: '0' },
    { epoch: 'e', cursor: '0', inc: 'i', limit: '2001' },
    { epoch: 'e', cursor: '99999999999999999999', inc: 'i' },
    { epoch: 'e', cursor: "0' or 1=1", inc: 'i' },
  ])('refuses a query without sense: %j', async (query) => {
    const station = await startedProvince(province());
    const answer = await station.request({ url: '/sync/v1/changes', query });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ problem: 'malformed-request' });
  });
});
