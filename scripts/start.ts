/** `npm start`: a working station with an embedded provincial server and demonstration data. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { formatReason } from '../contract/locales/format.ts';
import { answers } from './start/answers.ts';
import { findBrowser, hasDisplay, openAppWindow } from './start/browser.ts';
import { freshReasons, isRunning, openDemo } from './start/demo.ts';
import { findElectron, openElectron, prepareElectron } from './start/electron.ts';
import { startOptions, usage } from './start/options.ts';
import { buildPage } from './start/page.ts';
import type { StartedStation } from './start/processes.ts';
import { newAddress, startProvince, startStation, stopAll } from './start/processes.ts';
import type { Supervised } from './start/supervise.ts';
import { supervise } from './start/supervise.ts';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const complain = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

const options = startOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${usage}`);
  process.exit(2);
}
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const supervised: Supervised<unknown>[] = [];
const windows: ChildProcess[] = [];
const stopping = new AbortController();
const stop = async (code: number): Promise<void> => {
  if (stopping.signal.aborted) return;
  stopping.abort();
  const running = supervised.map((one) => one.current()).filter((process) => process !== null);
  await stopAll([...running, ...windows]);
  process.exit(code);
};
// Ctrl+C reaches every process of the terminal; each ends in order and this one waits for them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

if (options.fresh && (await isRunning(options.folder))) {
  process.stderr.write('Bản minh họa này đang chạy. Đóng nó (Ctrl+C) rồi mới làm lại từ đầu.\n');
  process.exit(3);
}
if (options.fresh) {
  const reasons = await freshReasons(options.folder, options.discardUnsent);
  for (const reason of reasons) complain(`${reason.code} ${formatReason(reason, 'vi')}`);
  if (reasons.length > 0) process.exit(3);
}
const demo = await openDemo(options.folder, options.fresh);
const electron = options.window ? findElectron() : null;
buildPage();
if (electron !== null) await prepareElectron();
if (demo.movedFrom !== null) {
  say(`Cổng ${demo.movedFrom} đang do chương trình khác dùng; máy chủ tỉnh chuyển sang cổng ${demo.port}.`);
}
// Another `npm start` of the same demonstration may have it already.
if (!(await answers(demo.port))) {
  const onGiveUp = (): void =>
    complain('Máy chủ tỉnh dừng nhiều lần, không mở lại nữa. Các trạm vẫn làm việc.');
  supervised.push(supervise(() => startProvince(demo), stopping.signal, onGiveUp));
}
say(`Máy chủ tỉnh (thử nghiệm): http://127.0.0.1:${demo.port}/`);
if (electron === null && options.window) {
  say(
    'Máy này chưa cài Electron, nên mở bằng trình duyệt. (Electron is not installed: opening the web host instead.)',
  );
}

const browser = findBrowser();
const shown: { readonly number: number; readonly station: Supervised<StartedStation> }[] = [];
for (const [index, number] of options.stations.entries()) {
  const folder = await demo.stationFolder(number);
  if (electron !== null) {
    windows.push(openElectron(electron, folder));
    continue;
  }
  // Started again on the port it got, so that its page finds it.
  let port = index === 0 ? options.port : 0;
  const station = supervise(
    () => startStation(folder, port),
    stopping.signal,
    (last) => {
      complain(last.ok ? `Trạm ${number} dừng nhiều lần, không mở lại nữa.` : last.sentence);
      void stop(1);
    },
  );
  supervised.push(station);
  const started = await station.first;
  if (stopping.signal.aborted) break;
  if (!started.ok) {
    complain(started.sentence);
    await stop(3);
    break;
  }
  ({ port } = started);
  if (options.window && browser !== null && hasDisplay()) {
    say(`Trạm ${number} đang mở trong cửa sổ riêng.`);
    windows.push(openAppWindow(browser, started.address, join(folder, 'browser')));
  } else {
    sayAddress(number, started.address);
    shown.push({ number, station });
  }
}

if (shown.length > 0 && process.stdin.isTTY) {
  say('Mỗi địa chỉ chỉ mở được một lần. Bấm Enter để có địa chỉ mới.');
  process.stdin.on('data', () => {
    for (const { number, station } of shown)
      void newAddress(station.current()).then((address) => address !== null && sayAddress(number, address));
  });
}

let open = windows.length;
for (const window of windows) {
  window.once('exit', () => {
    open -= 1;
    if (open === 0) void stop(0);
  });
}

function sayAddress(number: number, address: string): void {
  say(`Trạm ${number}: mở địa chỉ này một lần trong Chromium, Chrome hoặc Edge:\n  ${address}`);
}
