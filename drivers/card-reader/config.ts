import type { DeviceConfig } from '../../contract/devices/config.ts';

/** How card readers are set up: `contract/devices/gates.ts` says what each setting means. */
export type CardReaderConfig = Extract<DeviceConfig, { kind: 'card-reader' }>;
export type CardContent = CardReaderConfig['content'];
