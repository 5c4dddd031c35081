import type { DeviceConfig } from '../../contract/devices/config.ts';

/** How relays are set up: `contract/devices/gates.ts` says what each setting means. */
export type RelayConfig = Extract<DeviceConfig, { kind: 'relay' }>;
export type RelayDrive = RelayConfig['drive'];
