import type { CivilDate } from '../facts/fact.ts';

/** The least a desk needs to know of a reader. Contact data and images never travel in this row. */
export interface Patron {
  readonly id: string;
  /** Library that issued the card. */
  readonly library: string;
  readonly card: string;
  readonly name: string;
  /** Policy category, for example `thieu-nhi`, `nguoi-lon`, `giao-vien`. */
  readonly category: string;
  readonly status: 'active' | 'blocked' | 'card-lost';
  /** Last day on which the card is valid. */
  readonly expires: CivilDate;
}
