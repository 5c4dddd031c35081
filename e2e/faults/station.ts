import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DeskRow } from '../../contract/workstation/desk.ts';
import type { SyncStatus } from '../../contract/workstation/station.ts';
import type { DeviceConfig } from '../../contract/devices/config.ts';
import { freshConfig, writeConfig } from '../../main/config.ts';
import { noKeystore, writeKeyFile } from '../../main/sync/key-file.ts';
import { makeStationSecret, stationKey } from '../../main/sync/station-key.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { here } from '../../main/testing/small-library.ts';
import type { PageClient } from '../../main/testing/web-station.ts';
import { openPage, startWebStation } from '../../main/testing/web-station.ts';
import type { Pair } from './library.ts';
import { commandOf, eventually } from './machine.ts';
import type { FaultProvince } from './province.ts';

/** A station in a process of its own, over a folder that outlives it. */
export interface FaultStation {
  readonly folder: string;
  readonly station: string;
  /** `kind id` of every act that the desk was shown as done, in any of its lives. */
  readonly shown: string[];
  start(env?: Readonly<Record<string, string>>): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Resolves when its process has ended by itself. */
  ended(): Promise<void>;
  /** Codes of the rows that the page was told of by now in this life. */
  toldCodes(): readonly string[];
  pid(): number;
  page(): PageClient;
  status(): Promise<SyncStatus>;
  until(what: string, wanted: (status: SyncStatus) => boolean, patience?: number): Promise<SyncStatus>;
  /** Takes the copy back if it is out, lends it to its reader, and now and then takes a little money. */
  acts(pair: Pair, money: boolean): Promise<void>;
  /** Codes of the rows the desk shows, newest first. */
  codes(): Promise<readonly string[]>;
}

/** A folder that is enrolled with the province, not started yet. `to` is where it looks for it. */
export async function faultStation(
  province: FaultProvince,
  station: string,
  {
    to = province.url,
    folder = join(testFolder(), 'station'),
    devices = [],
  }: Partial<FaultStationOptions> = {},
): Promise<FaultStation> {
  const secret = makeStationSecret();
  province.enrol(station, stationKey(secret)?.publicKey ?? '');
  const config = freshConfig(station);
  writeConfig(folder, {
    ...config,
    library: { id: here, name: 'Thư viện Thử nghiệm A' },
    province: { url: to },
    devices: [...devices],
  });
  await writeKeyFile(folder, secret, noKeystore);
  return stationOver(folder, station);
}

export interface FaultStationOptions {
  readonly to: string;
  readonly folder: string;
  readonly devices: readonly DeviceConfig[];
}

/** The station whose folder this is: a copied one, for instance. */
export function stationOver(folder: string, station: string): FaultStation {
  const shown: string[] = [];
  let running: {
    readonly page: PageClient;
    readonly pid: number;
    kill(signal: NodeJS.Signals): Promise<void>;
  } | null = null;
  const page = (): PageClient => {
    if (!running) throw new Error(`${station} does not run.`);
    return running.page;
  };
  const status = (): Promise<SyncStatus> => page().api.sync.status();
  const money = async ({ patron }: Pair): Promise<void> => {
    const { api } = page();
    // Refused when it is open already: then it stays so.
    await api.desk.act({ do: 'open-drawer', drawer: randomUUID(), float: 0 });
    const charge = `le-phi/${randomUUID()}`;
    const about = { item: null, title: 'In trang', legalAct: '', note: '' };
    const charged = await api.desk.act({
      do: 'charge',
      charge,
      patron,
      kind: 'service',
      amount: 2_000,
      ...about,
    });
    if (charged.state !== 'done') return;
    shown.push(`charge.assessed ${charge}`);
    const payment = { amount: 2_000, tendered: 2_000, bill: null, method: 'cash' } as const;
    const paid = await api.desk.act({ do: 'pay', patron, charges: [charge], ...payment });
    if (isDone(paid)) shown.push(`payment.taken ${charge}`);
  };
  return {
    folder,
    station,
    shown,
    start: async (env = {}) => {
      const started = await startWebStation(folder, env);
      if (!started.ok) throw new Error(started.sentence);
      running = { ...started.station, page: await openPage(started.station.address) };
    },
    kill: async (signal) => {
      const killed = running;
      running = null;
      await killed?.kill(signal);
      killed?.page.close();
      if (killed) shown.push(...lentAndReturned(killed.page));
    },
    ended: () => eventually(`${station} ends`, () => commandOf(running?.pid ?? 0) === ''),
    toldCodes: () =>
      page().events.flatMap((event) =>
        event.type === 'row' ? event.row.findings.map(({ reason }) => reason.code) : [],
      ),
    pid: () => running?.pid ?? 0,
    page,
    status,
    until: async (what, wanted, patience) => {
      let last = await status();
      await eventually(`${station} ${what}`, async () => wanted((last = await status())), patience).catch(
        (error: unknown) => {
          throw new Error(`${String(error)}; it says ${JSON.stringify(last)}`);
        },
      );
      return last;
    },
    acts: async (pair, withMoney) => {
      const { api } = page();
      await api.desk.finish({ print: false });
      for (const text of [pair.barcode, pair.card, pair.barcode]) await api.desk.scan({ text, via: 'typed' });
      if (withMoney) await money(pair);
    },
    codes: async () =>
      (await page().api.desk.state()).rows.flatMap(({ findings }) =>
        findings.map(({ reason }) => reason.code),
      ),
  };
}

function isDone({ state }: DeskRow): boolean {
  return state === 'done' || state === 'routed';
}

/** What the page was told by events was lent and returned. */
function lentAndReturned({ events }: PageClient): readonly string[] {
  return events.flatMap((event) => {
    if (event.type !== 'row' || !isDone(event.row)) return [];
    const { act, item } = event.row;
    if (act === 'checkout') return [`loan.checked-out ${item?.barcode ?? ''}`];
    return act === 'return' ? [`loan.returned ${item?.barcode ?? ''}`] : [];
  });
}
