import type { Transport } from '../../contract/devices/config.ts';
import { createConnection } from '../transport/connection.ts';
import { createHealth, type OnHealth } from '../transport/health.ts';
import type { Line, OpenLine } from '../transport/line.ts';
import type { OpenDrive } from './drive.ts';
import { createSwitches, type Switches } from './switches.ts';

export interface BoardOptions<Drive extends OpenDrive> {
  readonly transport: Transport;
  readonly openLine: OpenLine;
  readonly openDrive: (line: Line) => Promise<Drive>;
  /** Put off whenever the board is found. */
  readonly offAtStart: readonly number[];
  readonly onHealth: OnHealth;
  /** For whoever repairs it. */
  readonly onTrouble?: ((reason: string) => void) | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
}

export interface Board<Drive extends OpenDrive> {
  readonly switches: Switches;
  /** Null while there is no line. */
  current(): Drive | null;
  /** Ends every pulse, puts off what it can within a second, then gives the line up. Nothing is reported afterwards. */
  close(): Promise<void>;
}

/** Between two questions to a board that did not answer, and to one that did (ms). */
const probeMs = { silent: 2_000, ready: 10_000 } as const;

/** A board that hangs does not keep the program from ending. */
const farewellMs = 1_000;

/**
 * What switches things, on its line: `ready` when the line is open and, where it can tell, it answered; `degraded`
 * while it is silent, is another board than the one set up, or something that has to be off could not be put off.
 */
export function createBoard<Drive extends OpenDrive>(options: BoardOptions<Drive>): Board<Drive> {
  const { onTrouble } = options;
  const health = createHealth(options.onHealth);
  let drive: Drive | null = null;
  let attached = false;
  let owes = false;
  let session = 0;
  let probeTimer: NodeJS.Timeout | undefined;

  const tellReady = (): void => {
    if (drive === null || !attached) return;
    if (owes) health.enter('degraded', 'faulty');
    else health.enter('ready');
  };
  const switches = createSwitches({
    onOwed(owed) {
      owes = owed;
      tellReady();
    },
  });

  const watch = async (watched: Drive): Promise<void> => {
    const answer = await watched.probe();
    if (drive !== watched) return;
    if (answer.ok && !attached) {
      await switches.attach(watched.put, options.offAtStart);
      if (drive !== watched) return;
      attached = true;
    }
    if (answer.ok) {
      tellReady();
    } else if (answer.failure === 'refused') {
      onTrouble?.(`the board refuses, or is another one: ${answer.detail}`);
      health.enter('degraded', 'faulty');
    } else {
      health.enter('degraded', 'silent');
    }
    probeTimer = setTimeout(() => void watch(watched), answer.ok ? probeMs.ready : probeMs.silent);
  };

  const meet = async (line: Line, mine: number): Promise<void> => {
    const opened = await options.openDrive(line).catch((error: unknown) => {
      onTrouble?.(String(error));
      return null;
    });
    if (opened === null || mine !== session) return;
    drive = opened;
    await watch(opened);
  };

  const leave = (): void => {
    session += 1;
    clearTimeout(probeTimer);
    drive?.lost();
    drive = null;
    attached = false;
    switches.detach();
  };

  const connection = createConnection({
    transport: options.transport,
    openLine: options.openLine,
    random: options.random,
    onTrouble,
    onData: (bytes) => drive?.receive(bytes),
    onOpen(line) {
      session += 1;
      void meet(line, session);
    },
    onLost() {
      leave();
      health.enter('lost', 'unreachable');
    },
  });

  return {
    switches,
    current: () => drive,
    async close() {
      health.close();
      clearTimeout(probeTimer);
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, farewellMs);
      await Promise.race([switches.settle(), patience.promise]);
      clearTimeout(timer);
      connection.close();
      leave();
    },
  };
}
