import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { DeviceHealth, DeviceState, FromDrivers, ScanFrame } from '../../contract/devices/drivers.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { LazyDevice } from '../lazy-device.ts';
import { lazyDevice } from '../lazy-device.ts';
import type { HealthProblem } from '../transport/health.ts';
import type { OpenLine } from '../transport/line.ts';
import type { Listeners } from '../transport/listeners.ts';

/** What every device of this station is started with. */
export interface StartParts {
  readonly openLine: OpenLine;
  readonly listeners: Listeners;
  readonly send: (message: FromDrivers) => void;
  readonly onState: (state: DeviceState) => void;
  /** For whoever repairs this device. */
  readonly onTrouble: (reason: unknown) => void;
  /** A code that a scanner, a handheld or a card reader read, or could not read. */
  readonly onScan: (frame: ScanFrame) => void;
}

/** The state of a device in the words of the catalogue. */
export function stateOf(
  { id, kind, name }: DeviceConfig,
  health: DeviceHealth,
  problem: OutcomeCode | null,
): DeviceState {
  return { id, kind, name, health, problem };
}

const codes: Readonly<Record<HealthProblem, OutcomeCode>> = {
  unreachable: 'LT-2104',
  silent: 'LT-2105',
  faulty: 'LT-2106',
};

/** Tells the health of a device that knows nothing of codes. */
export function tellHealth(
  config: DeviceConfig,
  onState: (state: DeviceState) => void,
): (health: DeviceHealth, problem: HealthProblem | null) => void {
  return (health, problem) => onState(stateOf(config, health, problem && codes[problem]));
}

/** A device whose code is loaded now; one that this computer cannot load is lost, with `problem`. */
export function startLazily<Device extends { close(): void }>(
  config: DeviceConfig,
  { onState, onTrouble }: StartParts,
  problem: OutcomeCode,
  open: () => Promise<() => Device>,
): LazyDevice<Device> {
  return lazyDevice(open, (error) => {
    onTrouble(error);
    onState(stateOf(config, 'lost', problem));
  });
}
