import { openStore } from '../../main/store/store.ts';
import { patronRow } from '../../main/testing/small-library.ts';
import { openLoanRows } from '../loans.ts';
import { makeStation } from '../made-station.ts';
import type { Bench } from '../measure.ts';
import { figure, quantile } from '../measure.ts';
import { openBenchPage } from '../page.ts';
import { openBenchScanner } from '../scanner.ts';
import { startStationProcess } from '../station-process.ts';

const titles = 2_000;
const loans = 400;
const openings = 40;
const p95 = 0.95;

/**
 * 95th percentile of the time from a card's bytes on the scanner's line to the reader painted in Chromium with the
 * loans below, for a reader with 400 loans. The baseline is the same for a reader without loans; between two
 * openings another reader is at the desk.
 */
export const openReader400Loans: Bench = {
  name: 'open-reader-400-loans',
  run: async () => {
    const scanner = await openBenchScanner();
    const made = makeStation(titles, [scanner.device]);
    fill(made.folder, made.station, made.library);
    const station = await startStationProcess(made.folder);
    const page = await openBenchPage(station.address);
    await page.deviceReady('scanner');
    const many: number[] = [];
    const none: number[] = [];
    for (let opening = 0; opening < openings; opening += 1) {
      for (const [card, times] of [
        ['DO-NHIEU', many],
        ['DO-KHONG', none],
      ] as const) {
        let sent = 0;
        const painted = await page.patronAfter(card, card === 'DO-NHIEU', () => {
          sent = scanner.send(card);
        });
        times.push(painted - sent);
      }
    }
    await page.close();
    await station.stop();
    scanner.close();
    made.remove();
    return figure({
      name: 'open-reader-400-loans',
      value: quantile(many, p95),
      unit: 'ms',
      baseline: quantile(none, p95),
      against: 'a reader without loans, same page',
      target: '120 or less',
    });
  },
};

function fill(folder: string, station: string, library: string): void {
  const { store } = openStore(folder, station);
  store.mirrorDb.transaction(() => {
    for (const row of [
      patronRow('DO-NHIEU', { library }),
      patronRow('DO-KHONG', { library }),
      ...openLoanRows('patron-DO-NHIEU', loans, library),
    ])
      store.overlay.receive(row);
  })();
  store.close();
}
