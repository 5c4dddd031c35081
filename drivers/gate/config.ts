import type { DeviceConfig } from '../../contract/devices/config.ts';

/** How gates are set up: `contract/devices/gates.ts` says what each setting means. */
export type { GateDirection } from '../../contract/devices/gates.ts';
export type GateConfig = Extract<DeviceConfig, { kind: 'gate' }>;
export type CounterLayout = NonNullable<GateConfig['counters']>;
export type CounterField = CounterLayout['in'];
