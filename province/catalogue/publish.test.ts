import { expect, it } from 'vitest';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { describeProvince } from '../testing/province.ts';
import { biblio, item, library, patron, policy } from '../testing/rows.ts';
import { rowsOf } from '../testing/stored.ts';
import { publishRows } from './publish.ts';

const calendar = {
  entity: 'calendar',
  row: {
    id: 'c1',
    library: 'lib-1',
    weeklyClosed: [1],
    closures: [{ from: '2027-02-05', to: '2027-02-11', name: 'Tết Nguyên đán' }],
    yearly: [{ month: 9, day: 2, name: 'Quốc khánh' }],
    openings: [],
    hours: [],
    tet: 'none',
    hungKings: 'closed',
  },
} as const satisfies EntityRow;

describeProvince('publishing', (province) => {
  it('keeps each kind of row as it is and tells the feed', async () => {
    const rows = [library('lib-1'), biblio('b1'), item('i1'), patron('r1'), policy('p1'), calendar];
    expect(await publishRows(province().db, rows)).toBe(6);
    const station = await province().station('ST-1');
    const { epoch } = await station.hello();
    const page = await station.changes({ epoch, cursor: 0, limit: 6 });
    expect(page.rows.map(({ entity, row }) => ({ entity, row }))).toEqual(rows);
    const { db } = province();
    expect(await rowsOf(db, 'item')).toEqual([item('i1').row]);
    expect(await rowsOf(db, 'policy')).toEqual([policy('p1').row]);
    expect(await rowsOf(db, 'calendar')).toEqual([calendar.row]);
  });

  it('replaces a row that exists and announces it again, also within one call', async () => {
    await publishRows(province().db, [biblio('b1', 'Nhan đề cũ'), biblio('b1', 'Nhan đề mới')]);
    await publishRows(province().db, [biblio('b1', 'Nhan đề sau cùng')]);
    expect(await rowsOf(province().db, 'biblio')).toMatchObject([{ title: 'Nhan đề sau cùng' }]);
    const station = await province().station('ST-1');
    const { epoch } = await station.hello();
    const { rows } = await station.changes({ epoch, cursor: 0, limit: 3 });
    expect(rows.map(({ row }) => row)).toMatchObject([
      { title: 'Nhan đề cũ' },
      { title: 'Nhan đề mới' },
      { title: 'Nhan đề sau cùng' },
    ]);
  });

  it('writes any number of rows at once', async () => {
    const many = Array.from({ length: 2500 }, (_none, index) => biblio(`b${index}`));
    expect(await publishRows(province().db, many)).toBe(2500);
    const { db } = province();
    const ends = await db
      .selectFrom('change')
      .select((eb) => [
        eb.fn.min('pos').as('first'),
        eb.fn.max('pos').as('last'),
        eb.fn.countAll<number>().as('n'),
      ])
      .executeTakeFirstOrThrow();
    expect(ends).toEqual({ first: 1, last: 2500, n: 2500 });
  });

  it('refuses a row that breaks the contract, and the whole call with it', async () => {
    const broken = { ...item('i1'), row: { ...item('i1').row, price: -1 } };
    await expect(publishRows(province().db, [biblio('b1'), broken])).rejects.toThrow(
      'item i1 breaks the contract',
    );
    expect(await rowsOf(province().db, 'biblio')).toEqual([]);
    expect(await province().db.selectFrom('change').selectAll().execute()).toEqual([]);
  });

  it('refuses two copies with one ĐKCB in one library', async () => {
    const twin = { ...item('i2'), row: { ...item('i2').row, barcode: 'VV.i1' } };
    await expect(publishRows(province().db, [item('i1'), twin])).rejects.toThrow(
      'published_barcode_in_library',
    );
    const elsewhere = { ...twin, row: { ...twin.row, library: 'lib-2' } };
    expect(await publishRows(province().db, [item('i1'), elsewhere])).toBe(2);
  });

  it('refuses what follows from facts, and numbers that the province gives out itself', async () => {
    const state = { id: 'i1', state: { status: 'available' }, lastLoan: null, usesInHouse: 0 } as const;
    const range = { id: 'n1', station: 'ST-1', series: 'PT-1', year: 2026, from: 1, to: 200 };
    for (const row of [
      { entity: 'item-state', row: state },
      { entity: 'receipt-range', row: range },
    ] as const)
      await expect(publishRows(province().db, [row])).rejects.toThrow('cannot be published');
  });
});
