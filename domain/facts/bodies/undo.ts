import type { RowRef } from '../../catalogue/rows.ts';

/**
 * An act that is taken back. Its facts stay in the journal and count no more. `restores` are the rows as they were
 * before the act: what a desk shows until the province has folded again.
 */
export interface ActUndone {
  /** Ids of the facts of the act, all of one desk. */
  readonly facts: readonly string[];
  /** Streams those facts belong to. */
  readonly streams: readonly string[];
  readonly restores: readonly RowRef[];
  readonly note: string;
}
