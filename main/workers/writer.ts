/** Entry of the writer worker: the only thread that writes the station's databases. */
import { parentPort, workerData } from 'node:worker_threads';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { stationClock } from '../services/station-clock.ts';
import { isDiskFull } from '../store/sqlite.ts';
import { openStore, StoreRefused } from '../store/store.ts';
import { serveVerbs } from './call.ts';
import type { WorkerOpened, WriterStart } from './start.ts';
import { writerVerbs } from './writer-verbs.ts';

/** How long a printed slip, which holds a reader's name, is kept for reprinting. */
const slipRetentionDays = 30;

function open(start: WriterStart): WorkerOpened {
  if (!parentPort) throw new Error('The writer runs as a worker.');
  try {
    const { store, notice } = openStore(start.folder, start.station);
    store.slips.recover();
    store.slips.forget(new Date(Date.now() - slipRetentionDays * 86_400_000).toISOString());
    const clock = stationClock(start.timeZone);
    serveVerbs(
      parentPort,
      writerVerbs({ store, clock, library: start.library, desk: start.desk, actor: start.actor }),
      (error): OutcomeCode | null => (isDiskFull(error) ? 'LT-3102' : null),
    );
    return { opened: true, notice };
  } catch (error) {
    if (error instanceof StoreRefused) return { opened: false, code: error.code, params: error.params };
    throw error;
  }
}

// `startWorker` is the only caller and passes exactly this.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
parentPort?.postMessage(open(workerData as WriterStart));
