import { noCalendar } from '../../domain/calendar/no-calendar.ts';
import type { Item } from '../../domain/catalogue/catalogue.ts';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { Patron } from '../../domain/patrons/patron.ts';
import type { LoanPolicy } from '../../domain/policy/policies.ts';
import { plainGives, plainLoanPolicy, plainPolicySet } from '../../domain/world/plain-policies.ts';
import type { Store } from '../store/store.ts';

/** Invented rows small enough to read: one reader of each kind that matters, a few copies, simple rules. */
export const here = 'LIB-A';
export const elsewhere = 'LIB-B';

const libraryRow = (id: string, name: string): EntityRow => ({
  entity: 'library',
  row: { id, code: id, name, kind: 'public', timeZone: 'Asia/Ho_Chi_Minh', address: '' },
});

/** A reader of this library, in good standing unless `changes` say otherwise. */
export const patronRow = (card: string, changes: Partial<Patron> = {}): EntityRow => ({
  entity: 'patron',
  row: {
    id: `patron-${card}`,
    library: here,
    card,
    name: `Bạn đọc Thử ${card}`,
    category: 'nguoi-lon',
    expires: '2099-12-31',
    birthDate: '1990-01-01',
    cardLost: false,
    block: null,
    guarantor: null,
    exemptions: [],
    consents: [],
    aliases: [],
    sealed: null,
    ...changes,
  },
});

/** A copy of a title of its own. */
export const itemRow = (
  barcode: string,
  library = here,
  itemClass = 'sach',
  changes: Partial<Item> = {},
): EntityRow => ({
  entity: 'item',
  row: {
    id: `item-${library}-${barcode}`,
    biblio: `biblio-${barcode}`,
    library,
    barcode,
    callNumber: '895.922 T450H',
    itemClass,
    collection: 'kho-mo',
    price: 45_000,
    lending: 'for-loan',
    parts: '',
    ...changes,
  },
});

const biblioRow = (barcode: string): EntityRow => ({
  entity: 'biblio',
  row: {
    id: `biblio-${barcode}`,
    title: 'Dế Mèn phiêu lưu ký',
    author: 'Tô Hoài',
    ddc: '895.9223',
    publisher: 'Kim Đồng',
    year: 2019,
    isbn: null,
    language: 'vie',
    minAge: 'any',
  },
});

const copies = Array.from({ length: 9 }, (_, index) => `VV.${index + 1}`);

const reference: LoanPolicy = {
  ...plainLoanPolicy,
  id: 'tai-cho',
  name: 'Đọc tại chỗ',
  period: 'none',
  renewals: 'none',
};

/**
 * Cards: `THE-1`, `THE-2` good; `THE-HET` expired; `THE-KHOA` blocked. Copies `VV.1`…`VV.9`, each of a title of its
 * own; `VV.9` also elsewhere; `TC.1` is for the reading room; `XA.1` belongs to another library.
 */
export const smallLibrary: readonly EntityRow[] = [
  libraryRow(here, 'Thư viện Thử nghiệm A'),
  libraryRow(elsewhere, 'Thư viện Thử nghiệm B'),
  {
    entity: 'policy',
    row: plainPolicySet({
      rules: [
        { id: 'chung', when: {}, gives: plainGives },
        { id: 'tai-cho', when: { itemClass: 'tham-khao' }, gives: { ...plainGives, loan: 'tai-cho' } },
      ],
      loanPolicies: [plainLoanPolicy, reference],
      itemClasses: [
        { id: 'sach', name: 'Sách', parent: 'none' },
        { id: 'tham-khao', name: 'Tài liệu tra cứu', parent: 'sach' },
      ],
    }),
  },
  {
    entity: 'calendar',
    row: { ...noCalendar(here), id: 'cal-a' },
  },
  ...[...copies, 'TC.1', 'XA.1'].map(biblioRow),
  patronRow('THE-1'),
  patronRow('THE-2'),
  patronRow('THE-HET', { expires: '2020-01-31' }),
  patronRow('THE-KHOA', {
    block: { until: 'endless', reason: 'Mượn hộ người khác', at: '2026-01-05T08:00:00.000+07:00' },
  }),
  ...copies.map((barcode) => itemRow(barcode)),
  itemRow('VV.9', elsewhere),
  itemRow('TC.1', here, 'tham-khao'),
  itemRow('XA.1', elsewhere),
];

/** Puts rows into a mirror as a page of the feed would. */
export function fillMirror(store: Store, rows: readonly EntityRow[] = smallLibrary): void {
  store.mirrorDb.transaction(() => {
    for (const row of rows) store.overlay.receive(row);
    store.feed.setState({
      epoch: 'e1',
      cursor: rows.length,
      includes: 0,
      freshAt: '2026-11-22T08:00:00.000+07:00',
    });
  })();
}
