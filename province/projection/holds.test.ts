import { expect, it } from 'vitest';
import { endHold, lend, placeHold, trap, undo } from '../testing/drafts.ts';
import { mirrored } from '../testing/mirror.ts';
import { describeProvince } from '../testing/province.ts';
import { rowsOf, rulesOf } from '../testing/stored.ts';

const at = (time: string) => ({ at: `2026-11-22T${time}:00.000+07:00` });

describeProvince('holds', (province) => {
  it('are trapped by one desk and filled by another', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const hold = one.record(placeHold('patron-1'), at('08:00'));
    one.record(trap(hold, 'i1'), at('08:10'));
    await one.push();
    const shelf = { status: 'on-hold-shelf', hold, patron: 'patron-1' };
    expect(await mirrored(two, 'item-state', 'i1')).toMatchObject({ state: shelf });
    expect(await mirrored(two, 'hold', hold)).toMatchObject({ state: { status: 'waiting', item: 'i1' } });
    const loan = two.record(lend('i1', 'patron-1', '2026-12-06', hold), at('09:00'));
    await two.push();
    expect(await mirrored(one, 'hold', hold)).toMatchObject({ state: { status: 'filled', loan } });
    expect(await mirrored(one, 'item-state', 'i1')).toMatchObject({ state: { status: 'on-loan', loan } });
    expect(await rulesOf(province().db)).toEqual([]);
  });

  it('are filled whatever arrives first', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const hold = one.record(placeHold('patron-1'), at('08:00'));
    one.record(trap(hold, 'i1'), at('08:10'));
    const loan = two.record(lend('i1', 'patron-1', '2026-12-06', hold), at('09:00'));
    await two.push();
    // The loan is known, the hold is not yet.
    expect(await rowsOf(province().db, 'hold')).toEqual([]);
    await one.push();
    expect(await rowsOf(province().db, 'hold')).toMatchObject([{ state: { status: 'filled', loan } }]);
    expect(await rowsOf(province().db, 'item-state')).toMatchObject([{ state: { status: 'on-loan' } }]);
  });

  it('give their copy back when they end, and when they were a mistake', async () => {
    const station = await province().station('ST-1');
    const hold = station.record(placeHold('patron-1'));
    station.record(trap(hold, 'i1'));
    station.record(endHold(hold, 'i1'));
    const mistake = station.record(placeHold('patron-2'));
    const trapped = station.record(trap(mistake, 'i2', 'patron-2'));
    await station.push();
    station.record(undo([mistake, trapped], [`hold/${mistake}`, 'item/i2']));
    await station.push();
    expect(await rowsOf(province().db, 'hold')).toMatchObject([{ id: hold, state: { status: 'ended' } }]);
    expect(await mirrored(station, 'hold', mistake)).toBeNull();
    const states = await rowsOf(province().db, 'item-state');
    expect(states.map(({ state }) => state.status)).toEqual(['available', 'available']);
  });
});
