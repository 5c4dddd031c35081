import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Bench } from '../measure.ts';
import { figure, median } from '../measure.ts';
import { makeStation } from '../made-station.ts';
import { startStationProcess } from '../station-process.ts';

const runs = 7;
const titles = 100_000;

/** Milliseconds from process start to ready-to-scan, against starting and ending a bare Node of the same version. */
export const coldStart: Bench = {
  name: 'cold-start',
  run: async () => {
    const made = makeStation(titles, []);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      bare.push(await bareNode());
      const station = await startStationProcess(made.folder);
      ours.push(station.readyAfter);
      await station.stop();
    }
    made.remove();
    return figure({
      name: 'cold-start',
      value: median(ours),
      unit: 'ms',
      baseline: median(bare),
      against: 'bare Node, start to end',
      target: '2500 or less',
    });
  },
};

async function bareNode(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ['--eval', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - started;
}
