/** Entry of the writer worker: the only thread that writes the station's databases. */
import { parentPort, workerData } from 'node:worker_threads';
import { defaultCodePatterns } from '../../domain/identifiers/default-patterns.ts';
import { recoverSlips } from '../services/printing/slip-acts.ts';
import { openLibraryKey } from '../services/patrons/library-key.ts';
import { stationClock } from '../services/station-clock.ts';
import { StoreRefused } from '../store/refused.ts';
import type { Reserve } from '../store/reserve.ts';
import { reserveIn } from '../store/reserve.ts';
import { isCorrupt, isDiskFull } from '../store/sqlite.ts';
import type { OpenedStore } from '../store/store.ts';
import { openStore, suspectDamage } from '../store/store.ts';
import { endSoon, serveVerbs } from './call.ts';
import { failureCode } from './failure-code.ts';
import { keepingRoom } from './keeping-room.ts';
import type { WorkerOpened, WriterStart } from './start.ts';
import type { WriterVerbs } from './writer-verbs.ts';
import { writerVerbs } from './writer-verbs.ts';

/** A start has better things to do than to write 64 MB (ms). */
const reserveAfter = 10_000;
/** How often a reserve that was given back is looked after (ms). */
const reserveEvery = 10 * 60_000;

/** A disk may be so full that its databases do not even open. */
function openInRoom({ folder, station }: WriterStart, reserve: Reserve): OpenedStore {
  try {
    return openStore(folder, station);
  } catch (error) {
    if (!isDiskFull(error) || !reserve.release()) throw error;
    return openStore(folder, station);
  }
}

interface Begun {
  readonly verbs: WriterVerbs;
  readonly notices: OpenedStore['notices'];
}

/** Opens the databases and does what has to be done before the first act. */
function begin(start: WriterStart, reserve: Reserve): Begun {
  const { store, notices } = openInRoom(start, reserve);
  try {
    const context = {
      store,
      clock: stationClock(start.timeZone),
      library: start.library,
      desk: start.desk,
      actor: start.actor,
      permissions: start.permissions,
      timeZone: start.timeZone,
      codes: start.codes ?? defaultCodePatterns,
    };
    const verbs = keepingRoom(writerVerbs(context, openLibraryKey(start.folder)), reserve, store.journal);
    // A journal made of a damaged one goes on under another name, before anything is written to it.
    if (store.journal.damage()) verbs.forkJournal(store.journal.ack().epoch ?? '');
    recoverSlips(context);
    store.tagTasks.interrupt();
    // What the desk shows first: damage in it is found while it still can be mended.
    verbs.recentRows();
    return { verbs, notices };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Damage that shows only when rows are read is mended at once, not at the start after this one. */
function beginMended(start: WriterStart, reserve: Reserve): Begun {
  try {
    return begin(start, reserve);
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    suspectDamage(start.folder);
    return begin(start, reserve);
  }
}

function open(start: WriterStart): WorkerOpened {
  if (!parentPort) throw new Error('The writer runs as a worker.');
  const reserve = reserveIn(start.folder);
  try {
    const { verbs, notices } = beginMended(start, reserve);
    serveVerbs(parentPort, () => verbs, failureCode(start.folder, endSoon));
    const fill = (): void => void reserve.fill().catch(() => reserve.release());
    setTimeout(fill, reserveAfter).unref();
    setInterval(fill, reserveEvery).unref();
    return { opened: true, notices };
  } catch (error) {
    if (error instanceof StoreRefused) return { opened: false, code: error.code, params: error.params };
    throw error;
  }
}

// `startWorker` is the only caller and passes exactly this.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
parentPort?.postMessage(open(workerData as WriterStart));
