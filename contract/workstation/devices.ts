/** Most devices of one station. */
export const mostDevices = 32;

/**
 * Why device settings were not taken; nothing was changed. `where`: which entry or what the system said, for whoever
 * repairs it.
 */
export interface DeviceSettingsProblem {
  readonly problem: 'same-id' | 'not-written' | 'not-a-settings-file';
  readonly where: string;
}
