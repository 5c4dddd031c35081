import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import type { Drawer } from '../../../domain/money/drawer.ts';
import { at, chargeRow, libraryUnder, paymentRow } from '../../testing/past-rows.ts';
import { elsewhere, here } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

/** A drawer session of this station, closed in the evening of its day. */
const drawerRow = (id: string, days: number, changes: Partial<Drawer> = {}): EntityRow => ({
  entity: 'drawer',
  row: {
    id,
    library: here,
    station: 'ST-1',
    openedAt: at(days),
    openedBy: 'nv-2',
    float: 100_000,
    closed: { at: at(days, '17:00'), by: 'nv-2', counted: 100_000, expected: 100_000, note: '' },
    ...changes,
  },
});

const cash = { method: 'cash', bill: null, status: 'received', drawer: 'ngan-nay' } as const;
const money = (station: TestStation, amount: number, method: 'cash' | 'vietqr' = 'cash') =>
  station.desk.act({
    do: 'take-deposit',
    patron: 'patron-THE-1',
    amount,
    method,
    tendered: null,
    bill: method === 'cash' ? null : `BILL-${amount}`,
  });
const expected = async ({ databases }: TestStation) => (await databases.reader.drawer()).expected;
const open = (float: number) => ({ do: 'open-drawer', drawer: 'ngan-moi', float }) as const;

describe('the cash drawer', () => {
  it('should have its float, what came in and not what went out', async () => {
    const station = await testStation(libraryUnder({}, [chargeRow('sao-chup', 'THE-2')]));
    expect(await station.databases.reader.drawer()).toStrictEqual({
      open: null,
      expected: 0,
      payments: [],
      closed: [],
    });
    await station.desk.act(open(100_000));
    expect(await expected(station)).toBe(100_000);
    await money(station, 50_000);
    // What was handed over for it is not what stays in the drawer.
    await station.desk.act({
      do: 'pay',
      patron: 'patron-THE-2',
      charges: [],
      amount: 20_000,
      method: 'cash',
      tendered: 200_000,
      bill: null,
    });
    expect(await expected(station)).toBe(170_000);
    await station.desk.act({ do: 'refund-deposit', patron: 'patron-THE-1', amount: 30_000 });
    expect(await expected(station)).toBe(140_000);
    const { payments } = await station.databases.reader.drawer();
    expect(Object.fromEntries(payments.map(({ payment, card }) => [payment.purpose, card]))).toStrictEqual({
      deposit: 'THE-1',
      charges: 'THE-2',
      'deposit-refund': 'THE-1',
    });
  });

  it('has no cash of a transfer, reported or in the bank', async () => {
    const station = await testStation();
    await station.desk.act(open(100_000));
    await money(station, 70_000, 'vietqr');
    expect(await station.databases.reader.drawer()).toMatchObject({ expected: 100_000, payments: [] });
    const [transfer] = await station.databases.reader.reportedTransfers();
    await station.desk.act({
      do: 'settle-payment',
      payment: transfer?.payment.id ?? '',
      status: 'received',
      note: '',
    });
    expect(await station.databases.reader.drawer()).toMatchObject({ expected: 100_000, payments: [] });
  });

  it('gives cash of an earlier drawer back out of the one that is open', async () => {
    const station = await testStation(
      libraryUnder({}, [
        drawerRow('hom-qua', -1),
        paymentRow('thu-hom-qua', 'THE-1', { ...cash, drawer: 'hom-qua', amount: 40_000 }),
      ]),
    );
    await station.desk.act(open(100_000));
    await station.desk.act({
      do: 'settle-payment',
      payment: 'thu-hom-qua',
      status: 'reversed',
      note: 'Thu nhầm',
    });
    const state = await station.databases.reader.drawer();
    expect(state.expected).toBe(60_000);
    expect(state.payments.map(({ payment, card }) => [payment.id, payment.status, card])).toStrictEqual([
      ['thu-hom-qua', 'reversed', 'THE-1'],
    ]);
  });

  it('is this station’s, with its payments newest first and the readers they are of', async () => {
    const station = await testStation(
      libraryUnder({}, [
        drawerRow('ngan-nay', 0, { closed: null }),
        drawerRow('ngan-kia', 0, { closed: null, station: 'ST-2' }),
        paymentRow('mot', 'THE-1', { ...cash, amount: 10_000, takenAt: at(0, '08:10') }),
        paymentRow('ba', 'THE-2', { ...cash, amount: 30_000, takenAt: at(0, '08:30') }),
        paymentRow('hai', 'khong-biet', { ...cash, amount: 20_000, takenAt: at(0, '08:20') }),
        paymentRow('kia', 'THE-2', { ...cash, drawer: 'ngan-kia' }),
      ]),
    );
    const state = await station.databases.reader.drawer();
    expect([state.open?.id, state.expected]).toStrictEqual(['ngan-nay', 160_000]);
    expect(state.payments.map(({ payment, card, name }) => [payment.id, card, name])).toStrictEqual([
      ['ba', 'THE-2', 'Bạn đọc Thử THE-2'],
      ['hai', '', ''],
      ['mot', 'THE-1', 'Bạn đọc Thử THE-1'],
    ]);
  });

  it('is closed with what was expected of it, and heads the closed ones: newest first, thirty of them', async () => {
    const earlier = Array.from({ length: 31 }, (_, index) => drawerRow(`ngan-${index}`, index - 40));
    const station = await testStation(
      libraryUnder({}, [...earlier, drawerRow('ngan-kia', -1, { station: 'ST-2' })]),
    );
    await station.desk.act(open(100_000));
    await money(station, 50_000);
    const row = await station.desk.act({
      do: 'close-drawer',
      drawer: 'ngan-moi',
      counted: 149_000,
      note: 'Thiếu một nghìn',
    });
    expect(row.state).toBe('done');
    const state = await station.databases.reader.drawer();
    expect([state.open, state.expected, state.payments]).toStrictEqual([null, 0, []]);
    expect(state.closed.map(({ id }) => id)).toStrictEqual([
      'ngan-moi',
      ...Array.from({ length: 29 }, (_, index) => `ngan-${30 - index}`),
    ]);
    expect(state.closed[0]?.closed).toMatchObject({ counted: 149_000, expected: 150_000 });
  });
});

