import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { testFolder } from '../../main/testing/folders.ts';
import { descendants, eventually, freePort, killChild } from './machine.ts';

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

const installed = '/usr/lib/postgresql';

function programs(): string {
  const versions = existsSync(installed) ? readdirSync(installed).map(Number) : [];
  const newest = Math.max(0, ...versions);
  const folder = join(installed, String(newest), 'bin');
  if (!existsSync(join(folder, 'initdb')))
    throw new Error(
      'These tests need the programs of PostgreSQL 15 or later (Debian: apt-get install postgresql).',
    );
  return folder;
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`. */
function asUser(program: string, args: readonly string[]): readonly [string, readonly string[]] {
  if (process.getuid?.() !== 0) return [program, args];
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]];
}

export async function startCluster(): Promise<Cluster> {
  const bin = programs();
  const folder = testFolder();
  const data = join(folder, 'data');
  mkdirSync(data);
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'postgres', folder]);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  execFileSync(
    ...call(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync']),
    {
      stdio: 'ignore',
    },
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
    const child = spawn(...call(join(bin, 'postgres'), args), { stdio: 'ignore' });
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

function call(program: string, args: readonly string[]): [string, string[]] {
  const [file, all] = asUser(program, args);
  return [file, [...all]];
}
