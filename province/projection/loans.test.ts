import { expect, it } from 'vitest';
import { lend, mark, renew, takeBack, undo } from '../testing/drafts.ts';
import { mirrored, mirrorOf } from '../testing/mirror.ts';
import { describeProvince } from '../testing/province.ts';
import { loansOf, rowsOf, rulesOf } from '../testing/stored.ts';

const at = (time: string) => ({ at: `2026-11-22T${time}:00.000+07:00` });

describeProvince('loans', (province) => {
  it('both stand when two desks lend one copy offline, with one exception', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const first = one.record(lend('i1', 'patron-1'), at('08:00'));
    const second = two.record(lend('i1', 'patron-2'), at('08:01'));
    // The later act arrives first.
    await two.push();
    expect(await rulesOf(province().db)).toEqual([]);
    await one.push();
    expect(await loansOf(province().db)).toMatchObject([
      { id: first, patron: 'patron-1', returnedAt: null },
      { id: second, patron: 'patron-2', returnedAt: null },
    ]);
    const exception = await province().db.selectFrom('exception').selectAll().execute();
    expect(exception).toEqual([
      {
        id: `double-loan/${first}/${second}`,
        rule: 'double-loan',
        stream: 'item/i1',
        item: 'i1',
        facts: [first, second],
        occurred_at: new Date('2026-11-22T08:01:00.000+07:00'),
      },
    ]);
  });

  it('lose their exception when a late return comes between them', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const first = one.record(lend('i1'), at('08:00'));
    one.record(takeBack('i1', first, at('08:30').at), at('08:30'));
    two.record(lend('i1'), at('09:00'));
    await one.push(one.journal.slice(0, 1));
    await two.push();
    expect(await rulesOf(province().db)).toEqual(['double-loan']);
    await one.push();
    expect(await rulesOf(province().db)).toEqual([]);
    expect(await loansOf(province().db)).toMatchObject([
      { returnedAt: '2026-11-22T08:30:00.000+07:00' },
      { returnedAt: null },
    ]);
  });

  it('are announced with their copy when they change, and only then', async () => {
    const station = await province().station('ST-1');
    const { epoch, head } = await station.hello();
    const first = station.record(lend('i1'));
    station.record(takeBack('i1', first));
    const second = station.record(lend('i1'));
    await station.push();
    station.record(renew('i1', second));
    await station.push();
    const { rows } = await station.changes({ epoch, cursor: head });
    expect(rows.map(({ entity, id }) => [entity, id])).toEqual([
      ['item-state', 'i1'],
      ['loan', first],
      ['loan', second],
      ['loan', second],
    ]);
  });

  it('ask for a person when a desk moves a copy that a reader has', async () => {
    const station = await province().station('ST-1');
    station.record(lend('i1'));
    station.record(mark('i1', 'missing'));
    await station.push();
    expect(await rulesOf(province().db)).toEqual(['moved-while-on-loan']);
    expect(await rowsOf(province().db, 'item-state')).toMatchObject([{ state: { status: 'on-loan' } }]);
  });
});

describeProvince('an undone check-out', (province) => {
  it('is gone everywhere, and its copy is there again', async () => {
    const station = await province().station('ST-1');
    const other = await province().station('ST-2');
    const loan = station.record(lend('i1'));
    await station.push();
    expect(await mirrored(other, 'loan', loan)).toMatchObject({ item: 'i1' });
    const before = await other.hello();
    station.record(undo([loan], ['item/i1']));
    await station.push();
    expect(await loansOf(province().db)).toEqual([]);
    const { rows } = await other.changes({ epoch: before.epoch, cursor: before.head });
    expect(rows.map(({ entity, id, row }) => [entity, id, row])).toEqual([
      ['loan', loan, null],
      ['item-state', 'i1', expect.objectContaining({ state: { status: 'available' } })],
    ]);
    expect(await mirrored(other, 'loan', loan)).toBeNull();
    expect(await rulesOf(province().db)).toEqual([]);
  });

  it('leaves the other desk its loan, and no exception', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const mistaken = one.record(lend('i1'), at('08:00'));
    two.record(lend('i1', 'patron-2'), at('08:01'));
    await one.push();
    await two.push();
    expect(await rulesOf(province().db)).toEqual(['double-loan']);
    one.record(undo([mistaken], ['item/i1']), at('08:02'));
    await one.push();
    expect(await rulesOf(province().db)).toEqual([]);
    expect(await loansOf(province().db)).toMatchObject([{ patron: 'patron-2', returnedAt: null }]);
  });

  it('is the same when the facts of the act arrive after the undo', async () => {
    const [one, two] = [await province().station('ST-1'), await province().station('ST-2')];
    // A desk that was moved to another computer: the old one's journal arrives last.
    const loan = one.record(lend('i1'), at('08:00'));
    const return1 = one.record(takeBack('i1', loan), at('08:01'));
    two.record(undo([loan, return1], ['item/i1']), at('08:02'));
    await two.push();
    expect(await loansOf(province().db)).toEqual([]);
    await one.push();
    expect(await loansOf(province().db)).toEqual([]);
    expect(await rowsOf(province().db, 'item-state')).toEqual([
      { id: 'i1', state: { status: 'available' }, lastLoan: null, usesInHouse: 0 },
    ]);
    expect(await rulesOf(province().db)).toEqual([]);
    expect([...(await mirrorOf(one)).keys()].filter((key) => key.startsWith('loan/'))).toEqual([]);
  });

  it('stays undone when the same fact comes again after a fork', async () => {
    const station = await province().station('ST-1');
    const loan = station.record(lend('i1'));
    station.record(undo([loan], ['item/i1']));
    await station.push();
    const again = station.reborn('inc-2');
    again.record(lend('i1'), { id: loan });
    await again.push();
    expect(await loansOf(province().db)).toEqual([]);
  });

  it('takes no harm from streams that are none', async () => {
    const station = await province().station('ST-1');
    const loan = station.record(lend('i1'));
    const names = ['itemi1', 'item/', '/i1', '', 'planet/mars', `item/${'x'.repeat(65)}`, 'item/i1'];
    station.record(undo([loan, 'no-fact'], names));
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 2 } });
    expect(await rulesOf(province().db)).toEqual([]);
    expect(await rowsOf(province().db, 'item-state')).toMatchObject([{ id: 'i1' }]);
    const streams = await province().db.selectFrom('fact_stream').select('stream').distinct().execute();
    // The copy's, and the reader's, where the loan is judged.
    expect(streams).toEqual([{ stream: 'item/i1' }, { stream: 'patron/patron-1' }]);
  });
});
