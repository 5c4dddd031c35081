import type { EntityRow } from '../../domain/catalogue/rows.ts';

type RowOf<E extends EntityRow['entity']> = Extract<EntityRow, { readonly entity: E }>;

export function library(id: string, name = 'Thư viện tỉnh'): RowOf<'library'> {
  const address = '1 Lê Lợi';
  return {
    entity: 'library',
    row: { id, code: id, name, kind: 'public', timeZone: 'Asia/Ho_Chi_Minh', address },
  };
}

export function biblio(id: string, title = 'Dế Mèn phiêu lưu ký'): RowOf<'biblio'> {
  const publisher = 'Kim Đồng';
  return {
    entity: 'biblio',
    row: {
      id,
      title,
      author: 'Tô Hoài',
      ddc: '895.922334',
      publisher,
      year: 1941,
      isbn: null,
      language: 'vi',
      minAge: 'any',
    },
  };
}

/** A copy of a title, labelled `VV.` and its id. */
export function item(id: string, biblio = 'b1'): RowOf<'item'> {
  return {
    entity: 'item',
    row: {
      id,
      biblio,
      library: 'lib-1',
      barcode: `VV.${id}`,
      callNumber: '895.9 TÔ',
      itemClass: 'sach',
      collection: 'kho-mo',
      price: 45_000,
      lending: 'for-loan',
      parts: '',
    },
  };
}

export function patron(id: string, name = 'Nguyễn Thị Hiền'): RowOf<'patron'> {
  return {
    entity: 'patron',
    row: {
      id,
      library: 'lib-1',
      card: `T-${id}`,
      name,
      category: 'nguoi-lon',
      expires: '2027-12-31',
      birthDate: null,
      cardLost: false,
      block: null,
      guarantor: null,
      exemptions: [],
      consents: [],
      aliases: [],
      sealed: null,
    },
  };
}

export function policy(id: string, effectiveFrom = '2026-01-01'): RowOf<'policy'> {
  const gives = { loan: 'l1', overdue: 'o1', hold: 'h1', loss: 't1', deposit: 'd1' };
  return {
    entity: 'policy',
    row: {
      id,
      version: id,
      effectiveFrom,
      ruleLibrary: 'desk',
      rules: [{ id: 'r1', when: { category: 'thieu-nhi' }, gives }],
      loanPolicies: [],
      overduePolicies: [{ id: 'o1', name: 'Không thu', charge: 'none', graceDays: 0, ...overdueDefaults }],
      holdPolicies: [],
      lossPolicies: [],
      depositPolicies: [{ id: 'd1', name: 'Không thế chân', ceiling: 'none', minimumPerItem: 0 }],
      itemClasses: [],
      categories: [],
      fees: [],
      severities: {},
    },
  };
}

const overdueDefaults = {
  chargeFrom: 'due-date',
  closedDays: 'count',
  cap: 'none',
  capToPrice: 'no',
  recallAmount: 'same',
} as const;
