import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { DeviceState, FromDrivers, ScanFrame } from '../../contract/devices/drivers.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import type { LazyDevice } from '../lazy-device.ts';
import { lazyDevice } from '../lazy-device.ts';
import { stateOf } from '../transport/health.ts';
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
