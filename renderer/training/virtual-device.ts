import type { TrainingState } from '../../contract/workstation/station.ts';

/** A virtual device as the panel shows it. */
export type VirtualDeviceState = TrainingState['devices'][number];
