import { createConnection } from '../transport/connection.ts';
import { createHealth, type OnHealth } from '../transport/health.ts';
import type { Line, OpenLine } from '../transport/line.ts';
import type { RelayConfig } from './config.ts';
import { openDrive, type OpenDrive } from './drive.ts';
import { notSwitched, type Relay } from './relay.ts';
import { createSwitches } from './switches.ts';

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

/** Between two questions to a board that did not answer (ms). */
const probeMs = 2_000;

/** A board that hangs does not keep the program from ending. */
const farewellMs = 1_000;

/**
 * A board of relays: `ready` when its line is open and, where it can tell, it answered; `degraded` while it is silent,
 * is another board than the one set up, or something that has to be off could not be put off.
 */
export function createRelayDevice(options: RelayDeviceOptions): RelayDevice {
  const { config, openLine, onTrouble } = options;
  const health = createHealth(options.onHealth);
  const everyChannel = Array.from({ length: config.channels }, (_, index) => index + 1);
  let drive: OpenDrive | null = null;
  let session = 0;
  let probeTimer: NodeJS.Timeout | undefined;

  const switches = createSwitches({
    onOwed(owed) {
      if (drive === null) return;
      if (owed) health.enter('degraded', 'faulty');
      else health.enter('ready');
    },
  });

  const greet = async (greeted: OpenDrive): Promise<void> => {
    const answer = await greeted.probe();
    if (drive !== greeted) return;
    if (answer.ok) {
      const isOff = await switches.attach(greeted.put, config.offAtStart ? everyChannel : []);
      if (drive !== greeted) return;
      if (isOff) health.enter('ready');
      else health.enter('degraded', 'faulty');
      return;
    }
    if (answer.failure === 'refused') {
      onTrouble?.(`the relay board refuses, or is another one: ${answer.detail}`);
      health.enter('degraded', 'faulty');
    } else {
      health.enter('degraded', 'silent');
    }
    probeTimer = setTimeout(() => void greet(greeted), probeMs);
  };

  const meet = async (line: Line, mine: number): Promise<void> => {
    const opened = await openDrive(config.drive, line).catch((error: unknown) => {
      onTrouble?.(String(error));
      return null;
    });
    if (opened === null || mine !== session) return;
    drive = opened;
    await greet(opened);
  };

  const connection = createConnection({
    transport: config.transport,
    openLine,
    random: options.random,
    onTrouble,
    onData: (bytes) => drive?.receive(bytes),
    onOpen(line) {
      session += 1;
      void meet(line, session);
    },
    onLost() {
      session += 1;
      clearTimeout(probeTimer);
      drive?.lost();
      drive = null;
      switches.detach();
      health.enter('lost', 'unreachable');
    },
  });

  const known = (channel: number): boolean => everyChannel.includes(channel);

  return {
    set: async (channel, on) => (known(channel) ? switches.set(channel, on) : notSwitched('no-channel')),
    pulse: async (channel, ms) => (known(channel) ? switches.pulse(channel, ms) : notSwitched('no-channel')),
    async close() {
      health.close();
      clearTimeout(probeTimer);
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, farewellMs);
      await Promise.race([switches.settle(), patience.promise]);
      clearTimeout(timer);
      session += 1;
      connection.close();
      drive?.lost();
      drive = null;
      switches.detach();
    },
  };
}
