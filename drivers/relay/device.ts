import type { OnHealth } from '../transport/health.ts';
import type { OpenLine } from '../transport/line.ts';
import { createBoard } from './board.ts';
import type { RelayConfig } from './config.ts';
import { openDrive } from './drive.ts';
import { notSwitched, type Relay } from './relay.ts';

export interface RelayDeviceOptions {
  readonly config: RelayConfig;
  readonly openLine: OpenLine;
  readonly onHealth: OnHealth;
  /** For whoever repairs it. */
  readonly onTrouble?: ((reason: string) => void) | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
}

export interface RelayDevice extends Relay {
  /** Ends every pulse, puts off what it can within a second, then gives the line up. Nothing is reported afterwards. */
  close(): Promise<void>;
}

/** A board of relays: USB HID, LCUS or Modbus. */
export function createRelayDevice({ config, ...options }: RelayDeviceOptions): RelayDevice {
  const everyChannel = Array.from({ length: config.channels }, (_, index) => index + 1);
  const known = (channel: number): boolean => everyChannel.includes(channel);
  const { switches, close } = createBoard({
    ...options,
    transport: config.transport,
    openDrive: (line) => openDrive(config.drive, line),
    offAtStart: config.offAtStart ? everyChannel : [],
  });
  return {
    set: async (channel, on) => (known(channel) ? switches.set(channel, on) : notSwitched('no-channel')),
    pulse: async (channel, ms) => (known(channel) ? switches.pulse(channel, ms) : notSwitched('no-channel')),
    close,
  };
}
