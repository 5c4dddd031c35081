import type { CivilDate } from '../facts/fact.ts';

/** What a demonstration province is made from. The same options give the same bytes, always. */
export interface DemoOptions {
  readonly seed: number;
  /** Titles in the union catalogue. */
  readonly titles: number;
  /** Readers of all libraries together. */
  readonly patrons: number;
  /** Card expiry and the history of loans are placed around this day. */
  readonly today: CivilDate;
  /** Average number of copies of a title, 1 or more; `demoDefaults.copiesPerTitle` when absent. */
  readonly copiesPerTitle?: number;
}

/** The province that a person sees on the first start. */
export const demoDefaults = { seed: 2026, titles: 2000, patrons: 500, copiesPerTitle: 2.5 } as const;
