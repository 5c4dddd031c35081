import type { Instant } from '../facts/fact.ts';

/** One session of one cash drawer, from its opening to its closing. */
export interface Drawer {
  readonly id: string;
  readonly library: string;
  readonly station: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly float: number;
  readonly closed: {
    readonly at: Instant;
    readonly by: string;
    readonly counted: number;
    readonly expected: number;
    readonly note: string;
  } | null;
}
