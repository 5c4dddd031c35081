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
    },
  };
}

/** A copy of the title `b1`, labelled `VV.` and its id. */
export function item(id: string): RowOf<'item'> {
  return {
    entity: 'item',
    row: {
      id,
      biblio: 'b1',
      library: 'lib-1',
      barcode: `VV.${id}`,
      callNumber: '895.9 TÔ',
      itemClass: 'sach',
      collection: 'kho-mo',
      price: 45_000,
      status: 'in-circulation',
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
      status: 'active',
      expires: '2027-12-31',
    },
  };
}