describe('reported transfers', () => {
  const listed = async ({ databases }: TestStation) =>
    (await databases.reader.reportedTransfers()).map(({ payment, card, name }) => [payment.id, card, name]);
  const rows = libraryUnder({}, [
    paymentRow('cu', 'THE-1', { takenAt: at(-9) }),
    paymentRow('moi', 'THE-2', { takenAt: at(-1) }),
    paymentRow('noi-khac', 'THE-2', { library: elsewhere }),
    paymentRow('da-nhan', 'THE-2', { status: 'received' }),
    paymentRow('bi-tra', 'THE-2', { status: 'bounced' }),
  ]);

  it('are those of this library that no statement has shown, with their readers, newest first', async () => {
    const station = await testStation(rows);
    expect(await listed(station)).toStrictEqual([
      ['moi', 'THE-2', 'Bạn đọc Thử THE-2'],
      ['cu', 'THE-1', 'Bạn đọc Thử THE-1'],
    ]);
    await money(station, 70_000, 'vietqr');
    const [first, ...others] = await station.databases.reader.reportedTransfers();
    expect(first).toMatchObject({ card: 'THE-1', payment: { amount: 70_000, bill: 'BILL-70000' } });
    expect(others.map(({ payment }) => payment.id)).toStrictEqual(['moi', 'cu']);
  });

  it('leave the list when they are in the bank, and when they bounce', async () => {
    const station = await testStation(rows);
    await station.desk.act({ do: 'settle-payment', payment: 'cu', status: 'received', note: '' });
    expect((await listed(station)).map(([id]) => id)).toStrictEqual(['moi']);
    await station.desk.act({ do: 'settle-payment', payment: 'moi', status: 'bounced', note: '' });
    expect(await listed(station)).toStrictEqual([]);
    const deposits = await Promise.all(
      ['THE-1', 'THE-2'].map((card) => station.databases.reader.patronPanel(`patron-${card}`)),
    );
    // THE-2 has what another library and an earlier statement say.
    expect(deposits.map((panel) => panel?.deposit)).toStrictEqual([50_000, 100_000]);
  });
});
