import type { TagProfile } from './tag.ts';

/** What a site decides about its tags, because tags in the field contradict each other (`reference/devices.md` §1). */
export interface TagSettings {
  /** Tried in this order. `auto`: every model of the tag's technology, no raw profile. */
  readonly profiles: readonly TagProfile[] | 'auto';
  /**
   * First byte of ISO 28560-3 when writing. There is no proven default: null writes only what is the same either way
   * (circulation), until it is copied from a tag the library has (`FixedLayout`). Reading needs no setting.
   */
  readonly nibbleOrder: 'usage-high' | 'version-high' | null;
  /** Bytes 1 and 2 of ISO 28560-3. Most sources put the number of parts first; harmless for 1 of 1. */
  readonly partOrder: 'total-first' | 'number-first';
  /** ISO 28560-3 with the bytes of every block reversed, as some installations write ("FKI"). Reading tries both. */
  readonly blocksReversed: boolean;
  /**
   * Application family identifier: 07 in stock, C2 on loan (assigned to libraries by ISO/IEC 15961). Older Danish and
   * German systems: 07 and 21.
   */
  readonly afi: { readonly secured: number; readonly onLoan: number };
  /** ISO 15962 elements to lock after writing, by object identifier. The AFI is never locked: it is the security. */
  readonly lockedElements: readonly number[];
  /** EPC payload of the alliance model when writing. */
  readonly alliance: {
    /** 1–64; real tags say 1, 4 or 5. */
    readonly version: number;
    /** 0–15: sorting bin. */
    readonly sorting: number;
  };
  readonly raw: {
    /** `address` the UID or EPC; `memory` user memory from its beginning. */
    readonly from: 'address' | 'memory';
    /** Characters that a number has; null: any. `raw-integer` is filled up with zeros in front. */
    readonly length: number | null;
  };
}

export const defaultTagSettings: TagSettings = {
  profiles: 'auto',
  nibbleOrder: null,
  partOrder: 'total-first',
  blocksReversed: false,
  afi: { secured: 0x07, onLoan: 0xc2 },
  lockedElements: [],
  alliance: { version: 4, sorting: 0 },
  raw: { from: 'address', length: null },
};

/** Whether an AFI makes gates alarm; null when it is neither of the site's two. */
export function securedByAfi(afi: number | null, pair: TagSettings['afi']): boolean | null {
  if (afi === pair.secured) return true;
  return afi === pair.onLoan ? false : null;
}
