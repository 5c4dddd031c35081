import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '../../main/testing/free-port.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { postgresPrograms, postgresUser } from '../../province/testing/postgres-programs.ts';
import { descendants, eventually, killChild } from './machine.ts';

/** A PostgreSQL of the test's own. */
export interface Cluster {
  readonly url: string;
  readonly port: number;
  start(): Promise<void>;
  /** SIGKILL takes the postmaster; its children see that it is gone and end. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** To the postmaster and all its children. */
  signalAll(signal: NodeJS.Signals): void;
  run(program: 'pg_dump' | 'pg_restore' | 'psql', ...args: readonly string[]): string;
}

export async function startCluster(): Promise<Cluster> {
  const bin = postgresPrograms();
  const user = postgresUser();
  const folder = testFolder();
  const data = join(folder, 'data');
  mkdirSync(data);
  if (user) for (const owned of [folder, data]) chownSync(owned, user.uid, user.gid);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const run = { ...user, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'],
    run,
  );
  let server: ChildProcess | null = null;
  const isReady = (): boolean => {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
      return true;
    } catch {
      return false;
    }
  };
  const launch = (): ChildProcess => {
    const args = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
    const child = spawn(join(bin, 'postgres'), args, run);
    server = child;
    return child;
  };
  const start = async (): Promise<void> => {
    let child = launch();
    await eventually('PostgreSQL answers', () => {
      // It does not start while children of a killed one are still there.
      if (child.exitCode !== null) child = launch();
      return isReady();
    });
  };
  await start();
  onTestFinished(async () => {
    if (server) {
      server.kill('SIGCONT');
      await killChild(server, 'SIGINT');
    }
  });
  return {
    url,
    port,
    start,
    kill: async (signal) => {
      if (server) await killChild(server, signal);
    },
    signalAll: (signal) => {
      const pid = server?.pid;
      if (pid === undefined) return;
      // The postmaster last when it stops, so that it forks nobody meanwhile.
      for (const one of [...descendants(pid), pid]) process.kill(one, signal);
    },
    run: (program, ...args) => execFileSync(join(bin, program), args, { encoding: 'utf8' }),
  };
}
