import type { DemoLibraryCode } from '../libraries.ts';

/** Where copies of a title stand and how they are numbered. */
export interface Shelf {
  readonly itemClass: string;
  readonly collection: string;
  /** Share of the copies that each library holds. */
  readonly homes: Readonly<Partial<Record<DemoLibraryCode, number>>>;
  /**
   * Prefixes of the accession numbers in each library; where several stand, the book's size decides (vừa, nhỏ,
   * lớn: medium, small, large). Meanings are the common reading, each library defines its own
   * (`reference/vietnam.md` §4.2). Every prefix is two capitals followed by a full stop, which no Vietnamese
   * input method changes (§3.6).
   */
  readonly prefixes: Readonly<Partial<Record<DemoLibraryCode, readonly string[]>>>;
  /** Cover price against an ordinary book of the same year. */
  readonly priceFactor: number;
  /** Copies in a hundred that need a letter and an approval. */
  readonly restricted?: number;
  /** What comes with some titles, and with how many in a hundred. */
  readonly parts?: { readonly text: string; readonly share: number };
}

const bySize = ['VV', 'VV', 'VV', 'VN', 'VN', 'VL'] as const;
const forcesBySize = ['PM', 'PM', 'VN'] as const;

/**
 * The shelves of the demonstration. `PM` (lending room) stands in two libraries and `VN` in two others: that is
 * how the same accession number comes to be on several copies.
 */
export const shelves = {
  general: {
    itemClass: 'sach',
    collection: 'kho-mo',
    homes: { BN: 0.74, HP: 0.08, ST: 0.18 },
    prefixes: { BN: bySize, HP: ['PM'], ST: forcesBySize },
    priceFactor: 1,
  },
  literature: {
    itemClass: 'sach',
    collection: 'kho-mo',
    homes: { BN: 0.62, HP: 0.2, ST: 0.18 },
    prefixes: { BN: bySize, HP: ['PM'], ST: forcesBySize },
    priceFactor: 0.9,
  },
  military: {
    itemClass: 'sach',
    collection: 'kho-mo',
    homes: { BN: 0.35, ST: 0.65 },
    prefixes: { BN: bySize, ST: forcesBySize },
    priceFactor: 1,
  },
  children: {
    itemClass: 'sach',
    collection: 'thieu-nhi',
    homes: { BN: 0.72, HP: 0.28 },
    prefixes: { BN: ['TE'], HP: ['TN'] },
    priceFactor: 0.4,
  },
  school: {
    itemClass: 'sach',
    collection: 'kho-mo',
    homes: { BN: 0.35, HP: 0.65 },
    prefixes: { BN: bySize, HP: ['PM'] },
    priceFactor: 0.55,
  },
  teacher: {
    itemClass: 'sach',
    collection: 'kho-mo',
    homes: { BN: 0.2, HP: 0.8 },
    prefixes: { BN: bySize, HP: ['NV'] },
    priceFactor: 0.6,
  },
  textbook: {
    itemClass: 'sach-giao-khoa',
    collection: 'giao-khoa',
    homes: { BN: 0.12, HP: 0.88 },
    prefixes: { BN: ['VV'], HP: ['GK'] },
    priceFactor: 0.25,
  },
  coursebook: {
    itemClass: 'giao-trinh',
    collection: 'kho-mo',
    homes: { BN: 1 },
    prefixes: { BN: bySize },
    priceFactor: 1.1,
    parts: { text: '1 đĩa CD', share: 6 },
  },
  reference: {
    itemClass: 'tham-khao',
    collection: 'phong-doc',
    homes: { BN: 0.8, HP: 0.12, ST: 0.08 },
    prefixes: { BN: ['TK'], HP: ['PM'], ST: ['PM'] },
    priceFactor: 3,
  },
  english: {
    itemClass: 'ngoai-van',
    collection: 'kho-mo',
    homes: { BN: 1 },
    prefixes: { BN: ['AV'] },
    priceFactor: 2,
    parts: { text: '1 đĩa CD', share: 20 },
  },
  local: {
    itemClass: 'sach',
    collection: 'dia-chi',
    homes: { BN: 1 },
    prefixes: { BN: ['DC'] },
    priceFactor: 1.3,
    restricted: 5,
    parts: { text: '1 bản đồ gấp', share: 5 },
  },
  thesis: {
    itemClass: 'tham-khao',
    collection: 'phong-doc',
    homes: { BN: 1 },
    prefixes: { BN: ['LV'] },
    priceFactor: 1,
  },
  periodical: {
    itemClass: 'tap-chi',
    collection: 'bao-tap-chi',
    homes: { BN: 0.85, ST: 0.15 },
    prefixes: { BN: ['TC'], ST: ['TC'] },
    priceFactor: 0.25,
  },
} as const satisfies Readonly<Record<string, Shelf>>;

export type ShelfName = keyof typeof shelves;
