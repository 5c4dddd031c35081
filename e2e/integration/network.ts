import pino from 'pino';
import { onTestFinished } from 'vitest';
import { ordinaryMode } from '../../contract/workstation/desk.ts';
import type { SyncStatus } from '../../contract/workstation/station.ts';
import { stationClock } from '../../main/services/station-clock.ts';
import type { StationSync } from '../../main/sync/start.ts';
import { startSync } from '../../main/sync/start.ts';
import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { here, smallLibrary } from '../../main/testing/small-library.ts';
import { testDatabases } from '../../main/testing/station.ts';
import type { Databases } from '../../main/workers/start.ts';
import { publishRows } from '../../province/catalogue/publish.ts';
import type { OpenDatabase } from '../../province/database/open.ts';
import { createServer } from '../../province/server.ts';
import { enrolStation } from '../../province/stations/enrol.ts';
import type { SnapshotDistances } from '../../province/snapshots/offers.ts';
import { provinceSnapshots } from '../../province/snapshots/offers.ts';
import { createHeadSignal } from '../../province/sync/head-signal.ts';
import { databaseKinds } from '../../province/testing/databases.ts';

/** A real provincial server on a port of this computer, which can be stopped and started like a machine. */
export interface TestNetwork {
  readonly province: OpenDatabase;
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when no snapshot is being made. */
  snapshotsMade(): Promise<void>;
}

/**
 * A province with the small library in it, listening; its port is fixed for the whole test. With `distances` it offers
 * snapshots.
 */
export async function testNetwork(distances?: SnapshotDistances): Promise<TestNetwork> {
  const [kind] = databaseKinds;
  if (!kind) throw new Error('There is no kind of database to test with.');
  const province = await kind.open();
  await publishRows(province.db, smallLibrary);
  const now = (): number => Date.now();
  const logger = pino({ level: 'silent' });
  const folder = testFolder();
  const listen = async (port: number) => {
    const snapshots = distances && provinceSnapshots({ db: province.db, folder, now, logger, distances });
    const services = {
      snapshots: snapshots ?? null,
      db: province.db,
      signal: createHeadSignal(),
      now,
      hosts: [],
      bearerKeys: false,
    };
    const app = createServer({ ...services, logger });
    const url = await app.listen({ host: '127.0.0.1', port });
    return { app, url, snapshots };
  };
  let running: Awaited<ReturnType<typeof listen>> | null = await listen(0);
  const { url } = running;
  const stop = async (): Promise<void> => {
    const stopping = running;
    running = null;
    await stopping?.app.close();
    await stopping?.snapshots?.close();
  };
  onTestFinished(async () => {
    await stop();
    await province.close();
  });
  return {
    province,
    url,
    stop,
    snapshotsMade: async () => running?.snapshots?.idle(),
    start: async () => {
      running ??= await listen(Number(new URL(url).port));
    },
  };
}

/** A station's databases and sync engine, without a desk around them. */
export interface SyncedStation {
  readonly folder: string;
  readonly databases: Databases;
  readonly sync: StationSync;
  /** Resolves when the engine has reported a status that satisfies `wanted`. */
  until(wanted: (status: SyncStatus) => boolean): Promise<SyncStatus>;
  /** Resolves when `check` is true; asked again whenever rows arrive or the status changes. */
  eventually(check: () => Promise<boolean>): Promise<void>;
  scan(text: string, patron?: string | null): Promise<void>;
}

export async function syncedStation(
  network: TestNetwork,
  station: string,
  folder = testFolder(),
): Promise<SyncedStation> {
  const secret = makeStationSecret();
  const publicKey = stationKey(secret)?.publicKey ?? '';
  await enrolStation(network.province.db, { station, library: here, desk: 'Quầy 1', proof: { publicKey } });
  const databases = await testDatabases(folder, station);
  const listeners = new Set<(status: SyncStatus | null) => void>();
  const tell = (status: SyncStatus | null): void => {
    for (const listener of listeners) listener(status);
  };
  const failures: unknown[] = [];
  const sync = startSync({
    config: { station, province: { url: network.url } },
    openSecret: () => Promise.resolve(secret),
    databases,
    app: 'test',
    clock: stationClock('Asia/Ho_Chi_Minh'),
    onStatus: tell,
    onRows: () => tell(null),
    onFailure: (error) => failures.push(error),
  });
  onTestFinished(() => sync.stop());
  const told = <T>(value: (status: SyncStatus | null) => Promise<T | null>): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = async (status: SyncStatus | null): Promise<void> => {
        const found = await value(status);
        if (found === null) return;
        listeners.delete(listener);
        resolve(found);
      };
      const listener = (status: SyncStatus | null): void => void look(status).catch(reject);
      listeners.add(listener);
      listener(null);
    });
  return {
    folder,
    databases,
    sync,
    until: (wanted) =>
      told(async (status) => {
        const now = status ?? (await sync.status());
        return wanted(now) ? now : null;
      }),
    eventually: async (check) => void (await told(async () => ((await check()) ? true : null))),
    scan: async (text, patron = 'patron-THE-1') => {
      const { row } = await databases.writer.scan({ text, patron, mode: ordinaryMode });
      if (row.state !== 'done' && row.state !== 'routed')
        throw new Error(`${text}: ${JSON.stringify(row.findings)}`);
      sync.wake();
    },
  };
}
