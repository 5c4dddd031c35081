import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../catalogue/rows.ts';
import type { Exception } from '../exceptions/exception.ts';
import type { Hold } from '../holds/hold.ts';
import type { Charge } from '../money/charge.ts';
import { viewFor } from './view-for.ts';
import type { RowAbout } from './views.ts';

const plain: RowAbout = { onlyFor: null, owner: 'A', home: 'A' };
const at = '2026-11-22T08:00:00.000+07:00';
const seen = (library: string, row: EntityRow, about: Partial<RowAbout> = {}): unknown =>
  viewFor({ library }, row, { ...plain, ...about })?.row ?? null;

const hold: Hold = {
  id: 'h',
  level: 'title',
  biblio: 'b',
  item: null,
  patron: 'p',
  library: 'A',
  pickup: 'B',
  placedAt: at,
  rank: 1,
  startsOn: null,
  expiresOn: null,
  suspendedUntil: null,
  recall: false,
  note: 'Gọi buổi tối',
  state: { status: 'pending' },
};

const charge: Charge = {
  id: 'c',
  patron: 'p',
  library: 'A',
  ledger: 'compensation',
  kind: 'overdue',
  amount: 5000,
  waivers: [{ id: 'w', amount: 1000, ground: 'ho-ngheo' }],
  payments: [],
  loan: 'l',
  item: 'i',
  title: 'Sách Thử',
  legalAct: '',
  note: 'Hẹn tuần sau',
  raisedAt: at,
};

const exception: Exception = {
  id: 'e',
  rule: 'double-loan',
  stream: 'item/i',
  libraries: ['B'],
  item: 'i',
  patron: 'p',
  openedAt: at,
  sides: [],
  resolved: null,
};

describe('what another library sees', () => {
  it('of a hold: that it waits, not why; and nothing when it is over, but where it was served', () => {
    expect(seen('C', { entity: 'hold', row: hold })).toEqual({ ...hold, note: '' });
    const over: EntityRow = { entity: 'hold', row: { ...hold, state: { status: 'filled', loan: 'l' } } };
    expect(['A', 'B', 'C'].map((library) => seen(library, over) === null)).toEqual([false, false, true]);
  });

  it('of a charge: what is owed; when it is settled only what the same loan may bring again', () => {
    expect(seen('B', { entity: 'charge', row: charge })).toEqual({
      ...charge,
      waivers: [{ id: 'w', amount: 1000, ground: '' }],
      note: '',
    });
    const paid = { ...charge, payments: [{ payment: 'm', amount: 4000 }] };
    expect(seen('B', { entity: 'charge', row: paid })).toMatchObject({ item: null, title: '', loan: 'l' });
    expect(seen('B', { entity: 'charge', row: { ...paid, loan: null } })).toBeNull();
    expect(seen('A', { entity: 'charge', row: paid })).toEqual(paid);
  });

  it('of messages, drawers, templates and receipt numbers: nothing', () => {
    const rows: readonly EntityRow[] = [
      {
        entity: 'message',
        row: {
          id: 'm',
          about: { kind: 'patron', patron: 'p' },
          library: 'A',
          text: '',
          until: null,
          at,
          by: '',
          endedAt: null,
        },
      },
      {
        entity: 'drawer',
        row: { id: 'd', library: 'A', station: 'S', openedAt: at, openedBy: '', float: 0, closed: null },
      },
      { entity: 'template', row: { id: 'A/loan', library: 'A', kind: 'loan', text: '' } },
      { entity: 'receipt-range', row: { id: 'r', station: 'S', series: 'PT-A', year: 2026, from: 1, to: 9 } },
    ];
    expect(rows.map((row) => seen('B', row))).toEqual([null, null, null, null]);
    expect(rows.map((row) => seen('A', row) !== null)).toEqual([true, true, true, true]);
  });

  it('of an exception: nothing, unless it is theirs, or nobody’s', () => {
    const libraries = ['A', 'B', 'C'];
    const row = (of: Exception): EntityRow => ({ entity: 'exception', row: of });
    expect(libraries.map((library) => seen(library, row(exception)) !== null)).toEqual([true, true, false]);
    const nobodys = row({ ...exception, libraries: [] });
    expect(seen('C', nobodys, { owner: null })).toMatchObject({ item: 'i', patron: null });
  });

  it('of a withdrawn copy: that it is, not the decision; nor who had it last', () => {
    const state = { status: 'withdrawn', decision: 'QĐ 12', since: at } as const;
    const lastLoan = { loan: 'l', patron: 'p', returnedAt: at, library: 'B' };
    const row: EntityRow = { entity: 'item-state', row: { id: 'i', state, lastLoan, usesInHouse: 0 } };
    expect(seen('C', row)).toMatchObject({ state: { decision: '' }, lastLoan: null });
    for (const library of ['A', 'B']) expect(seen(library, row)).toMatchObject({ lastLoan });
  });

  it('of restricted material: nothing, whoever else may see such a row', () => {
    const about = { onlyFor: ['A'] };
    for (const row of [
      { entity: 'hold', row: hold },
      { entity: 'charge', row: charge },
      { entity: 'exception', row: exception },
    ] as const) {
      expect(['B', 'C'].map((library) => seen(library, row, about))).toEqual([null, null]);
      expect(seen('A', row, about)).toEqual(row.row);
    }
  });
});
