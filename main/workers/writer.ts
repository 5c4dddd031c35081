/** Entry of the writer worker: the only thread that writes the station's databases. */
import { parentPort, workerData } from 'node:worker_threads';
import { defaultCodePatterns } from '../../domain/identifiers/default-patterns.ts';
import { recoverSlips } from '../services/printing/slip-acts.ts';
import { openLibraryKey } from '../services/patrons/library-key.ts';
import { stationClock } from '../services/station-clock.ts';
import { StoreRefused } from '../store/refused.ts';
import { openStore } from '../store/store.ts';
import { endSoon, serveVerbs } from './call.ts';
import { failureCode } from './failure-code.ts';
import type { WorkerOpened, WriterStart } from './start.ts';
import { writerVerbs } from './writer-verbs.ts';

function open(start: WriterStart): WorkerOpened {
  if (!parentPort) throw new Error('The writer runs as a worker.');
  try {
    const { store, notices } = openStore(start.folder, start.station);
    const clock = stationClock(start.timeZone);
    const context = {
      store,
      clock,
      library: start.library,
      desk: start.desk,
      actor: start.actor,
      permissions: start.permissions,
      timeZone: start.timeZone,
      codes: start.codes ?? defaultCodePatterns,
    };
    const verbs = writerVerbs(context, openLibraryKey(start.folder));
    // A journal made of a damaged one goes on under another name, before anything is written to it.
    if (store.journal.damage()) verbs.forkJournal(store.journal.ack().epoch ?? '');
    recoverSlips(context);
    store.tagTasks.interrupt();
    serveVerbs(parentPort, () => verbs, failureCode(start.folder, endSoon));
    return { opened: true, notices };
  } catch (error) {
    if (error instanceof StoreRefused) return { opened: false, code: error.code, params: error.params };
    throw error;
  }
}

// `startWorker` is the only caller and passes exactly this.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
parentPort?.postMessage(open(workerData as WriterStart));
