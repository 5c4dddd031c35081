import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { DeviceState, ScanFrame } from '../../contract/devices/drivers.ts';
import { createConnection } from '../transport/connection.ts';
import { createHealth, stateOf } from '../transport/health.ts';
import type { OpenLine } from '../transport/line.ts';
import { createScanFramer, type ScanReader } from './codec.ts';
import { createHidPosReader } from './hid-pos.ts';
import { hidPosLayout } from './known.ts';

type ScannerConfig = Extract<DeviceConfig, { kind: 'scanner' }>;

export interface ScannerDeviceOptions {
  readonly config: ScannerConfig;
  readonly openLine: OpenLine;
  /** Called when the health changes, beginning with `connecting`. */
  readonly onState: (state: DeviceState) => void;
  readonly onScan: (frame: ScanFrame) => void;
  /** Why the line could not be opened, for whoever repairs it; once for as long as the reason stays the same. */
  readonly onTrouble?: (reason: string) => void;
  /** Milliseconds of silence after which an unfinished line is given up. */
  readonly idleMs?: number;
  /** In [0, 1). */
  readonly random?: () => number;
}

export interface ScannerDevice {
  /** Nothing is reported afterwards. */
  close(): void;
}

const defaultIdleMs = 500;

/**
 * Silence is counted in short steps. A process that was busy finds its timer and its unread bytes due at the same
 * moment; one late step must not be taken for silence, or a code would be cut in two and its end read as a code.
 */
const idleSteps = 5;

/**
 * A scanner on its line: `connecting`, `ready` while the line is open, `lost` (LT-2101) while it is looked for with
 * back-off, for as long as it takes. What was half read when the line broke is reported, not kept.
 */
export function createScannerDevice(options: ScannerDeviceOptions): ScannerDevice {
  const { config, openLine, onState, onScan, idleMs = defaultIdleMs } = options;
  const reader: ScanReader =
    config.transport.kind === 'hid'
      ? createHidPosReader(hidPosLayout(config.transport.vendorId))
      : createScanFramer(config.framing);
  const health = createHealth((now) => onState(stateOf(config, now, now === 'lost' ? 'LT-2101' : null)));
  let idleTimer: NodeJS.Timeout | undefined;

  const report = (frames: readonly ScanFrame[]): void => {
    for (const frame of frames) onScan(frame);
  };

  const countSilence = (steps: number): void => {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => {
      if (steps > 1) countSilence(steps - 1);
      else report(reader.flush());
    }, idleMs / idleSteps);
  };

  const connection = createConnection({
    transport: config.transport,
    openLine,
    random: options.random,
    onTrouble: options.onTrouble,
    onData(bytes) {
      report(reader.push(bytes));
      countSilence(idleSteps);
    },
    onOpen: () => health.enter('ready'),
    onLost(wasOpen) {
      clearTimeout(idleTimer);
      if (wasOpen) report(reader.flush());
      health.enter('lost', 'unreachable');
    },
  });

  return {
    close() {
      health.close();
      clearTimeout(idleTimer);
      connection.close();
    },
  };
}
