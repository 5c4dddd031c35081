/**
 * A station without devices and page: the desk, both database workers and sync with the province at URL, as the core
 * puts them together. `station.ts FOLDER URL`. Told `{scans}` it scans every `pause` ms until it has caught up (with
 * `null`) or for so many times, and says how long each took from the code to the durable decision.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { openDesk } from '../../main/services/circulation/desk.ts';
import { noTags } from '../../main/services/circulation/desk-parts.ts';
import { stationEvents } from '../../main/services/events.ts';
import { stationClock } from '../../main/services/station-clock.ts';
import { startSync } from '../../main/sync/start.ts';
import { makeStationSecret } from '../../main/sync/station-key.ts';
import { startDatabases } from '../../main/workers/start.ts';
import { here } from '../../main/testing/small-library.ts';
import { keepYoungMemorySmall } from '../../main/young-memory.ts';
import { deskCard, deskCopy, deskRows } from './desk-rows.ts';
import { benchEpoch } from './epoch.ts';
import type { StationSaid } from './station-process.ts';
import { stationToldSchema } from './station-process.ts';

/** Copies that can be lent before the shelf is empty. */
const copies = 5_000;
/** Scans of one reader's visit, the card's included. */
const visit = 6;
const timeZone = 'Asia/Ho_Chi_Minh';

const [folder = '', url = ''] = process.argv.slice(2);
const say = (said: StationSaid): void => void process.send?.(said);
const onFailure = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

keepYoungMemorySmall();
const started = await startDatabases({
  folder,
  station: 'ST-1',
  library: here,
  desk: 'Quầy 1',
  actor: 'nv-1',
  permissions: 'all',
  timeZone,
});
if (!started.ok) throw new Error(started.code);
const { databases } = started;
// What the desk lends is there already; the feed goes on after it.
await databases.writer.applyPage(
  deskRows(copies).map((row) => ({ known: true, row })),
  { epoch: benchEpoch, cursor: 0, includes: 0, freshAt: null },
);
const clock = stationClock(timeZone);
const events = stationEvents('bench');
let sync: ReturnType<typeof startSync> | null = null;
const desk = await openDesk({
  databases,
  events,
  clock,
  tags: noTags,
  onSlipReady: () => undefined,
  onReprint: () => Promise.resolve(),
  onFact: () => sync?.wake(),
  onFailure,
});
const secret = makeStationSecret();
let scanned = 0;
let lent = 0;

async function scanOnce(): Promise<number> {
  const isCard = scanned % visit === 0;
  if (isCard) await desk.finish(false);
  const code = isCard ? deskCard : deskCopy((lent += 1) - 1);
  scanned += 1;
  const began = performance.now();
  await desk.scan(code);
  const took = performance.now() - began;
  const [row] = (await desk.state()).rows;
  if (row?.state !== 'done') throw new Error(`${code}: ${JSON.stringify(row)}`);
  return took;
}

process.on('message', (message) => void act(stationToldSchema.parse(message)).catch(fail));
process.on('disconnect', () => process.exit());
say({ type: 'ready' });

function fail(error: unknown): void {
  onFailure(error);
  process.exit(1);
}

async function act(told: z.infer<typeof stationToldSchema>): Promise<void> {
  const scans: number[] = [];
  if (told.type === 'scan') {
    for (let left = told.scans; left > 0; left -= 1) {
      scans.push(await scanOnce());
      await delay(told.pause);
    }
    return say({ type: 'done', seconds: 0, scans });
  }
  const caughtUp = Promise.withResolvers<void>();
  const began = performance.now();
  sync = startSync({
    config: { station: 'ST-1', province: { url } },
    databases,
    openSecret: () => Promise.resolve(secret),
    app: 'bench',
    clock,
    onStatus: ({ state, progress }) => {
      if (progress) say({ type: 'progress', done: progress.done });
      if (state === 'online') caughtUp.resolve();
    },
    onRows: () => events.publish({ type: 'desk' }),
    onFailure,
  });
  let over = false;
  const watched = caughtUp.promise.then(() => {
    over = true;
    return (performance.now() - began) / 1000;
  });
  while (!over && told.pause !== null) {
    scans.push(await scanOnce());
    await delay(told.pause);
  }
  const seconds = await watched;
  await sync.stop();
  say({ type: 'done', seconds, scans });
}
