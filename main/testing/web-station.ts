import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Workstation } from '../../contract/workstation/contract.ts';
import type { setUpContract } from '../../contract/workstation/set-up.ts';
import type { StationEvent } from '../../contract/workstation/station.ts';
import { testFolder } from './folders.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a page can do, and what it has been told. */
export interface PageClient {
  readonly api: ContractRouterClient<Workstation & typeof setUpContract>;
  readonly events: readonly StationEvent[];
  /** Resolves when an event satisfies `wanted`, past or to come; rejects when the line breaks first. */
  event<E extends StationEvent>(wanted: (event: StationEvent) => event is E): Promise<E>;
  close(): void;
}

/** A station in a process of its own, as `npm start` runs it. */
interface WebStation {
  readonly process: ChildProcess;
  readonly address: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export type StartedWebStation =
  | { readonly ok: true; readonly station: WebStation }
  | { readonly ok: false; readonly code: string; readonly sentence: string };

/** `env` is added to the environment of this process. */
export async function startWebStation(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<StartedWebStation> {
  const child = fork(join(root, 'main/hosts/web/main.ts'), ['--data', folder, '--page', testFolder()], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [message]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message !== 'object') throw new Error('The station ended before it was ready.');
  const said = Object.fromEntries(Object.entries(message ?? {}).map(([key, value]) => [key, String(value)]));
  if (said['type'] === 'refused')
    return { ok: false, code: said['code'] ?? '', sentence: said['sentence'] ?? '' };
  return {
    ok: true,
    station: {
      process: child,
      address: said['address'] ?? '',
      pid: child.pid ?? 0,
      kill: async (signal) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      },
    },
  };
}

/** Redeems the one-time address and opens the line a page would open. */
export async function openPage(address: string): Promise<PageClient> {
  const { origin, host } = new URL(address);
  const opened = await fetch(address, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = new WebSocket(`ws://${host}/rpc`, { headers: { cookie }, origin });
  await once(socket, 'open');
  // `ws` has the events and methods of a browser's WebSocket that the link uses.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  const api: ContractRouterClient<Workstation & typeof setUpContract> = createORPCClient(link);
  const events: StationEvent[] = [];
  const waiting = new Set<() => void>();
  let broken: Error | null = null;
  const wakeAll = (): void => {
    for (const wake of waiting) wake();
  };
  const stream = await api.station.events();
  const reading = (async () => {
    for await (const event of stream) {
      events.push(event);
      wakeAll();
    }
  })();
  reading
    .catch(() => {})
    .finally(() => {
      broken = new Error('The line to the station broke.');
      wakeAll();
    });
  return {
    api,
    events,
    event: async (wanted) => {
      for (;;) {
        const found = events.find(wanted);
        if (found) return found;
        if (broken) throw broken;
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
    close: () => socket.terminate(),
  };
}
