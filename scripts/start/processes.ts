import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { answers } from './answers.ts';
import type { Demo } from './demo.ts';
import { root } from './options.ts';
import { pageFolder } from './page.ts';

/** Time a process gets to end in order before it is killed (ms). */
const stopGrace = 8_000;

const stationMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), address: z.string(), port: z.number() }),
  z.object({ type: z.literal('refused'), code: z.string(), sentence: z.string() }),
]);

export type StartedStation =
  | { readonly ok: true; readonly process: ChildProcess; readonly address: string; readonly port: number }
  | { readonly ok: false; readonly sentence: string };

/** Starts the embedded province in its own process; null when one already answers on its port. */
export async function startProvince(demo: Demo): Promise<ChildProcess | null> {
  if (await answers(demo.port)) return null;
  return fork(
    join(root, 'province/main.ts'),
    [
      '--data',
      demo.provinceFolder,
      '--port',
      String(demo.port),
      '--demo',
      ...demo.enrolments.flatMap((enrolment) => ['--enrol', enrolment]),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' },
    },
  );
}

/** Starts one station under the web host and waits until it is ready to scan. */
export async function startStation(folder: string, port: number): Promise<StartedStation> {
  const station = fork(
    join(root, 'main/hosts/web/main.ts'),
    ['--data', folder, '--port', String(port), '--page', pageFolder],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const [first]: unknown[] = await Promise.race([once(station, 'message'), once(station, 'exit')]);
  const message = stationMessage.safeParse(first);
  if (!message.success) return { ok: false, sentence: 'The station stopped before it was ready.' };
  if (message.data.type === 'refused')
    return { ok: false, sentence: `${message.data.code} ${message.data.sentence}` };
  return { ok: true, process: station, address: message.data.address, port: message.data.port };
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
