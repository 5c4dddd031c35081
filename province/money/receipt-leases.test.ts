import { expect, it } from 'vitest';
import type { ReceiptRange } from '../../domain/money/payment.ts';
import { publishRows } from '../catalogue/publish.ts';
import { beginEpoch } from '../sync/epoch.ts';
import { lend, pay, undo } from '../testing/drafts.ts';
import { mirrorOf } from '../testing/mirror.ts';
import { describeProvince } from '../testing/province.ts';
import { library } from '../testing/rows.ts';
import type { TestStation } from '../testing/station.ts';
import { parseRow, rowsOf } from '../testing/stored.ts';

async function rangesAt(station: TestStation): Promise<readonly ReceiptRange[]> {
  return [...(await mirrorOf(station))]
    .filter(([key]) => key.startsWith('receipt-range/'))
    .map(([, row]) => parseRow('receipt-range', row));
}

function payWith({ series, year }: Pick<ReceiptRange, 'series' | 'year'>, number: number) {
  return pay('c1', 5_000, { kind: 'leased', series, year, number });
}

describeProvince('receipt numbers', (province) => {
  it('come with the first hello, for the library of the station and this year', async () => {
    await publishRows(province().db, [library('lib-1')]);
    const station = await province().station('ST-1');
    expect(await rangesAt(station)).toEqual([
      {
        id: expect.any(String),
        station: 'ST-1',
        inc: 'inc-1',
        series: 'PT-lib-1',
        year: 2026,
        from: 1,
        to: 200,
      },
    ]);
    await station.hello();
    expect(await rangesAt(station)).toHaveLength(1);
  });

  it('are refilled by the push that leaves fewer than fifty', async () => {
    const station = await province().station('ST-1');
    const [range] = await rangesAt(station);
    if (!range) throw new Error('no numbers');
    station.record(payWith(range, 150));
    await station.push();
    expect(await rangesAt(station)).toHaveLength(1);
    // Numbers go up: a later one leaves those before it unused for ever.
    station.record(payWith(range, 151));
    await station.push();
    const { rows } = await station.changes({ epoch: (await station.hello()).epoch, cursor: 1 });
    expect(rows.at(-1)).toMatchObject({
      entity: 'receipt-range',
      row: { station: 'ST-1', from: 201, to: 400 },
    });
    expect(await rangesAt(station)).toHaveLength(2);
  });

  it('count as used when their payment was undone, and when they come late', async () => {
    const station = await province().station('ST-1');
    const [range] = await rangesAt(station);
    if (!range) throw new Error('no numbers');
    const payment = station.record(payWith(range, 160));
    station.record(undo([payment], [`payment/${payment}`, 'charge/c1']));
    await station.push();
    station.record(payWith(range, 3));
    await station.push();
    const lease = await province()
      .db.selectFrom('receipt_lease')
      .select(['first', 'used'])
      .orderBy('first')
      .execute();
    expect(lease).toEqual([
      { first: 1, used: 160 },
      { first: 201, used: 200 },
    ]);
  });

  it('are not used up by what another station says', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const [range] = await rangesAt(one);
    if (!range) throw new Error('no numbers');
    two.record(payWith(range, 200));
    two.record(payWith(range, 99_999_999));
    two.record(payWith({ ...range, year: Number.MAX_SAFE_INTEGER }, 1));
    two.record(payWith({ ...range, series: '' }, 1));
    expect((await two.push()).statusCode).toBe(200);
    const leases = await province().db.selectFrom('receipt_lease').select(['station', 'used']).execute();
    expect(leases).toEqual([{ station: 'ST-1', used: 0 }]);
    expect((await rangesAt(two)).map(({ station, from }) => [station, from])).toEqual([
      ['ST-1', 1],
      ['ST-2', 201],
    ]);
  });

  it('begin at 1 again on 1 January, and reach a desk before that', async () => {
    const station = await province().station('ST-1');
    const years = async () => (await rangesAt(station)).map(({ year, from }) => [year, from]);
    province().setClock('2026-12-14T23:00:00.000+07:00');
    expect(await years()).toEqual([[2026, 1]]);
    province().setClock('2026-12-15T08:00:00.000+07:00');
    // Also for a station that is connected all the time and says hello to nobody.
    station.record(lend('i1'));
    await station.push();
    expect(
      await province().db.selectFrom('receipt_lease').select(['year', 'first']).orderBy('year').execute(),
    ).toEqual([
      { year: 2026, first: 1 },
      { year: 2027, first: 1 },
    ]);
    province().setClock('2027-01-01T00:00:00.000+07:00');
    expect(await years()).toEqual([
      [2026, 1],
      [2027, 1],
    ]);
  });

  it('never overlap, whoever asks at the same time', async () => {
    await publishRows(province().db, [library('lib-1')]);
    const stations = await Promise.all(
      Array.from({ length: 8 }, (_none, index) => province().station(`ST-${index}`)),
    );
    const series = { series: 'PT-lib-1', year: 2026 };
    await Promise.all(stations.flatMap((station) => [station.hello(), station.hello()]));
    for (let round = 0; round < 3; round += 1)
      await Promise.all(
        stations.map(async (station) => {
          const own = (await rangesAt(station)).filter((range) => range.station === station.name);
          station.record(payWith(series, own.at(-1)?.to ?? 0));
          await Promise.all([station.push(), station.hello()]);
        }),
      );
    const [reader] = stations;
    const ranges = (reader ? await rangesAt(reader) : []).toSorted((a, b) => a.from - b.from);
    expect(ranges).toHaveLength(8 * 4);
    expect(ranges.map(({ from }) => from)).toEqual(ranges.map((_range, index) => 1 + index * 200));
    for (const { from, to } of ranges) expect(to).toBe(from + 199);
  });

  it('leave a gap after a restore: what was given out in the lost time may still be in use', async () => {
    const station = await province().station('ST-1');
    await station.hello();
    const id = await beginEpoch(province().db, 'restored from last night');
    // By the clock of this test, which is not that of the machine it runs on.
    const began_at = '2026-11-22T09:00:00+07:00';
    await province().db.updateTable('epoch').set({ began_at }).where('id', '=', id).execute();
    const other = await province().station('ST-2');
    const own = (await rangesAt(other)).filter((range) => range.station === 'ST-2');
    expect(own).toMatchObject([{ from: 82_170_001, to: 82_170_200 }]);
  });

  it('are not given to a station that has only a past', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    await station.push();
    expect(await province().db.selectFrom('receipt_lease').select('id').execute()).toEqual([]);
  });
});

describeProvince('a station whose journal has forked', (province) => {
  it('gets numbers of its own, and the copy keeps those that both knew', async () => {
    const station = await province().station('ST-01');
    await station.hello();
    const copy = station.reborn('inc-2');
    await copy.hello();
    await station.hello();
    const rows = await rowsOf(province().db, 'receipt-range');
    const ranges = rows.map(({ inc, from, to }) => [inc, from, to]);
    expect(ranges.toSorted(([, a = 0], [, b = 0]) => Number(a) - Number(b))).toStrictEqual([
      ['inc-1', 1, 200],
      ['inc-2', 201, 400],
    ]);
  });
});
