import { execFileSync, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const folder = join(import.meta.dirname, 'pouchdb');

/** Puts PouchDB and its server where only the bench finds them. Needs the npm registry the first time. */
export function installPouchdb(): void {
  if (existsSync(join(folder, 'node_modules', 'express-pouchdb'))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** From a client to its server, or from the server to an empty client. */
export type ReplicationWay = 'up' | 'down';

/**
 * Seconds in which PouchDB replicates `records` between itself and its own server, each a process of its own on LevelDB
 * files, in batches of `batch`. Writing them where they come from is not counted.
 */
export async function replicateByPouchdb(
  records: readonly object[],
  batch: number,
  way: ReplicationWay,
): Promise<number> {
  const files = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
  const [served, own] = [join(files, 'server'), join(files, 'client')];
  mkdirSync(served);
  mkdirSync(own);
  const server = fork(join(folder, 'server.mjs'), [served], { stdio: quiet });
  const { url } = z.object({ url: z.string() }).parse(await said(server));
  if (way === 'down') {
    server.send([...records]);
    await said(server);
  }
  const client = fork(join(folder, 'client.mjs'), [own, url, String(batch), way], { stdio: quiet });
  try {
    await said(client);
    client.send(way === 'up' ? [...records] : []);
    const done = z.object({ ms: z.number(), written: z.number(), ok: z.boolean() }).parse(await said(client));
    if (!done.ok || done.written !== records.length)
      throw new Error(`PouchDB replicated ${done.written} of ${records.length} records`);
    return done.ms / 1000;
  } finally {
    client.kill();
    server.kill();
    rmSync(files, { recursive: true, force: true });
  }
}

const quiet: ('ignore' | 'inherit' | 'ipc')[] = ['ignore', 'ignore', 'inherit', 'ipc'];

async function said(child: ChildProcess): Promise<unknown> {
  const ended = async (): Promise<never> => {
    await once(child, 'exit');
    throw new Error('a process of PouchDB ended');
  };
  const [message]: unknown[] = await Promise.race([once(child, 'message'), ended()]);
  return message;
}
