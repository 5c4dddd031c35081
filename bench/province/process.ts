import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

/** The provincial server in a process of its own, as `npm run province` starts it. */
export interface ProvinceProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts it on the PostgreSQL at a URL or on the embedded database in a folder, with the default log. The environment
 * variable `BENCH_PROVINCE_ARGS` gives its Node more arguments: `--cpu-prof` shows where its time goes.
 */
export async function startProvinceProcess(
  database: { readonly url: string; readonly snapshots?: string } | { readonly folder: string },
): Promise<ProvinceProcess> {
  const [args, more] =
    'url' in database
      ? [
          database.snapshots === undefined ? [] : ['--snapshots', database.snapshots],
          { DATABASE_URL: database.url },
        ]
      : [['--data', database.folder], {}];
  const province = fork(join(root, 'province/main.ts'), args, {
    // Its log is written, as in real life, but nobody reads it here.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ...more },
    execArgv: (process.env['BENCH_PROVINCE_ARGS'] ?? '').split(' ').filter(Boolean),
  });
  const ended = once(province, 'exit');
  const [message]: unknown[] = await Promise.race([once(province, 'message'), ended]);
  const listening = z.object({ url: z.string() }).safeParse(message);
  if (!listening.success || province.pid === undefined) throw new Error('The province did not start.');
  return {
    url: listening.data.url,
    pid: province.pid,
    stop: async () => {
      province.kill('SIGTERM');
      await ended;
    },
  };
}
