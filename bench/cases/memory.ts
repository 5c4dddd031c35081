import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Bench } from '../measure.ts';
import { figure } from '../measure.ts';
import { makeStation } from '../made-station.ts';
import { openBenchPrinter } from '../printer.ts';
import { openBenchScanner } from '../scanner.ts';
import { startStationProcess } from '../station-process.ts';
import { openBenchPage } from '../page.ts';
import { pssOf } from '../pss.ts';

const titles = 100_000;
/** Readers served, and copies lent to each: a quiet hour at a desk. */
const sessions = 10;
const pile = 3;

/**
 * PSS of the station's own processes (core with web host, drivers) with 100 000 titles, a page attached, ten
 * readers with three copies each and ten slips printed, so that what draws them is loaded, against one bare Node process.
 * Linux only: PSS comes from /proc.
 */
export const memory: Bench = {
  name: 'memory',
  run: async () => {
    const scanner = await openBenchScanner();
    const printer = await openBenchPrinter();
    const made = makeStation(titles, [scanner.device, printer.device]);
    const station = await startStationProcess(made.folder);
    const page = await openBenchPage(station.address);
    await page.deviceReady('scanner');
    await page.deviceReady('printer');
    for (let session = 1; session <= sessions; session += 1) {
      const card = made.cards[session - 1] ?? '';
      const copies = made.lendable.slice((session - 1) * pile, session * pile);
      for (const code of [card, ...copies]) {
        await page.rowAfter(() => scanner.send(code));
        const { state, text } = await page.newestRow();
        if (state !== 'done') throw new Error(`${code} should go through, but is ${state}: ${text}`);
      }
      await page.finish();
      await printer.slips(session);
    }
    const ours = [station.pid, ...childrenOf(station.pid)].reduce((sum, pid) => sum + pssOf(pid), 0);
    const bare = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000); console.log("up")'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(bare.stdout, 'data');
    const baseline = pssOf(pidOf(bare));
    bare.kill();
    await page.close();
    await station.stop();
    scanner.close();
    await printer.close();
    made.remove();
    return figure({
      name: 'memory',
      value: ours,
      unit: 'MB',
      baseline,
      against: 'one bare Node process',
      target: '250 or less',
    });
  },
};

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The process did not start.');
  return child.pid;
}

/** Every process below `pid`. */
function childrenOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return children.concat(children.flatMap(childrenOf));
}
