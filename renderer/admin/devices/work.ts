import type { DeviceConfig } from '../../../contract/devices/config.ts';

/** What is being done beside the list of devices. */
export type Work =
  | { readonly kind: 'detect' }
  | { readonly kind: 'edit'; readonly config: DeviceConfig; readonly isNew: boolean }
  | { readonly kind: 'trial'; readonly config: DeviceConfig }
  | { readonly kind: 'bytes'; readonly device: string; readonly name: string }
  | {
      readonly kind: 'import';
      readonly file: string;
      readonly text: string;
      readonly devices: readonly DeviceConfig[];
    };

/** A name for a device that no other has, here or at another station the settings are carried to. */
export function newDeviceId(kind: DeviceConfig['kind']): string {
  return `${kind}-${crypto.randomUUID().slice(0, 8)}`;
}
