import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Starting } from './processes.ts';

/** Wait before a process that died is started again (ms), doubled each time it dies soon after. */
const firstWait = 500;
/** A process that lived this long (ms) is started again without waiting longer. */
const healthyAfter = 60_000;
/** Deaths in a row after which starting again would only hide the fault. */
const mostDeaths = 5;

/** A process that is started again when it dies. */
export interface Supervised<Started> {
  /** How its first start went. */
  readonly first: Promise<Started>;
  /** The process that runs, or is being started, now; null while one that died has not been replaced. */
  current(): ChildProcess | null;
}

/** Keeps a process running until `stopping`. `onGiveUp` is told how its last start went when it keeps dying. */
export function supervise<Started>(
  launch: () => Starting<Started>,
  stopping: AbortSignal,
  onGiveUp: (last: Started) => void,
): Supervised<Started> {
  let current: ChildProcess | null = null;
  let deaths = 0;

  const run = (): Promise<Started> => {
    const startedAt = performance.now();
    const { process, started } = launch();
    current = process;
    process.once('exit', () => {
      current = null;
      if (performance.now() - startedAt > healthyAfter) deaths = 0;
      void again(started);
    });
    return started;
  };
  const again = async (last: Promise<Started>): Promise<void> => {
    if (stopping.aborted) return;
    deaths += 1;
    if (deaths > mostDeaths) return onGiveUp(await last);
    await delay(firstWait * 2 ** (deaths - 1));
    if (!stopping.aborted) void run();
  };
  return { first: run(), current: () => current };
}
