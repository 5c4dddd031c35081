import type { Biblio, Item } from '../catalogue/catalogue.ts';
import type { Patron } from '../patrons/patron.ts';

/** A copy for loan of a title of its own, 50 000 đ. */
export function plainItem(item: Partial<Item> & Pick<Item, 'id'>, library: string): Item {
  return {
    biblio: `title-${item.id}`,
    library,
    barcode: item.id,
    callNumber: '',
    itemClass: 'sach',
    collection: 'kho-mo',
    price: 50_000,
    lending: 'for-loan',
    parts: '',
    ...item,
  };
}

export function plainBiblio(biblio: Partial<Biblio> & Pick<Biblio, 'id'>): Biblio {
  return {
    title: biblio.id,
    author: '',
    ddc: '',
    publisher: '',
    year: null,
    isbn: null,
    language: 'vie',
    minAge: 'any',
    ...biblio,
  };
}

/** A grown-up reader in good standing, whose card is his id. */
export function plainPatron(patron: Partial<Patron> & Pick<Patron, 'id'>, library: string): Patron {
  return {
    library,
    card: patron.id,
    name: 'Bạn đọc Thử',
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
    ...patron,
  };
}
