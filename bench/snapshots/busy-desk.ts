import { setTimeout as delay } from 'node:timers/promises';
import { ordinaryMode } from '../../contract/workstation/desk.ts';
import type { Databases } from '../../main/workers/start.ts';

/** Between two scans (ms): faster than any librarian. */
const pause = 50;

export interface BusyDesk {
  /** Stops scanning; gives the time of every scan (ms). Throws when one was not done. */
  stop(): Promise<readonly number[]>;
}

/** A desk that lends one copy by its number and takes it back, on and on. */
export function busyDesk({ writer }: Databases): BusyDesk {
  let busy = true;
  const times: number[] = [];
  const run = async (): Promise<void> => {
    // The copy is back when it ends.
    for (let scans = 0; busy || scans % 2 === 1; scans += 1) {
      const patron = scans % 2 === 0 ? 'patron-THE-1' : null;
      const began = performance.now();
      const { row } = await writer.scan({ text: 'VV.1', patron, mode: ordinaryMode });
      times.push(performance.now() - began);
      if (row.state !== 'done' && row.state !== 'routed')
        throw new Error(`Scan ${scans} was not done: ${JSON.stringify(row)}`);
      await delay(pause);
    }
  };
  const ended = run();
  // Told by `stop`; until then nobody waits for it.
  ended.catch(() => {});
  return {
    stop: async () => {
      busy = false;
      await ended;
      return times;
    },
  };
}
