import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { Store } from '../store/store.ts';

/** Invented rows small enough to read: one reader of each kind that matters, a few copies, simple rules. */
export const here = 'LIB-A';
const elsewhere = 'LIB-B';

const libraryRow = (id: string, name: string): EntityRow => ({
  entity: 'library',
  row: { id, code: id, name, kind: 'public', timeZone: 'Asia/Ho_Chi_Minh', address: '' },
});

const patronRow = (card: string, status: 'active' | 'blocked' | 'card-lost', expires: string): EntityRow => ({
  entity: 'patron',
  row: {
    id: `patron-${card}`,
    library: here,
    card,
    name: `Bạn đọc Thử ${card}`,
    category: 'nguoi-lon',
    status,
    expires,
  },
});

const itemRow = (barcode: string, library = here, itemClass = 'sach'): EntityRow => ({
  entity: 'item',
  row: {
    id: `item-${library}-${barcode}`,
    biblio: 'biblio-1',
    library,
    barcode,
    callNumber: '895.922 T450H',
    itemClass,
    collection: 'kho-mo',
    price: 45_000,
    status: 'in-circulation',
  },
});

/** Cards: `THE-1`, `THE-2` good; `THE-HET` expired; `THE-KHOA` blocked. Copies `VV.1`…`VV.9`; `VV.9` also elsewhere. */
export const smallLibrary: readonly EntityRow[] = [
  libraryRow(here, 'Thư viện Thử nghiệm A'),
  libraryRow(elsewhere, 'Thư viện Thử nghiệm B'),
  {
    entity: 'policy',
    row: {
      id: 'p1',
      version: 'p1',
      effectiveFrom: '2020-01-01',
      rules: [
        { id: 'chung', when: {}, loanPolicy: 'thuong' },
        { id: 'tai-cho', when: { itemClass: 'tham-khao' }, loanPolicy: 'tai-cho' },
      ],
      loanPolicies: [
        {
          id: 'thuong',
          name: 'Mượn thường',
          period: 15,
          maxLoans: 3,
          renewals: 1,
          renewalPeriod: 20,
          closedDays: 'push',
          cardExpiry: 'cap',
        },
        {
          id: 'tai-cho',
          name: 'Đọc tại chỗ',
          period: 'none',
          maxLoans: 'unlimited',
          renewals: 'none',
          renewalPeriod: 1,
          closedDays: 'keep',
          cardExpiry: 'ignore',
        },
      ],
    },
  },
  { entity: 'calendar', row: { id: 'cal-a', library: here, weeklyClosed: [], closures: [] } },
  {
    entity: 'biblio',
    row: {
      id: 'biblio-1',
      title: 'Dế Mèn phiêu lưu ký',
      author: 'Tô Hoài',
      ddc: '895.9223',
      publisher: 'Kim Đồng',
      year: 2019,
      isbn: null,
      language: 'vie',
    },
  },
  patronRow('THE-1', 'active', '2099-12-31'),
  patronRow('THE-2', 'active', '2099-12-31'),
  patronRow('THE-HET', 'active', '2020-01-31'),
  patronRow('THE-KHOA', 'blocked', '2099-12-31'),
  ...Array.from({ length: 9 }, (_, index) => itemRow(`VV.${index + 1}`)),
  itemRow('VV.9', elsewhere),
  itemRow('TC.1', here, 'tham-khao'),
  itemRow('XA.1', elsewhere),
];

/** Puts rows into a mirror as a page of the feed would. */
export function fillMirror(store: Store, rows: readonly EntityRow[] = smallLibrary): void {
  store.mirrorDb.transaction(() => {
    for (const row of rows) store.writeRow(row);
    store.feed.setState({
      epoch: 'e1',
      cursor: rows.length,
      includes: 0,
      freshAt: '2026-11-22T08:00:00.000+07:00',
    });
  })();
}
