import type { Databases } from '../../workers/start.ts';
import type { TagKeeper } from '../devices/tag-security.ts';
import type { StationEvents } from '../events.ts';
import type { StationClock } from '../station-clock.ts';

/** What a desk asks of the RFID pads; see `services/devices/tag-security.ts`. */
export type DeskTags = Pick<TagKeeper, 'isThere' | 'secureFirst' | 'write'>;

/** A desk without an RFID reader. */
export const noTags: DeskTags = {
  isThere: () => false,
  secureFirst: () => Promise.resolve(),
  write: () => Promise.resolve(),
};

/** What a desk is made over. */
export interface DeskParts {
  readonly databases: Databases;
  readonly events: StationEvents;
  readonly clock: StationClock;
  /** The tags in front of this desk, which follow what is recorded. */
  readonly tags: DeskTags;
  /** Called with a slip that is complete and wants to be printed. */
  readonly onSlipReady: (slip: string) => void;
  /** Prints the last slip again. */
  readonly onReprint: () => Promise<void>;
  /** Called after every act that made a fact. */
  readonly onFact: () => void;
  /** Told about failures that nobody expected; the desk shows LT-5103. */
  readonly onFailure: (error: unknown) => void;
}
