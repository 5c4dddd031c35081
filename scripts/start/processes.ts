import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import type { Demo } from './demo.ts';
import { root } from './options.ts';
import { pageFolder } from './page.ts';

/** Time a process gets to end in order before it is killed (ms). */
const stopGrace = 8_000;

const stationMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), address: z.string(), port: z.number() }),
  z.object({ type: z.literal('refused'), code: z.string(), sentence: z.string() }),
]);
const addressMessage = z.object({ address: z.string() });

/** A process that is being started, and how that went. */
export interface Starting<Started> {
  readonly process: ChildProcess;
  readonly started: Promise<Started>;
}

interface NotStarted {
  readonly ok: false;
  readonly sentence: string;
}
export type StartedProvince = { readonly ok: true } | NotStarted;
export type StartedStation =
  | { readonly ok: true; readonly address: string; readonly port: number }
  | NotStarted;

/** Starts the embedded province in its own process. */
export function startProvince(demo: Demo): Starting<StartedProvince> {
  const province = fork(
    join(root, 'province/main.ts'),
    [
      '--data',
      demo.provinceFolder,
      '--port',
      String(demo.port),
      '--demo',
      '--demo-day',
      demo.today,
      ...demo.enrolments.flatMap((enrolment) => ['--enrol', enrolment]),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' },
    },
  );
  const started = async (): Promise<StartedProvince> =>
    (await firstMessage(province)) === null
      ? { ok: false, sentence: 'Máy chủ tỉnh (thử nghiệm) dừng trước khi sẵn sàng.' }
      : { ok: true };
  return { process: province, started: started() };
}

/** Starts one station under the web host; it has started when it is ready to scan. */
export function startStation(folder: string, port: number): Starting<StartedStation> {
  const station = fork(
    join(root, 'main/hosts/web/main.ts'),
    ['--data', folder, '--port', String(port), '--page', pageFolder],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const started = async (): Promise<StartedStation> => {
    const message = stationMessage.safeParse(await firstMessage(station));
    if (!message.success) return { ok: false, sentence: 'Trạm dừng trước khi sẵn sàng.' };
    if (message.data.type === 'refused')
      return { ok: false, sentence: `${message.data.code} ${message.data.sentence}` };
    return { ok: true, address: message.data.address, port: message.data.port };
  };
  return { process: station, started: started() };
}

/** Asks a station for another address that opens it once; null when it does not run. */
export async function newAddress(station: ChildProcess | null): Promise<string | null> {
  if (!station?.connected) return null;
  station.send('open');
  const message = addressMessage.safeParse(await firstMessage(station));
  return message.success ? message.data.address : null;
}

/** Asks every process to end and waits for it; what does not end is killed. */
export async function stopAll(processes: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    processes.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      const kill = setTimeout(() => child.kill('SIGKILL'), stopGrace);
      // Our own processes end when their line closes, on every system; Windows has no signal that asks.
      if (child.connected) child.disconnect();
      else child.kill('SIGTERM');
      await ended;
      clearTimeout(kill);
    }),
  );
}

/** What a process says next, or null when it ends without a word. */
async function firstMessage(child: ChildProcess): Promise<unknown> {
  const decided = new AbortController();
  const { signal } = decided;
  try {
    const said = once(child, 'message', { signal }).then(([message]: unknown[]) => message);
    return await Promise.race([said, once(child, 'exit', { signal }).then(() => null)]);
  } finally {
    decided.abort();
  }
}
