import { spawn, type ChildProcess } from 'node:child_process';
import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How long an accident of socat's keeps the port away (ms). */
const restartMs = 200;

export interface PseudoTerminal {
  /** What a program opens as its serial port. */
  readonly path: string;
  /** Makes the port; false when this computer has no socat. */
  start(): Promise<boolean>;
  /** The bridge has connected to the wire: the port is there now. */
  bridged(): void;
  /** Takes the port away at once. */
  stop(): void;
}

/**
 * A serial port that does not exist: socat bridges a pseudo-terminal to the wire on `tcpPort`. A bridge that dies is
 * started again until `stop`. Should this process be killed, the wire closes and socat ends by itself.
 * @param folder where the link to the terminal is put; made when missing
 */
export function createPseudoTerminal(folder: string, name: string, tcpPort: number): PseudoTerminal {
  // With the process id, so that the last breath of a killed predecessor's socat does not remove our link.
  const link = `${name}-${process.pid}`;
  const path = join(folder, link);
  let wanted = false;
  let bridge: ChildProcess | null = null;
  let restart: NodeJS.Timeout | undefined;
  let answer: ((made: boolean) => void) | null = null;

  const settle = (made: boolean): void => {
    answer?.(made);
    answer = null;
  };

  const launch = (): void => {
    // A link left behind may point at a terminal that is somebody else's by now.
    rmSync(path, { force: true });
    const child = spawn('socat', ['-t0.1', `PTY,link=${link},rawer`, `TCP:127.0.0.1:${tcpPort}`], {
      // A relative link needs no quoting in socat's address language.
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      // Out of reach of Ctrl+C, which is the core's to interpret.
      detached: true,
    });
    bridge = child;
    const gone = (): void => {
      if (bridge !== child) return;
      bridge = null;
      if (answer !== null) settle(false);
      else if (wanted) restart = setTimeout(launch, restartMs);
    };
    child.on('error', gone);
    child.on('exit', gone);
  };

  return {
    path,
    start() {
      wanted = true;
      mkdirSync(folder, { recursive: true });
      return new Promise((resolve) => {
        answer = resolve;
        launch();
      });
    },
    bridged() {
      settle(lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true);
    },
    stop() {
      wanted = false;
      clearTimeout(restart);
      // Not SIGTERM: socat would remove the link later, perhaps the next one's.
      bridge?.kill('SIGKILL');
      bridge = null;
      rmSync(path, { force: true });
      settle(false);
    },
  };
}
