import { setTimeout as delay } from 'node:timers/promises';
import { makeStation } from '../made-station.ts';
import type { Bench } from '../measure.ts';
import { figure } from '../measure.ts';
import { openBenchScanner } from '../scanner.ts';
import { openBenchPage } from '../page.ts';
import { startStationProcess } from '../station-process.ts';

const titles = 2_000;
const perSecond = 15;
const seconds = 60;

/**
 * Scans lost or out of order in 60 seconds of serial bytes at 15 a second, a page open beside them: the journal's
 * entries against the codes that were sent. The baseline is the number sent.
 */
export const scans15PerSecond: Bench = {
  name: 'scans-15-per-second',
  run: async () => {
    const scanner = await openBenchScanner();
    const made = makeStation(titles, [scanner.device]);
    const station = await startStationProcess(made.folder);
    const page = await openBenchPage(station.address);
    await page.deviceReady('scanner');
    const sent = made.barcodes.slice(0, perSecond * seconds);
    const started = performance.now();
    for (const [index, barcode] of sent.entries()) {
      scanner.send(barcode);
      // Paced by the clock, not by the sends: a late one must not slow the next.
      await delay(Math.max(0, started + ((index + 1) * 1000) / perSecond - performance.now()));
    }
    await page.rowShown(sent.at(-1) ?? '');
    await page.close();
    await station.stop();
    scanner.close();
    const recorded = made.recordedBarcodes();
    made.remove();
    const wrong = sent.filter((barcode, index) => recorded[index] !== barcode).length;
    return figure({
      name: 'scans-15-per-second',
      value: wrong + Math.max(0, recorded.length - sent.length),
      unit: 'scans',
      baseline: sent.length,
      against: 'scans sent',
      target: '0',
    });
  },
};
