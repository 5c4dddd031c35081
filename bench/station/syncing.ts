/**
 * A station that does nothing but sync: `syncing.ts FOLDER STATION LIBRARY URL SECRET sent|fetched`. Connects to the
 * province and says how long it took until every fact of its journal was confirmed, or until it had all rows; and up
 * to which position of the feed it has them.
 */
import { stationClock } from '../../main/services/station-clock.ts';
import { startSync } from '../../main/sync/start.ts';
import { startDatabases } from '../../main/workers/start.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const [folder = '', station = '', library = '', url = '', secret = '', until = ''] = process.argv.slice(2);

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
const { databases } = started;
const began = performance.now();
let told = false;
startSync({
  config: { station, province: { url } },
  databases,
  openSecret: () => Promise.resolve(secret),
  app: 'bench',
  clock: stationClock(timeZone),
  onStatus: ({ unsent, state }) => {
    if (told || unsent > 0 || (until === 'fetched' && state !== 'online')) return;
    told = true;
    void say((performance.now() - began) / 1000).catch(onFailure);
  },
  onRows: () => undefined,
  onFailure,
});

async function say(seconds: number): Promise<void> {
  const { feed } = await databases.writer.syncPosition();
  process.send?.({ seconds, cursor: feed.cursor });
}

function onFailure(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
