import type { EntityRow } from '../domain/catalogue/rows.ts';
import { untouched } from '../domain/circulation/item-state.ts';
import { plainGives } from '../domain/world/plain-policies.ts';
import { here } from '../main/testing/small-library.ts';

/** Copies on loan to one reader, each of a title of its own, with everything a province would send of them. */
export function openLoanRows(patron: string, count: number, library = here): readonly EntityRow[] {
  return Array.from({ length: count }, (_, index): readonly EntityRow[] => {
    const item = `item-lent-${index}`;
    const biblio = `biblio-lent-${index}`;
    const loan = `loan-lent-${index}`;
    const barcode = `LL.${String(index).padStart(6, '0')}`;
    return [
      {
        entity: 'biblio',
        row: {
          id: biblio,
          title: `Sách đang mượn, tập ${index + 1}`,
          author: 'Tác giả Thử',
          ddc: '895.922',
          publisher: 'Nhà xuất bản Thử',
          year: 2020,
          isbn: null,
          language: 'vie',
          minAge: 'any',
        },
      },
      {
        entity: 'item',
        row: {
          id: item,
          biblio,
          library,
          barcode,
          callNumber: '895.922 T450H',
          itemClass: 'sach',
          collection: 'kho-mo',
          price: 45_000,
          lending: 'for-loan',
          parts: '',
        },
      },
      { entity: 'item-state', row: { ...untouched(item), state: { status: 'on-loan', loan } } },
      {
        entity: 'loan',
        row: {
          id: loan,
          item,
          barcode,
          biblio,
          itemClass: 'sach',
          collection: 'kho-mo',
          price: 45_000,
          patron,
          library,
          station: 'ST-2',
          use: 'home',
          checkedOutAt: '2026-11-01T08:00:00.000+07:00',
          due: '2099-01-01',
          renewals: 0,
          unseenRenewals: 0,
          policy: { version: 'p1', rule: 'chung', gives: plainGives },
          recall: null,
          claimedReturnedAt: null,
          lostAt: null,
          returnedAt: null,
        },
      },
    ];
  }).flat();
}
