/** Entry of the reader worker: searches and lists, so that a heavy one never delays a scan. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { CatalogueHit, PatronHit } from '../../contract/workstation/contract.ts';
import type { DeskPatron } from '../../contract/workstation/desk.ts';
import { patronPanel } from '../services/circulation/patron-panel.ts';
import { stationClock } from '../services/station-clock.ts';
import { lookupOver } from '../store/mirror/lookup.ts';
import { searchOver } from '../store/mirror/search.ts';
import { cacheKilobytes } from '../store/sqlite.ts';
import { mirrorFile } from '../store/store.ts';
import { serveVerbs } from './call.ts';
import { failureCode } from './failure-code.ts';
import type { WorkerOpened, WriterStart } from './start.ts';

/** Everything that only reads. */
export interface ReaderVerbs {
  patronPanel(patron: string): DeskPatron | null;
  searchTitles(text: string): readonly CatalogueHit[];
  searchPatrons(text: string): readonly PatronHit[];
  close(): void;
}

function open(start: WriterStart): WorkerOpened {
  if (!parentPort) throw new Error('The reader runs as a worker.');
  const db = new Database(join(start.folder, mirrorFile), { readonly: true, timeout: 5_000 });
  db.pragma(`cache_size = -${cacheKilobytes}`);
  const lookup = lookupOver(db);
  const search = searchOver(db);
  const clock = stationClock(start.timeZone);
  const verbs: ReaderVerbs = {
    patronPanel: (patron) => patronPanel(lookup, start.library, clock.today(), patron),
    searchTitles: search.titles,
    searchPatrons: search.patrons,
    close: () => void db.close(),
  };
  serveVerbs(parentPort, verbs, failureCode(start.folder));
  return { opened: true, notice: null };
}

// `startWorker` is the only caller and passes exactly this.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
parentPort?.postMessage(open(workerData as WriterStart));
