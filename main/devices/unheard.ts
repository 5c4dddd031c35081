import type { DeviceHostParts } from './device-host.ts';

/** For commands that ask the driver process and want to know of nothing else that happens on its devices. */
export const unheard: Omit<DeviceHostParts, 'launch' | 'onStates'> = {
  onScan: () => undefined,
  onScansLost: () => undefined,
  onTag: () => undefined,
  onTagsLeft: () => undefined,
  onGate: () => undefined,
  onTrial: () => undefined,
};
