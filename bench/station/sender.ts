/**
 * A station whose journal is full, and nothing but that: `sender.ts FOLDER STATION LIBRARY URL SECRET`. Connects to the
 * province and says how long it took until every fact was confirmed.
 */
import { stationClock } from '../../main/services/station-clock.ts';
import { startSync } from '../../main/sync/start.ts';
import { startDatabases } from '../../main/workers/start.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const [folder = '', station = '', library = '', url = '', secret = ''] = process.argv.slice(2);

process.on('disconnect', () => process.exit());
const started = await startDatabases({
  folder,
  station,
  library,
  desk: 'Quầy 1',
  actor: 'nv-1',
  permissions: 'all',
  timeZone,
});
if (!started.ok) throw new Error(started.code);
const began = performance.now();
let told = false;
startSync({
  config: { station, province: { url } },
  databases: started.databases,
  openSecret: () => Promise.resolve(secret),
  app: 'bench',
  clock: stationClock(timeZone),
  onStatus: ({ unsent }) => {
    if (unsent > 0 || told) return;
    told = true;
    process.send?.({ seconds: (performance.now() - began) / 1000 });
  },
  onRows: () => undefined,
  onFailure: (error) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  },
});
