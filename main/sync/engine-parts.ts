import type { SyncStatus } from '../../contract/workstation/station.ts';
import type { SyncPorts } from './ports.ts';
import type { PartSizes } from './snapshot-taking.ts';

export interface SyncEngine {
  /** Something happened here or there: look now. */
  wake(): void;
  status(): Promise<SyncStatus>;
  /** Runs until `signal` aborts. */
  run(signal: AbortSignal): Promise<void>;
}

export interface SyncEngineParts extends SyncPorts {
  readonly app: string;
  readonly onStatus: (status: SyncStatus) => void;
  /** Called after rows of the feed were applied. */
  readonly onRows: () => void;
  readonly onFailure: (error: unknown) => void;
  /** Of downloads of a whole mirror; the usual ones when absent. */
  readonly partSizes?: PartSizes;
}
