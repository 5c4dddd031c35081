import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import { openPostgres } from '../../province/database/open.ts';

const installed = '/usr/lib/postgresql';
/** Oldest version the province runs on. */
const oldest = 15;
const silent = pino({ level: 'silent' });
/** A fresh cluster answers within a second or two; PostgreSQL that has not by then will not. */
const startPatience = 30_000;

/** A PostgreSQL to measure on: durable as it is installed, nothing tuned. */
export interface BenchPostgres {
  /** URL of an empty schema of its own. */
  schema(): Promise<string>;
  close(): Promise<void>;
}

/** The server at `url`, or a temporary cluster in the folder for temporary files where there is none. */
export async function openBenchPostgres(url: string | null): Promise<BenchPostgres> {
  if (url !== null) return schemasOf(url, () => Promise.resolve());
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-postgres-'));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const bin = newestBin();
  const data = join(folder, 'data');
  const run = { ...user, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'], run);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`].flatMap((set) => [
    '-c',
    set,
  ]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], run);
  const own = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answering(own);
  return schemasOf(own, async () => {
    const ended = once(server, 'exit');
    // A "fast shutdown": it ends connections that are still open.
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
}

function schemasOf(url: string, stop: () => Promise<void>): BenchPostgres {
  const admin = openPostgres(url, silent);
  const made: string[] = [];
  return {
    schema: async () => {
      const schema = `bench_${randomUUID().replaceAll('-', '')}`;
      await sql`create schema ${sql.id(schema)}`.execute(admin.db);
      made.push(schema);
      const own = new URL(url);
      own.searchParams.set('options', `-c search_path=${schema}`);
      return own.href;
    },
    close: async () => {
      for (const schema of made) await sql`drop schema ${sql.id(schema)} cascade`.execute(admin.db);
      await admin.close();
      await stop();
    },
  };
}

async function answering(url: string): Promise<void> {
  const until = performance.now() + startPatience;
  for (;;) {
    const { db, close } = openPostgres(url, silent);
    const answer = await sql`select 1`.execute(db).catch((error: unknown) => error);
    await close();
    if (!(answer instanceof Error)) return;
    if (performance.now() > until) throw answer;
    await delay(100);
  }
}

/** PostgreSQL refuses to run as root; the account of its package, or failing that nobody's, runs it then. */
function unprivileged(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const account = ['postgres', 'nobody'].find((name) => idOf('-u', name) !== null) ?? 'nobody';
  return { uid: idOf('-u', account) ?? 0, gid: idOf('-g', account) ?? 0 };
}

function idOf(which: string, account: string): number | null {
  try {
    return Number(execFileSync('id', [which, account], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    // There is no such account.
    return null;
  }
}

function newestBin(): string {
  const versions = existsSync(installed)
    ? readdirSync(installed)
        .map(Number)
        .filter((version) => version >= oldest)
    : [];
  if (versions.length === 0)
    throw new Error(`No PostgreSQL ${oldest} or later in ${installed}: give --postgres URL.`);
  return join(installed, String(Math.max(...versions)), 'bin');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
