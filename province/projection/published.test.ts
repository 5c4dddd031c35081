import { expect, it } from 'vitest';
import { publishRows } from '../catalogue/publish.ts';
import { amend, undo } from '../testing/drafts.ts';
import { mirrored } from '../testing/mirror.ts';
import { describeProvince } from '../testing/province.ts';
import { biblio, item, patron, policy } from '../testing/rows.ts';
import { rowsOf } from '../testing/stored.ts';

describeProvince('facts about published rows', (province) => {
  it('amend a published reader, and still do when the reader is published again', async () => {
    const station = await province().station('ST-1');
    await publishRows(province().db, [patron('r1', 'Bạn đọc Thử Một'), patron('r2')]);
    station.record(amend('r1', { category: 'thieu-nhi' }));
    await station.push();
    expect(await mirrored(station, 'patron', 'r1')).toMatchObject({
      name: 'Bạn đọc Thử Một',
      category: 'thieu-nhi',
    });
    const { epoch, head } = await station.hello();
    await publishRows(province().db, [patron('r1', 'Bạn đọc Thử Hai'), patron('r2')]);
    const { rows } = await station.changes({ epoch, cursor: head });
    expect(rows.map(({ id, row }) => [id, row])).toEqual([
      ['r1', expect.objectContaining({ name: 'Bạn đọc Thử Hai', category: 'thieu-nhi' })],
      ['r2', patron('r2').row],
    ]);
  });

  it('leave the row as it was published when they are undone', async () => {
    const station = await province().station('ST-1');
    await publishRows(province().db, [patron('r1')]);
    const amended = station.record(amend('r1', { cardLost: true }));
    await station.push();
    station.record(undo([amended], ['patron/r1']));
    await station.push();
    expect(await mirrored(station, 'patron', 'r1')).toEqual(patron('r1').row);
    expect(await province().db.selectFrom('projection').select('id').execute()).toEqual([]);
  });

  it('wait for a row that is published later', async () => {
    const station = await province().station('ST-1');
    station.record(amend('r1', { cardLost: true }));
    await station.push();
    expect(await mirrored(station, 'patron', 'r1')).toBeNull();
    await publishRows(province().db, [patron('r1')]);
    expect(await mirrored(station, 'patron', 'r1')).toMatchObject({ cardLost: true });
  });

  it('bring a policy that one desk saves to every station', async () => {
    const station = await province().station('ST-1');
    const other = await province().station('ST-2');
    await publishRows(province().db, [policy('p1')]);
    station.record({ kind: 'policy.saved', body: { set: policy('p2', '2027-01-01').row } });
    await station.push();
    expect(await mirrored(other, 'policy', 'p2')).toEqual(policy('p2', '2027-01-01').row);
    expect(await mirrored(other, 'policy', 'p1')).toEqual(policy('p1').row);
  });
});

describeProvince('copies that were lent before they were catalogued', (province) => {
  const fastAdded = () =>
    ({
      kind: 'item.fast-added',
      body: { item: item('i9', 'b-brief').row, biblio: biblio('b-brief', 'Nhan đề ghi vội').row },
    }) as const;

  it('have a record at once, which cataloguing completes', async () => {
    const station = await province().station('ST-1');
    station.record(fastAdded());
    await station.push();
    expect(await mirrored(station, 'biblio', 'b-brief')).toMatchObject({ title: 'Nhan đề ghi vội' });
    expect(await mirrored(station, 'item', 'i9')).toMatchObject({ biblio: 'b-brief' });
    await publishRows(province().db, [biblio('b-brief', 'Nhan đề đầy đủ')]);
    expect(await mirrored(station, 'biblio', 'b-brief')).toMatchObject({ title: 'Nhan đề đầy đủ' });
    expect(await mirrored(station, 'item', 'i9')).toMatchObject({ biblio: 'b-brief' });
  });

  it('stay where cataloguing moved them, whatever else is said of the hasty record', async () => {
    const station = await province().station('ST-1');
    const first = station.record(fastAdded());
    await station.push();
    await publishRows(province().db, [biblio('b1'), item('i9', 'b1')]);
    expect(await mirrored(station, 'item', 'i9')).toMatchObject({ biblio: 'b1' });
    station.record({
      kind: 'item.fast-added',
      body: { ...fastAdded().body, item: item('i10', 'b-brief').row },
    });
    await station.push();
    expect(await mirrored(station, 'item', 'i9')).toMatchObject({ biblio: 'b1' });
    expect(await mirrored(station, 'item', 'i10')).toMatchObject({ biblio: 'b-brief' });
    station.record(undo([first], ['catalogue/b-brief']));
    await station.push();
    expect(await mirrored(station, 'item', 'i9')).toMatchObject({ biblio: 'b1' });
    expect((await rowsOf(province().db, 'item')).map(({ id }) => id)).toEqual(['i10', 'i9']);
  });

  it.each([
    ['b-one', 'b-two'],
    ['b-two', 'b-one'],
  ])('belong to one record when two desks put them under two: %s, then %s', async (...titles) => {
    const station = await province().station('ST-1');
    for (const title of titles) {
      const body = { item: item('i9', title).row, biblio: biblio(title).row };
      station.record({ kind: 'item.fast-added', body });
      expect((await station.push()).statusCode).toBe(200);
    }
    expect(await mirrored(station, 'item', 'i9')).toMatchObject({ biblio: 'b-one' });
    await publishRows(province().db, [item('i9', 'b1')]);
    expect(await mirrored(station, 'item', 'i9')).toMatchObject({ biblio: 'b1' });
    expect((await rowsOf(province().db, 'biblio')).map(({ id }) => id)).toEqual(['b-one', 'b-two']);
  });
});
