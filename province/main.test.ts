import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { helloResponseSchema, paths } from '../contract/sync/protocol.ts';
import type { Fact } from '../domain/facts/fact.ts';
import { genesisHash } from '../domain/facts/fact.ts';
import { openEmbedded } from './database/open.ts';
import { chainFacts } from './sync/chain-facts.ts';
import { ingest } from './sync/ingest.ts';
import { readPush } from './sync/push-lines.ts';
import { lend } from './testing/drafts.ts';

const entry = fileURLToPath(new URL('main.ts', import.meta.url));
const key = 'key-of-ST-1-0123456789';
const headers = { authorization: `Bearer ${key}` };
/** A busy machine takes seconds to make or open a database. */
const timeout = 120_000;

const listening = z.object({ type: z.literal('listening'), url: z.url() });

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
}

let template = '';
let folder = '';
let started: ChildProcess[] = [];

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'province-'));
  folder = template;
  const { process: child } = await start();
  child.disconnect();
  await once(child, 'exit');
}, timeout);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'province-'));
  cpSync(template, folder, { recursive: true });
});
afterEach(async () => {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  started = [];
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
afterAll(() => rmSync(template, { recursive: true, force: true, maxRetries: 5 }));

function launch(...more: readonly string[]): ChildProcess {
  const args = ['--data', folder, '--enrol', `ST-1:lib-1:Quầy 1:${key}`, '--bearer-keys', ...more];
  const child = fork(entry, args, {
    execArgv: [],
    env: { ...process.env, LOG_LEVEL: 'silent' },
    silent: true,
  });
  started.push(child);
  return child;
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code]: unknown[] = await once(child, 'exit');
  return code;
}

async function start(): Promise<Running> {
  const child = launch();
  const [message]: unknown[] = await once(child, 'message');
  return { process: child, url: listening.parse(message).url };
}

function fact(seq: number): Fact {
  return {
    v: 1,
    id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    station: 'ST-1',
    inc: 'inc-1',
    seq,
    kv: 1,
    at: '2026-11-22T08:00:00.000+07:00',
    clock: { boot: 'b', mono: 0, offset: null },
    actor: 'a',
    desk: 'd',
    basis: { epoch: null, cursor: 0, policy: null },
    ...lend(`i${seq}`),
  };
}

const lines = chainFacts(
  Array.from({ length: 400 }, (_none, index) => fact(index + 1)),
  genesisHash,
);

/** Head of the feed: the station's receipt numbers, then a copy and its loan for each fact. */
function headAfter(facts: number): number {
  return 1 + facts * 2;
}

async function push(url: string, from: number, to: number): Promise<number> {
  const answer = await fetch(url + paths.journal('ST-1', 'inc-1'), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-ndjson' },
    body: lines
      .slice(from, to)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  });
  expect(answer.status).toBe(200);
  return to;
}

async function hello(url: string, seq: number): Promise<ReturnType<typeof helloResponseSchema.parse>> {
  const journal = { seq, hash: lines[seq - 1]?.hash ?? genesisHash };
  const said = { station: 'ST-1', inc: 'inc-1', app: 't', protocol: 1, epoch: null, cursor: 0, journal };
  const answer = await fetch(url + paths.hello, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ ...said, now: '2026-11-22T08:00:00Z' }),
  });
  return helloResponseSchema.parse(await answer.json());
}

describe('the province as a process', () => {
  it('holds everything it acknowledged after kill -9 in the middle of its work', { timeout }, async () => {
    let acked = 0;
    let epoch = '';
    for (const [stopAfter, turns] of [
      [40, 0],
      [130, 3],
      [240, 12],
    ] as const) {
      const { process: child, url } = await start();
      const greeting = await hello(url, lines.length);
      expect(greeting.epoch).toBe(epoch || greeting.epoch);
      epoch = greeting.epoch;
      expect(greeting.acked.seq).toBeGreaterThanOrEqual(acked);
      expect(greeting.head).toBe(headAfter(greeting.acked.seq));
      acked = greeting.acked.seq;
      while (acked < stopAfter) acked = await push(url, acked, acked + 10);
      // The blow falls somewhere in the next push: it may or may not have been committed.
      const interrupted = push(url, acked, acked + 10).catch(() => null);
      for (let turn = 0; turn < turns; turn += 1) await setImmediate();
      child.kill('SIGKILL');
      await once(child, 'exit');
      acked = (await interrupted) ?? acked;
    }
    const { url } = await start();
    const last = await hello(url, lines.length);
    expect([acked, acked + 10]).toContain(last.acked.seq);
    await push(url, 0, lines.length);
    expect(await hello(url, lines.length)).toMatchObject({
      epoch,
      acked: { seq: lines.length, hash: lines.at(-1)?.hash },
      head: headAfter(lines.length),
    });
  });

  it('reads what an earlier version could not read, before it serves', { timeout }, async () => {
    const pushed = readPush(Buffer.from(JSON.stringify(lines[0])), 'ST-1', 'inc-1')?.facts ?? [];
    const { db, close } = await openEmbedded(folder, pino({ level: 'silent' }));
    const unread = pushed.map(({ envelope, bytes, prev, hash }) => ({
      envelope,
      fact: null,
      bytes,
      prev,
      hash,
    }));
    await ingest(db, { station: 'ST-1', inc: 'inc-1' }, unread, Date.now());
    await close();
    const { url } = await start();
    const { epoch } = await hello(url, 1);
    const answer = await fetch(`${url}${paths.changes}?epoch=${epoch}&cursor=0&inc=inc-1`, { headers });
    const told = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).entity);
    expect(told).toEqual(expect.arrayContaining(['item-state', 'loan']));
  });

  it('keeps a second process out of its folder', { timeout }, async () => {
    const { url } = await start();
    expect(await exitCode(launch())).toBe(1);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('closes its streams and ends when told to, or when its parent leaves', { timeout }, async () => {
    const ways: readonly ((child: ChildProcess) => void)[] = [
      (child) => child.disconnect(),
      // Windows has no signals: there a parent leaves.
      ...(process.platform === 'win32' ? [] : [(child: ChildProcess) => void child.kill('SIGTERM')]),
    ];
    for (const end of ways) {
      const { process: child, url } = await start();
      const stream = await fetch(url + paths.poke, { headers });
      end(child);
      expect(await exitCode(child)).toBe(0);
      expect(await stream.text()).toContain('data: {"head":0}');
    }
  });

  it('says what is wrong with its command line and ends', { timeout }, async () => {
    expect(await exitCode(launch('--port', 'eighty'))).toBe(2);
  });
});
