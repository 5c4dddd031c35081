import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDemo } from '../scripts/start/demo.ts';
import { startProvince, startStation, stopAll } from '../scripts/start/processes.ts';

/** What `npm start -- --stations 2` runs, for tests: an embedded province and station folders. */
export interface DemoNetwork {
  readonly provinceUrl: string;
  stationFolder(station: number): Promise<string>;
  /** Starts a station under the web host; gives the address that opens it once. */
  startStation(
    station: number,
  ): Promise<{ readonly process: ChildProcess; readonly address: string; readonly port: number }>;
  /** Ends a station in good order, so that another test can start it. */
  stopStation(process: ChildProcess): Promise<void>;
  /** Starts one again on the port it had, as the supervisor does after a crash. */
  restartStation(station: number, port: number): Promise<ChildProcess>;
  stopProvince(): Promise<void>;
  startProvince(): Promise<void>;
  close(): Promise<void>;
}

export async function demoNetwork(): Promise<DemoNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-e2e-'));
  const demo = await openDemo(folder, false);
  const stations: ChildProcess[] = [];
  let province: ChildProcess | null = null;
  const openProvince = async (): Promise<void> => {
    if (province) return;
    const starting = startProvince(demo);
    province = starting.process;
    const started = await starting.started;
    if (!started.ok) throw new Error(started.sentence);
  };
  const start = async (station: number, port: number) => {
    const starting = startStation(await demo.stationFolder(station), port);
    stations.push(starting.process);
    const started = await starting.started;
    if (!started.ok) throw new Error(started.sentence);
    return { ...started, process: starting.process };
  };
  const stopProvince = async (): Promise<void> => {
    if (province) await stopAll([province]);
    province = null;
  };
  await openProvince();
  return {
    provinceUrl: `http://127.0.0.1:${demo.port}/`,
    stationFolder: demo.stationFolder,
    startStation: (station) => start(station, 0),
    restartStation: async (station, port) => (await start(station, port)).process,
    stopStation: (station) => stopAll([station]),
    stopProvince,
    startProvince: openProvince,
    close: async () => {
      await stopAll(stations);
      await stopProvince();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
