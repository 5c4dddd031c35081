import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../measure.ts';
import { figure, median } from '../measure.ts';
import { pssOf } from '../pss.ts';
import { startMeasuredStation } from '../station/station-process.ts';

const titles = 25_000;
const changes = 1_000_000;
/** Changes after which the station has what it needs. */
const warm = 100_000;
/** Changes between two looks. */
const every = 10_000;
/** Looks whose median stands for the beginning and for the end: one look falls before or after a collection. */
const looks = 10;

/**
 * What a station's memory has grown by between 100 000 and 1 000 000 changes applied (PSS, MB). The baseline is what
 * it has at the beginning of that; flat means that the value is lost in its noise. Its start, end and peak go to
 * standard error.
 */
export const stationMemory: Bench = {
  name: 'station-memory',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
    const station = await startMeasuredStation(folder, { titles, changes });
    const seen: number[] = [];
    let next = warm;
    try {
      await station.tell({ type: 'catch-up', pause: null }, (done) => {
        if (done < next) return;
        next = done + every;
        seen.push(pssOf(station.pid));
      });
    } finally {
      await station.stop();
      rmSync(folder, { recursive: true, force: true });
    }
    const begun = median(seen.slice(0, looks));
    const ended = median(seen.slice(-looks));
    const [start = 0] = seen;
    const shown = [start, seen.at(-1) ?? 0, Math.max(...seen)].map((pss) => pss.toFixed(0));
    process.stderr.write(`  PSS at 100 000, at the end and at most: ${shown.join(', ')} MB\n`);
    return figure({
      name: 'station-memory',
      value: ended - begun,
      unit: 'MB',
      baseline: begun,
      against: 'its PSS after 100 000 changes',
      target: '16 or less',
    });
  },
};
