import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import { freePort } from '../../main/testing/free-port.ts';
import { postgresPrograms, postgresUser } from '../../province/testing/postgres-programs.ts';
import { openPostgres } from '../../province/database/open.ts';

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
  const user = postgresUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const bin = postgresPrograms();
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
