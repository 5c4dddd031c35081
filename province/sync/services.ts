import type { Kysely } from 'kysely';
import type { PointSpacing } from '../../domain/facts/fold-point.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { Snapshots } from '../snapshots/offers.ts';
import type { HeadSignal } from './head-signal.ts';

/** What the routes of the sync API need of their server. */
export interface SyncServices {
  readonly db: Kysely<ProvinceSchema>;
  readonly signal: HeadSignal;
  /** The server's clock, ms since the Unix epoch. */
  readonly now: () => number;
  /** Absent where no folder is given to keep them in: stations take the feed. */
  readonly snapshots?: Snapshots | null;
  /** When points of streams are set; the usual when absent. */
  readonly spacing?: PointSpacing;
}
