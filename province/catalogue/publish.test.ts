import { expect, it } from 'vitest';
import type { Loan } from '../../domain/circulation/loan.ts';
import { describeProvince } from '../testing/province.ts';
import { biblio, item, library, patron } from '../testing/rows.ts';
import { publishRows } from './publish.ts';

const policy = {
  entity: 'policy',
  row: {
    id: 'p1',
    version: 'p1',
    effectiveFrom: '2026-01-01',
    rules: [{ id: 'r1', when: { category: 'thieu-nhi' }, loanPolicy: 'short' }],
    loanPolicies: [
      {
        id: 'short',
        name: 'Ngắn hạn',
        period: 7,
        maxLoans: 'unlimited',
        renewals: 'none',
        renewalPeriod: 7,
        closedDays: 'push',
        cardExpiry: 'cap',
      },
    ],
  },
} as const;
const calendar = {
  entity: 'calendar',
  row: {
    id: 'c1',
    library: 'lib-1',
    weeklyClosed: [1],
    closures: [{ from: '2027-02-05', to: '2027-02-11', name: 'Tết Nguyên đán' }],
  },
} as const;

describeProvince('publishing', (province) => {
  it('writes each kind of row to its table and to the feed', async () => {
    const rows = [library('lib-1'), biblio('b1'), item('i1'), patron('r1'), policy, calendar];
    expect(await publishRows(province().db, rows)).toBe(6);
    const station = await province().station('ST-1');
    const { epoch } = await station.hello();
    const page = await station.changes({ epoch, cursor: 0 });
    expect(page.rows.map(({ entity, row }) => ({ entity, row }))).toEqual(rows);
    const { db } = province();
    expect(await db.selectFrom('item').selectAll().execute()).toEqual([
      {
        id: 'i1',
        biblio: 'b1',
        library: 'lib-1',
        barcode: 'VV.i1',
        call_number: '895.9 TÔ',
        item_class: 'sach',
        collection: 'kho-mo',
        price: 45_000,
        status: 'in-circulation',
      },
    ]);
    expect(await db.selectFrom('policy_set').select('loan_policies').execute()).toEqual([
      { loan_policies: policy.row.loanPolicies },
    ]);
    expect(await db.selectFrom('calendar').selectAll().execute()).toEqual([
      { id: 'c1', library: 'lib-1', weekly_closed: [1], closures: calendar.row.closures },
    ]);
  });

  it('replaces a row that exists and announces it again, also within one call', async () => {
    await publishRows(province().db, [biblio('b1', 'Nhan đề cũ'), biblio('b1', 'Nhan đề mới')]);
    await publishRows(province().db, [biblio('b1', 'Nhan đề sau cùng')]);
    const titles = await province().db.selectFrom('biblio').select('title').execute();
    expect(titles).toEqual([{ title: 'Nhan đề sau cùng' }]);
    const station = await province().station('ST-1');
    const { epoch } = await station.hello();
    const { rows } = await station.changes({ epoch, cursor: 0 });
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
    expect(await province().db.selectFrom('biblio').selectAll().execute()).toEqual([]);
    expect(await province().db.selectFrom('change').selectAll().execute()).toEqual([]);
  });

  it('refuses loans: they follow from facts', async () => {
    const loan: Loan = {
      id: 'l1',
      item: 'i1',
      patron: 'r1',
      library: 'lib-1',
      station: 'ST-1',
      checkedOutAt: '2026-11-22T08:00:00Z',
      due: '2026-12-06',
      renewals: 0,
      policyVersion: 'p1',
      returnedAt: null,
    };
    await expect(publishRows(province().db, [{ entity: 'loan', row: loan }])).rejects.toThrow(
      'follow from facts',
    );
  });
});
