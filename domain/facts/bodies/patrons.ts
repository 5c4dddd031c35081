import type { MessageAbout } from '../../patrons/message.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { CivilDate } from '../fact.ts';

/** The whole reader as registered. Its id is the reader's for ever. */
export interface PatronRegistered {
  readonly patron: Patron;
}

/** Keys that are absent stay as they are; for each key the latest amendment stands. */
export interface PatronAmended {
  readonly patron: string;
  readonly changes: Partial<Omit<Patron, 'id'>>;
  readonly note: string;
}

export interface MessageAdded {
  readonly about: MessageAbout;
  readonly library: string;
  readonly text: string;
  /** Last day on which it is shown; null: until dismissed. */
  readonly until: CivilDate | null;
}

export interface MessageEnded {
  readonly message: string;
}
