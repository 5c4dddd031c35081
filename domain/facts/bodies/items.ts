import type { Biblio, Item } from '../../catalogue/catalogue.ts';

/** What staff can say of a copy. `found` and `repaired` put it back in its place. */
export const itemMarks = [
  'lost',
  'missing',
  'damaged',
  'withdrawn',
  'claimed-returned',
  'found',
  'repaired',
] as const;
export type ItemMark = (typeof itemMarks)[number];

export interface ItemMarked {
  readonly item: string;
  readonly barcode: string;
  readonly library: string;
  readonly mark: ItemMark;
  /** The loan it concerns: a loan ends when its copy is lost. */
  readonly loan: string | null;
  /** Number of the decision that withdrew it (TT 02/2020 art. 28); empty for other marks. */
  readonly decision: string;
  readonly note: string;
}

/** The copy leaves for another library. */
export interface TransitSent {
  readonly item: string;
  readonly barcode: string;
  readonly from: string;
  readonly to: string;
  readonly why: 'hold' | 'home';
  /** The hold it travels for, or null. */
  readonly hold: string | null;
}

export interface TransitReceived {
  readonly item: string;
  readonly barcode: string;
  readonly library: string;
}

/** A book that nobody had catalogued, lent all the same. Cataloguing completes the record later. */
export interface ItemFastAdded {
  readonly item: Item;
  readonly biblio: Biblio;
}
