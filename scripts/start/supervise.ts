import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { StartedStation } from './processes.ts';
import { startStation } from './processes.ts';

/** Wait before a station that died is started again (ms), doubled each time it dies soon after. */
const firstWait = 500;
/** A station that lived this long (ms) is started again without waiting longer. */
const healthyAfter = 60_000;
/** Deaths in a row after which starting again would only hide the fault. */
const mostDeaths = 5;

/** A station that is started again, on the same port, when it dies. */
export interface SupervisedStation {
  readonly started: StartedStation;
  /** The process that runs now. */
  current(): ChildProcess | null;
}

/** Starts a station and keeps it running until `isStopping`. `onGiveUp` is called when it keeps dying. */
export async function superviseStation(
  folder: string,
  port: number,
  isStopping: () => boolean,
  onGiveUp: () => void,
): Promise<SupervisedStation> {
  const started = await startStation(folder, port);
  let current = started.ok ? started.process : null;
  let deaths = 0;
  let startedAt = performance.now();

  const watch = (station: ChildProcess, samePort: number): void => {
    station.once('exit', () => {
      if (!isStopping()) void again(samePort);
    });
  };
  const again = async (samePort: number): Promise<void> => {
    deaths = performance.now() - startedAt > healthyAfter ? 1 : deaths + 1;
    if (deaths > mostDeaths) return onGiveUp();
    await delay(firstWait * 2 ** (deaths - 1));
    if (isStopping()) return;
    startedAt = performance.now();
    const next = await startStation(folder, samePort);
    current = next.ok ? next.process : null;
    if (next.ok) watch(next.process, samePort);
    else void again(samePort);
  };
  if (started.ok) watch(started.process, started.port);
  return { started, current: () => current };
}
