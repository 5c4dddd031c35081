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
}

export type ItemStatus = 'in-circulation' | 'not-for-loan' | 'lost' | 'damaged' | 'withdrawn';

/** One copy. `barcode` (ĐKCB as labelled) is unique only inside its library; `id` is unique everywhere. */
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
  /** Cover price in đồng. */
  readonly price: number;
  readonly status: ItemStatus;
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
