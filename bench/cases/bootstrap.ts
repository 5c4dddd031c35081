import {
  closeSync,
  copyFileSync,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { paths } from '../../contract/sync/protocol.ts';
import { stationClock } from '../../main/services/station-clock.ts';
import { provinceLine } from '../../main/sync/province-line.ts';
import { startSync } from '../../main/sync/start.ts';
import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import { here, smallLibrary } from '../../main/testing/small-library.ts';
import type { Databases } from '../../main/workers/start.ts';
import { startDatabases } from '../../main/workers/start.ts';
import type { Bench } from '../measure.ts';
import { figure, quantile } from '../measure.ts';
import { startProvinceProcess } from '../province/process.ts';
import type { BusyDesk } from '../snapshots/busy-desk.ts';
import { busyDesk } from '../snapshots/busy-desk.ts';
import type { MillionProvince } from '../snapshots/million.ts';
import { makeMillionElsewhere } from '../snapshots/million.ts';

const copies = 1_000_000;
const station = 'ST-1';
const timeZone = 'Asia/Ho_Chi_Minh';
const p95 = 0.95;

/**
 * Seconds from the first word of a station that knows nine copies until it works on the mirror of a million that a
 * province process has ready: downloaded by ranges, signed, hashed, unpacked, flushed, checked, exchanged. Its desk
 * lends and takes back meanwhile. The baseline is what no program can do without: the same bytes downloaded to a file
 * in one plain request, and as many bytes as the mirror has copied and flushed, while the same desk does the same.
 */
export const bootstrap: Bench = {
  name: 'bootstrap-1m',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
    const secret = makeStationSecret();
    const key = stationKey(secret);
    if (!key) throw new Error('A station key that was just made cannot be read.');
    const data = join(folder, 'province');
    const made = await makeMillionElsewhere(data, copies, { name: station, publicKey: key.publicKey });
    const province = await startProvinceProcess({ folder: data });
    const databases = await openStation(join(folder, 'station'), made.epoch);
    try {
      const ours = await seconds(databases, () => bootstrapped(databases, province.url, secret, made));
      const plain = await seconds(databases, () => downloadAndCopy(province.url, key, folder));
      tell(made, ours.scans);
      return figure({
        name: 'bootstrap-1m',
        value: ours.seconds,
        unit: 's',
        baseline: plain.seconds,
        against: 'plain download of the same bytes, and a copy of as many as they become',
        target: 'ratio 2 or less',
      });
    } finally {
      await databases.close();
      await province.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function openStation(folder: string, epoch: string): Promise<Databases> {
  const who = {
    station,
    library: here,
    desk: 'Quầy 1',
    actor: 'nv-1',
    permissions: 'all',
    timeZone,
  } as const;
  mkdirSync(folder);
  const started = await startDatabases({ ...who, folder });
  if (!started.ok) throw new Error(started.code);
  await started.databases.writer.applyPage(
    smallLibrary.map((row) => ({ known: true, row })),
    { epoch, cursor: 1, includes: 0, freshAt: null },
  );
  return started.databases;
}

async function seconds(
  databases: Databases,
  work: () => Promise<void>,
): Promise<{ readonly seconds: number; readonly scans: readonly number[] }> {
  const desk: BusyDesk = busyDesk(databases);
  const began = performance.now();
  await work();
  const took = (performance.now() - began) / 1000;
  return { seconds: took, scans: await desk.stop() };
}

async function bootstrapped(
  databases: Databases,
  url: string,
  secret: string,
  { pos }: MillionProvince,
): Promise<void> {
  const here = Promise.withResolvers<void>();
  const look = async (): Promise<void> => {
    if ((await databases.writer.syncPosition()).feed.cursor >= pos) here.resolve();
  };
  const sync = startSync({
    config: { station, province: { url } },
    databases,
    openSecret: () => Promise.resolve(secret),
    app: 'bench',
    clock: stationClock(timeZone),
    onStatus: () => {},
    onRows: () => void look().catch(here.reject),
    onFailure: here.reject,
  });
  await here.promise;
  await sync.stop();
}

type Key = NonNullable<ReturnType<typeof stationKey>>;

async function downloadAndCopy(url: string, key: Key, folder: string): Promise<void> {
  const target = paths.snapshot('million');
  const headers = key.sign({ method: 'GET', target, body: '' }, Date.now());
  const signal = new AbortController().signal;
  const answer = await provinceLine(url, null).send({ method: 'GET', target, headers, body: '' }, signal);
  if (answer.statusCode !== 200) throw new Error(`The plain download was answered ${answer.statusCode}.`);
  await pipeline(answer, createWriteStream(join(folder, 'plain.zst')));
  copyFileSync(join(folder, 'station/mirror.db'), join(folder, 'plain.db'));
  const copy = openSync(join(folder, 'plain.db'), 'r+');
  fsyncSync(copy);
  closeSync(copy);
}

function tell({ madeIn, bytes, rawBytes }: MillionProvince, scans: readonly number[]): void {
  const megabytes = (size: number): number => Math.round(size / 1e6);
  process.stderr.write(
    `  the province made it in ${madeIn.toFixed(1)} s: ${megabytes(rawBytes)} MB, ${megabytes(bytes)} MB to send; ` +
      `${scans.length} scans meanwhile, all done, p95 ${quantile(scans, p95).toFixed(1)} ms, ` +
      `longest ${Math.max(...scans).toFixed(0)} ms\n`,
  );
}
