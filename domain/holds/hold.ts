import type { HoldLevel } from '../facts/bodies/holds.ts';
import type { CivilDate, Instant } from '../facts/fact.ts';

/** How far a hold has got. Only a travelling or waiting one names a copy. */
export type HoldState =
  | { readonly status: 'pending' }
  | { readonly status: 'in-transit'; readonly item: string; readonly barcode: string }
  | {
      readonly status: 'waiting';
      readonly item: string;
      readonly barcode: string;
      readonly library: string;
      readonly shelfUntil: CivilDate;
      readonly since: Instant;
    }
  | { readonly status: 'filled'; readonly loan: string }
  | { readonly status: 'ended'; readonly why: string; readonly at: Instant };

/** A reader waits for a title or a copy. `id` is the placing fact's id. */
export interface Hold {
  readonly id: string;
  readonly level: HoldLevel;
  readonly biblio: string;
  /** The copy a copy-level hold names; null for a title. */
  readonly item: string | null;
  readonly patron: string;
  readonly library: string;
  readonly pickup: string;
  readonly placedAt: Instant;
  /** Place in the queue: lower comes first. */
  readonly rank: number;
  readonly startsOn: CivilDate | null;
  readonly expiresOn: CivilDate | null;
  readonly suspendedUntil: CivilDate | 'indefinite' | null;
  readonly recall: boolean;
  readonly note: string;
  readonly state: HoldState;
}

/** True when this very copy travels or waits for the hold. */
export function isSetAside({ state }: Pick<Hold, 'state'>, item: string): boolean {
  return (state.status === 'in-transit' || state.status === 'waiting') && state.item === item;
}

/** True while the hold still stands in some queue or on some shelf. */
export function isOpenHold(hold: Pick<Hold, 'state'>): boolean {
  return hold.state.status !== 'filled' && hold.state.status !== 'ended';
}
