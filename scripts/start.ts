/** `npm start`: a working station with an embedded provincial server and demonstration data. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser, hasDisplay, openAppWindow } from './start/browser.ts';
import { openDemo } from './start/demo.ts';
import { findElectron, openElectron, prepareElectron } from './start/electron.ts';
import { startOptions, usage } from './start/options.ts';
import { buildPage } from './start/page.ts';
import { startProvince, startStation, stopAll } from './start/processes.ts';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

const options = startOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${usage}`);
  process.exit(2);
}
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const running: ChildProcess[] = [];
let stopping = false;
const stop = async (code: number): Promise<never> => {
  stopping = true;
  await stopAll(running);
  process.exit(code);
};
// Ctrl+C reaches every process of the terminal; each ends in order and this one waits for them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) void stop(0);
  });
}

const demo = await openDemo(options.folder, options.fresh);
const electron = options.window ? findElectron() : null;
buildPage();
if (electron !== null) await prepareElectron();
const province = await startProvince(demo);
if (province) running.push(province);
say(`Máy chủ tỉnh (thử nghiệm): http://127.0.0.1:${demo.port}/`);
if (electron === null && options.window) say('Electron is not installed here: opening the web host in a browser window instead.');

const browser = findBrowser();
const windows: ChildProcess[] = [];
for (const [index, station] of options.stations.entries()) {
  const folder = demo.stationFolder(station);
  if (electron !== null) {
    windows.push(openElectron(electron, folder));
    continue;
  }
  const started = await startStation(folder, index === 0 ? options.port : 0);
  if (!started.ok) {
    process.stderr.write(`${started.sentence}\n`);
    await stop(3);
    break;
  }
  running.push(started.process);
  // A station that cannot go on ends the run: a window without it would only look alive.
  started.process.once('exit', (code) => void (stopping || stop(code ?? 1)));
  if (options.window && browser !== null && hasDisplay()) {
    say(`Trạm ${station} đang mở trong cửa sổ riêng.`);
    windows.push(openAppWindow(browser, started.address, join(folder, 'browser')));
  } else {
    say(`Trạm ${station}: mở địa chỉ này một lần trong Chromium, Chrome hoặc Edge:\n  ${started.address}`);
  }
}

running.push(...windows);
if (windows.length > 0) {
  let open = windows.length;
  for (const window of windows) {
    window.once('exit', () => {
      open -= 1;
      if (open === 0 && !stopping) void stop(0);
    });
  }
}
