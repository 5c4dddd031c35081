/** A title as the union catalogue shares it. */
export interface Biblio {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** Dewey number, for example `895.922334`. */
  readonly ddc: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly isbn: string | null;
  readonly language: string;
  /** Youngest reader it is meant for, in full years, from the record's own marker; `any`: everybody. */
  readonly minAge: number | 'any';
}

/** `restricted`: Law on Libraries art. 7; used only with a letter and an approval. */
export const lendings = ['for-loan', 'not-for-loan', 'restricted'] as const;
export type Lending = (typeof lendings)[number];

/**
 * One copy as catalogued; where it is now is its `ItemState`. `barcode` (ĐKCB as labelled) is unique only inside
 * its library; `id` is unique everywhere.
 */
export interface Item {
  readonly id: string;
  readonly biblio: string;
  readonly library: string;
  readonly barcode: string;
  readonly callNumber: string;
  /** Policy class, for example `sach`, `giao-trinh`, `tap-chi`, `tham-khao`. */
  readonly itemClass: string;
  /** Shelving location, for example `kho-mo`, `thieu-nhi`, `dia-chi`. */
  readonly collection: string;
  /** Cover price in đồng; 0 when it has none. */
  readonly price: number;
  readonly lending: Lending;
  /** What belongs to the copy and must leave and come back with it, for example `1 đĩa CD`; empty when nothing. */
  readonly parts: string;
}

export type LibraryKind = 'public' | 'school' | 'armed-forces' | 'community' | 'private';

export interface Library {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: LibraryKind;
  /** IANA zone, `Asia/Ho_Chi_Minh` everywhere in Vietnam. */
  readonly timeZone: string;
  readonly address: string;
}
