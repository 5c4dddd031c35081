import type { CivilDate } from '../fact.ts';

export type HoldLevel = 'title' | 'copy';

export interface HoldPlaced {
  readonly level: HoldLevel;
  readonly biblio: string;
  /** The copy named by a copy-level hold; null for a title. */
  readonly item: string | null;
  readonly patron: string;
  readonly card: string;
  /** Library whose desk took the hold. */
  readonly library: string;
  readonly pickup: string;
  /** First day on which it may be filled; null: at once. */
  readonly startsOn: CivilDate | null;
  /** Day after which it lapses unfilled; null: never. */
  readonly expiresOn: CivilDate | null;
  /** Asks for the copy on loan to come back earlier. */
  readonly recall: boolean;
  readonly note: string;
}

/** Keys that are absent stay as they are. */
export interface HoldAmended {
  readonly hold: string;
  readonly changes: {
    readonly pickup?: string;
    readonly startsOn?: CivilDate | null;
    readonly expiresOn?: CivilDate | null;
    /** `indefinite`: until somebody resumes it; null: resumed. */
    readonly suspendedUntil?: CivilDate | 'indefinite' | null;
    /** Place in the queue: lower comes first; a hold's first rank is the time it was placed (ms). */
    readonly rank?: number;
    readonly shelfUntil?: CivilDate;
  };
}

/** A copy is on the hold shelf for this reader. */
export interface HoldTrapped {
  readonly hold: string;
  readonly item: string;
  readonly barcode: string;
  readonly patron: string;
  /** Library of the shelf. */
  readonly library: string;
  readonly shelfUntil: CivilDate;
}

/** The copy that waited goes elsewhere; the hold is back in the queue at its old place. */
export interface HoldReleased {
  readonly hold: string;
  readonly item: string;
}

export const holdEndings = ['cancelled-by-patron', 'cancelled-by-staff', 'expired', 'not-collected'] as const;
export type HoldEnding = (typeof holdEndings)[number];

export interface HoldEnded {
  readonly hold: string;
  /** The copy that waited or travelled for it, or null. */
  readonly item: string | null;
  readonly why: HoldEnding;
  readonly note: string;
}
