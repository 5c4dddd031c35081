import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { publishRows } from '../../province/catalogue/publish.ts';
import { migrate } from '../../province/database/migrate.ts';
import type { OpenDatabase } from '../../province/database/open.ts';
import { openEmbedded, openPostgres } from '../../province/database/open.ts';
import { faultLibrary } from './library.ts';
import { freePort } from '../../main/testing/free-port.ts';
import { killChild } from './machine.ts';

const main = resolve(import.meta.dirname, '../../province/main.ts');

/** Where a province keeps its data: a PostgreSQL, or the folder of the embedded database. */
export type Where = { readonly url: string } | { readonly folder: string };

/** The provincial server as a process of its own, on a port that stays. */
export interface FaultProvince {
  readonly url: string;
  readonly port: number;
  /** Lets a station in, at the next start. */
  enrol(station: string, publicKey: string): void;
  /** Resolves when it listens; `args` are for this start only. */
  start(...args: readonly string[]): Promise<void>;
  /** Starts again whenever it dies, as a service manager does. */
  keepAlive(): void;
  kill(signal: NodeJS.Signals): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** What it holds. The embedded database is opened for this alone: the process has to be stopped. */
  look<T>(read: (open: OpenDatabase) => Promise<T>): Promise<T>;
}

const quiet = pino({ level: 'silent' });

async function opened({ where }: { readonly where: Where }): Promise<OpenDatabase> {
  return 'url' in where ? openPostgres(where.url, quiet) : openEmbedded(where.folder, quiet);
}

/** A province with the rows of the tests in it, not started yet. */
export async function faultProvince(where: Where): Promise<FaultProvince> {
  const filling = await opened({ where });
  await migrate(filling.db);
  await publishRows(filling.db, faultLibrary);
  await filling.close();
  const port = await freePort();
  const enrolments: string[] = [];
  let child: ChildProcess | null = null;
  let alive = false;

  const launch = async (args: readonly string[]): Promise<void> => {
    const data = 'folder' in where ? ['--data', where.folder] : [];
    const environment = 'url' in where ? { DATABASE_URL: where.url } : {};
    const started = spawn(
      process.execPath,
      [main, '--port', String(port), ...data, ...enrolments.flatMap((one) => ['--enrol', one]), ...args],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LOG_LEVEL: 'silent', ...environment } },
    );
    child = started;
    const lines = createInterface(started.stdout);
    const said = await Promise.race([once(lines, 'line'), once(started, 'exit')]);
    if (typeof said[0] === 'string') return;
    if (child === started) child = null;
    throw new Error(`The province ended before it listened, with code ${String(said[0])}.`);
  };
  const restartForever = async (): Promise<void> => {
    while (alive) {
      const running = child;
      if (running && running.exitCode === null && running.signalCode === null) await once(running, 'exit');
      // PostgreSQL may be away too: then it ends again and is tried again.
      if (alive) await launch([]).catch(() => {});
    }
  };
  onTestFinished(async () => {
    alive = false;
    child?.kill('SIGCONT');
    if (child) await killChild(child, 'SIGKILL');
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    enrol: (station, publicKey) =>
      void enrolments.push(`${station}:LIB-A:Quầy ${station}:ed25519=${publicKey}`),
    start: (...args) => launch(args),
    keepAlive: () => {
      alive = true;
      void restartForever();
    },
    kill: async (signal) => {
      if (child) await killChild(child, signal);
    },
    signal: (signal) => void child?.kill(signal),
    look: async (read) => {
      const open = await opened({ where });
      try {
        return await read(open);
      } finally {
        await open.close();
      }
    },
  };
}
