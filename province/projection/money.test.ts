import { expect, it } from 'vitest';
import { outstanding } from '../../domain/money/charge.ts';
import { charge, pay, settle, undo, waive } from '../testing/drafts.ts';
import { mirrored } from '../testing/mirror.ts';
import { describeProvince } from '../testing/province.ts';
import { rowsOf } from '../testing/stored.ts';

describeProvince('charges and payments', (province) => {
  it('stand both when two desks take the money for one charge: the library owes the reader', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    one.record(charge('loan-1/damage', 30_000));
    const first = one.record(pay('loan-1/damage', 30_000));
    const second = two.record(pay('loan-1/damage', 30_000));
    await two.push();
    // A payment for a charge that is not known yet waits for it.
    expect(await rowsOf(province().db, 'charge')).toEqual([]);
    expect(await rowsOf(province().db, 'payment')).toMatchObject([{ id: second, amount: 30_000 }]);
    await one.push();
    const paid = await mirrored(two, 'charge', 'loan-1/damage');
    if (!paid) throw new Error('the charge is not told');
    expect(paid.payments.map(({ payment }) => payment).toSorted()).toEqual([first, second].toSorted());
    expect(outstanding(paid)).toBe(-30_000);
  });

  it('open a charge again when its payment was taken back or undone', async () => {
    const station = await province().station('ST-1');
    station.record(charge('c1', 50_000));
    const reversed = station.record(pay('c1', 20_000));
    const undone = station.record(pay('c1', 30_000));
    await station.push();
    expect((await rowsOf(province().db, 'charge')).map(outstanding)).toEqual([0]);
    station.record(settle(reversed, 'c1', 20_000, 'reversed'));
    station.record(undo([undone], [`payment/${undone}`, 'charge/c1']));
    await station.push();
    expect((await rowsOf(province().db, 'charge')).map(outstanding)).toEqual([50_000]);
    expect(await rowsOf(province().db, 'payment')).toMatchObject([{ id: reversed, status: 'reversed' }]);
    expect(await mirrored(station, 'payment', undone)).toBeNull();
  });

  it('are counted to the đồng up to what a number can hold', async () => {
    const station = await province().station('ST-1');
    station.record(charge('c1', Number.MAX_SAFE_INTEGER));
    await station.push();
    expect(await mirrored(station, 'charge', 'c1')).toMatchObject({ amount: Number.MAX_SAFE_INTEGER });
  });

  it('count for a charge that a faster clock assessed later', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    one.record(charge('c1', 30_000), { at: '2026-11-22T09:00:00.000+07:00' });
    two.record(pay('c1', 30_000), { at: '2026-11-22T08:00:00.000+07:00' });
    await one.push();
    await two.push();
    expect((await rowsOf(province().db, 'charge')).map(outstanding)).toEqual([0]);
  });

  it('are owed to the reader when the charge was undone while another desk took the money', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const assessed = one.record(charge('c1', 30_000));
    await one.push();
    two.record(waive('c1', 5_000));
    two.record(pay('c1', 10_000));
    one.record(undo([assessed], ['charge/c1']));
    await one.push();
    expect(await rowsOf(province().db, 'charge')).toEqual([]);
    await two.push();
    expect((await rowsOf(province().db, 'charge')).map(outstanding)).toEqual([-10_000]);
  });

  it('are each doubted when two desks took the money for the same two charges', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const both = [
      { charge: 'c1', ledger: 'compensation', amount: 30_000 },
      { charge: 'c2', ledger: 'compensation', amount: 20_000 },
    ] as const;
    const { kind, body } = pay('c1', 50_000);
    one.record(charge('c1', 30_000));
    one.record(charge('c2', 20_000));
    one.record({ kind, body: { ...body, allocations: both } });
    two.record({ kind, body: { ...body, allocations: both } });
    expect((await one.push()).statusCode).toBe(200);
    expect((await two.push()).statusCode).toBe(200);
    const doubts = await rowsOf(province().db, 'exception');
    expect(doubts.map(({ rule, stream }) => ({ rule, stream }))).toEqual([
      { rule: 'charge-paid-twice', stream: 'charge/c1' },
      { rule: 'charge-paid-twice', stream: 'charge/c2' },
    ]);
  });

  it('are not doubted when a charge was paid in two parts and fell after that', async () => {
    const station = await province().station('ST-1');
    station.record(charge('c1', 50_000));
    station.record(pay('c1', 25_000));
    station.record(pay('c1', 25_000));
    station.record(charge('c1', 0));
    await station.push();
    expect((await rowsOf(province().db, 'charge')).map(outstanding)).toEqual([-50_000]);
    expect(await rowsOf(province().db, 'exception')).toEqual([]);
  });

  it('are open again when money was given back before it was taken, by the clocks of two desks', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    one.record(charge('c1', 30_000), { at: '2026-11-22T08:00:00.000+07:00' });
    const paid = one.record(pay('c1', 30_000), { at: '2026-11-22T10:00:00.000+07:00' });
    two.record(settle(paid, 'c1', 30_000, 'reversed'), { at: '2026-11-22T09:00:00.000+07:00' });
    await one.push();
    await two.push();
    expect((await rowsOf(province().db, 'charge')).map(outstanding)).toEqual([30_000]);
    expect(await rowsOf(province().db, 'payment')).toMatchObject([{ id: paid, status: 'reversed' }]);
  });

  it('stay paid by money in the bank, whatever another desk says of the transfer after that', async () => {
    const station = await province().station('ST-1');
    station.record(charge('c1', 30_000));
    const { kind, body } = pay('c1', 30_000);
    const paid = station.record({ kind, body: { ...body, method: 'vietqr', tendered: null, bill: 'B1' } });
    station.record(settle(paid, 'c1', 30_000, 'received'));
    station.record(settle(paid, 'c1', 30_000, 'bounced'));
    await station.push();
    expect((await rowsOf(province().db, 'charge')).map(outstanding)).toEqual([0]);
    expect(await rowsOf(province().db, 'payment')).toMatchObject([{ id: paid, status: 'received' }]);
  });
});
