import type { SyncStatus } from '../../contract/workstation/station.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { Store } from '../../main/store/store.ts';
import type { WriterVerbs } from '../../main/workers/writer-verbs.ts';
import type { StationKey } from '../../main/sync/station-key.ts';
import type { DeskContext } from '../../main/services/desk-context.ts';

/** A computer at a desk. It outlives the programs that run on it. */
export interface Machine {
  readonly name: string;
  readonly station: string;
  readonly library: string;
  /** What its requests are signed with. */
  readonly key: StationKey;
  readonly permissions: readonly Permission[] | 'all';
  /** Its program is of the version before this one. */
  earlier: boolean;
  /** Where its files are. A process that ends without a word leaves them behind, and the next gets a copy. */
  folder: string;
  /** How far its clock is from the world's, ms. */
  skew: number;
  running: Running | null;
  /** Entries of its journal when a program last ended here. */
  written: number;
  /** Port calls until its process ends where it stands; null: not at all. */
  crashIn: number | null;
  /** Port calls until there is no room on its disk any more, under one file; null: there is. */
  fullIn: { calls: number; readonly file: 'journal' | 'mirror' } | null;
  /** No room on the disk, under one file. */
  full: 'journal' | 'mirror' | null;
  /** Its mirror could not be written since the last act that went through: the next act mends it. */
  stale: boolean;
  /** Another computer has, or had, these files too. */
  copied: boolean;
}

/** One life of the station program. */
export interface Running {
  readonly store: Store;
  readonly verbs: WriterVerbs;
  readonly context: DeskContext;
  /** What the sync pill says. */
  readonly state: () => SyncStatus['state'];
  readonly wake: () => void;
  /** True until it ended. */
  readonly isAlive: () => boolean;
  /** Ends it: nothing that it waits for comes any more. */
  kill(): void;
}
