import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Demo } from '../scripts/start/demo.ts';
import { openDemo } from '../scripts/start/demo.ts';
import { answers } from '../scripts/start/answers.ts';
import { startProvince, startStation, stopAll } from '../scripts/start/processes.ts';

/** What `npm start -- --stations 2` runs, for tests: an embedded province and station folders. */
export interface DemoNetwork {
  readonly provinceUrl: string;
  stationFolder(station: number): string;
  /** Starts a station under the web host; gives the address that opens it once. */
  startStation(
    station: number,
  ): Promise<{ readonly process: ChildProcess; readonly address: string; readonly port: number }>;
  /** Starts one again on the port it had, as the supervisor does after a crash. */
  restartStation(station: number, port: number): Promise<ChildProcess>;
  stopProvince(): Promise<void>;
  startProvince(): Promise<void>;
  close(): Promise<void>;
}

/** Longest the embedded province may take to make and seed its database on a busy machine (ms). */
const provinceDeadline = 120_000;

export async function demoNetwork(): Promise<DemoNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-e2e-'));
  const demo = await openDemo(folder, false);
  const stations: ChildProcess[] = [];
  let province = await startProvince(demo);
  await provinceAnswers(demo, province);
  const start = async (station: number, port: number) => {
    const started = await startStation(demo.stationFolder(station), port);
    if (!started.ok) throw new Error(started.sentence);
    stations.push(started.process);
    return started;
  };
  const stopProvince = async (): Promise<void> => {
    if (province) await stopAll([province]);
    province = null;
  };
  return {
    provinceUrl: `http://127.0.0.1:${demo.port}/`,
    stationFolder: demo.stationFolder,
    startStation: (station) => start(station, 0),
    restartStation: async (station, port) => (await start(station, port)).process,
    stopProvince,
    startProvince: async () => {
      province ??= await startProvince(demo);
      await provinceAnswers(demo, province);
    },
    close: async () => {
      await stopAll(stations);
      await stopProvince();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The province says `listening` to its parent; one that already answers has said it. */
async function provinceAnswers(demo: Demo, province: ChildProcess | null): Promise<void> {
  if (await answers(demo.port)) return;
  await new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error('The province did not start in time.')),
      provinceDeadline,
    );
    province?.once('message', () => {
      clearTimeout(deadline);
      resolve();
    });
    province?.once('exit', (code) => reject(new Error(`The province ended with code ${code}.`)));
  });
}
