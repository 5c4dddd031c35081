/** Entry of the reader worker: searches and lists, so that a heavy one never delays a scan. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { stationClock } from '../services/station-clock.ts';
import type { ReaderContext } from '../services/reader-context.ts';
import { deskViewsOver } from '../store/mirror/desk-view.ts';
import { lookupOver } from '../store/mirror/lookup.ts';
import { settingsOver } from '../store/mirror/settings.ts';
import { storedRows } from '../store/mirror/stored-rows.ts';
import { cacheKilobytes } from '../store/sqlite.ts';
import { mirrorFile } from '../store/store.ts';
import { endSoon, serveVerbs } from './call.ts';
import { failureCode } from './failure-code.ts';
import type { ReaderVerbs } from './reader-verbs.ts';
import { readerVerbs } from './reader-verbs.ts';
import type { WorkerOpened, WriterStart } from './start.ts';

function open(start: WriterStart): WorkerOpened {
  if (!parentPort) throw new Error('The reader runs as a worker.');
  let verbs = verbsOver(start);
  // Another file takes the place of the mirror between the two.
  const exchange = {
    detach: () => verbs.close(),
    attach: () => {
      verbs = verbsOver(start);
    },
  };
  serveVerbs(parentPort, () => ({ ...verbs, ...exchange }), failureCode(start.folder, endSoon));
  return { opened: true, notices: [] };
}

function verbsOver(start: WriterStart): Omit<ReaderVerbs, 'detach' | 'attach'> {
  const db = new Database(join(start.folder, mirrorFile), { readonly: true, timeout: 5_000 });
  db.pragma(`cache_size = -${cacheKilobytes}`);
  const rows = storedRows(db);
  const settings = settingsOver(db);
  const { library, station, actor, actorName, permissions, timeZone } = start;
  const context: ReaderContext = {
    db,
    rows,
    lookup: lookupOver(db),
    settings,
    views: deskViewsOver(db, rows, settings),
    clock: stationClock(timeZone),
    library,
    station,
    actor,
    actorName,
    permissions,
    timeZone,
  };
  return readerVerbs(context);
}

// `startWorker` is the only caller and passes exactly this.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
parentPort?.postMessage(open(workerData as WriterStart));
