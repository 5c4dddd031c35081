import type { DeviceConfig } from '../../contract/devices/config.ts';

/** How turnstiles are set up: `contract/devices/gates.ts` says what each setting means. */
export type TurnstileConfig = Extract<DeviceConfig, { kind: 'turnstile' }>;
export type TurnstileMethod = TurnstileConfig['method'];
export type ModbusPassage = NonNullable<Extract<TurnstileMethod, { kind: 'modbus' }>['in']>;
export type PassConfirmation = NonNullable<ModbusPassage['confirmation']>;
