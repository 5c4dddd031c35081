import type { CivilDate, Instant } from '../facts/fact.ts';

/**
 * Where a copy is: exactly one of these. What each says it needs comes with it, so "on loan and on the hold shelf"
 * or "waiting for nobody" cannot be written down.
 */
export type ItemState =
  | { readonly status: 'available' }
  | { readonly status: 'on-loan'; readonly loan: string }
  | {
      readonly status: 'on-hold-shelf';
      readonly hold: string;
      readonly patron: string;
      readonly library: string;
      readonly shelfUntil: CivilDate;
    }
  | {
      readonly status: 'in-transit';
      readonly from: string;
      readonly to: string;
      readonly hold: string | null;
      readonly since: Instant;
    }
  /** `loan`: the loan it was lost on, or null. */
  | { readonly status: 'lost'; readonly loan: string | null; readonly since: Instant }
  | { readonly status: 'claimed-returned'; readonly loan: string; readonly since: Instant }
  | { readonly status: 'missing'; readonly since: Instant }
  | { readonly status: 'damaged'; readonly since: Instant }
  | { readonly status: 'withdrawn'; readonly decision: string; readonly since: Instant };

export type ItemStatus = ItemState['status'];

interface LastLoan {
  readonly loan: string;
  readonly patron: string;
  readonly returnedAt: Instant;
  /** Library that took the copy back; rows of before do not say. */
  readonly library?: string;
}

/** A copy's circulation, beside its catalogue row. A copy nothing has happened to has none and is available. */
export interface ItemCirculation {
  /** The copy's id. */
  readonly id: string;
  readonly state: ItemState;
  /** The last loan that ended, for damage found at the shelf; null before any. */
  readonly lastLoan: LastLoan | null;
  /** Uses inside the library that were counted. */
  readonly usesInHouse: number;
}

/** A copy that nothing has happened to. */
export function untouched(item: string): ItemCirculation {
  return { id: item, state: { status: 'available' }, lastLoan: null, usesInHouse: 0 };
}
