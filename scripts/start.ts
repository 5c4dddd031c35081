/** `npm start`: a working station with an embedded provincial server and demonstration data. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser, hasDisplay, openAppWindow } from './start/browser.ts';
import { isRunning, openDemo } from './start/demo.ts';
import { findElectron, openElectron, prepareElectron } from './start/electron.ts';
import { startOptions, usage } from './start/options.ts';
import { buildPage } from './start/page.ts';
import { startProvince, stopAll } from './start/processes.ts';
import type { SupervisedStation } from './start/supervise.ts';
import { superviseStation } from './start/supervise.ts';

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

const stations: SupervisedStation[] = [];
const others: ChildProcess[] = [];
let stopping = false;
const stop = async (code: number): Promise<never> => {
  stopping = true;
  const running = stations.map((station) => station.current()).filter((process) => process !== null);
  await stopAll([...running, ...others]);
  process.exit(code);
};
// Ctrl+C reaches every process of the terminal; each ends in order and this one waits for them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) void stop(0);
  });
}

if (options.fresh && (await isRunning(options.folder))) {
  process.stderr.write('Bản minh họa này đang chạy. Đóng nó (Ctrl+C) rồi mới làm lại từ đầu.\n');
  process.exit(3);
}
const demo = await openDemo(options.folder, options.fresh);
const electron = options.window ? findElectron() : null;
buildPage();
if (electron !== null) await prepareElectron();
const province = await startProvince(demo);
if (province) others.push(province);
say(`Máy chủ tỉnh (thử nghiệm): http://127.0.0.1:${demo.port}/`);
if (electron === null && options.window) {
  say(
    'Máy này chưa cài Electron, nên mở bằng trình duyệt. (Electron is not installed: opening the web host instead.)',
  );
}

const browser = findBrowser();
const windows: ChildProcess[] = [];
for (const [index, number] of options.stations.entries()) {
  const folder = demo.stationFolder(number);
  if (electron !== null) {
    windows.push(openElectron(electron, folder));
    continue;
  }
  const port = index === 0 ? options.port : 0;
  const station = await superviseStation(
    folder,
    port,
    () => stopping,
    () => void stop(1),
  );
  stations.push(station);
  const { started } = station;
  if (!started.ok) {
    process.stderr.write(`${started.sentence}\n`);
    await stop(3);
    break;
  }
  if (options.window && browser !== null && hasDisplay()) {
    say(`Trạm ${number} đang mở trong cửa sổ riêng.`);
    windows.push(openAppWindow(browser, started.address, join(folder, 'browser')));
  } else {
    say(`Trạm ${number}: mở địa chỉ này một lần trong Chromium, Chrome hoặc Edge:\n  ${started.address}`);
  }
}

others.push(...windows);
let open = windows.length;
for (const window of windows) {
  window.once('exit', () => {
    open -= 1;
    if (open === 0 && !stopping) void stop(0);
  });
}
