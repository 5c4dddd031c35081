import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { buildPage, pageFolder } from '../scripts/start/page.ts';

const root = resolve(import.meta.dirname, '..');

/** A station under the web host in a process of its own. */
export interface StationProcess {
  readonly pid: number;
  /** Opens the program once. */
  readonly address: string;
  /** Milliseconds from starting the process to ready-to-scan. */
  readonly readyAfter: number;
  stop(): Promise<void>;
}

/** Starts a station on a data folder and waits until it is ready to scan. */
export async function startStationProcess(folder: string): Promise<StationProcess> {
  buildPage();
  const started = performance.now();
  const station = fork(join(root, 'main/hosts/web/main.ts'), ['--data', folder, '--page', pageFolder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message]: unknown[] = await once(station, 'message');
  const readyAfter = performance.now() - started;
  if (
    typeof message !== 'object' ||
    message === null ||
    !('address' in message) ||
    station.pid === undefined
  ) {
    throw new Error(`The station did not start: ${JSON.stringify(message)}`);
  }
  return {
    pid: station.pid,
    address: String(message.address),
    readyAfter,
    stop: async () => {
      const ended = once(station, 'exit');
      station.kill('SIGTERM');
      await ended;
    },
  };
}
