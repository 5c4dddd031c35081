import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Channel } from '../../../contract/devices/channel.ts';

/** Time a child has to end by itself after `close` before it is killed (ms). */
const closeGrace = 2_000;

/** The helper processes of one core. */
export interface Forks {
  /** Starts a process and gives the line to it. Its standard error is ours; it ends when its line closes. */
  channel<Incoming, Outgoing>(entry: string, args?: readonly string[]): Channel<Incoming, Outgoing>;
  /** Resolves when every process is gone; those whose line is closed are within the grace. */
  ended(): Promise<void>;
}

export function forks(): Forks {
  const running = new Set<ChildProcess>();
  return {
    channel: (entry, args = []) => {
      const child = fork(entry, args, {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        serialization: 'json',
      });
      running.add(child);
      child.on('exit', () => running.delete(child));
      return channelTo(child);
    },
    ended: async () => void (await Promise.all([...running].map((child) => once(child, 'exit')))),
  };
}

function channelTo<Incoming, Outgoing>(child: ChildProcess): Channel<Incoming, Outgoing> {
  let open = true;
  const closeListeners: (() => void)[] = [];
  const closed = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };
  child.on('exit', closed);
  child.on('error', closed);
  return {
    // A failing send means the child is going; `exit` tells the rest.
    send: (message) => void (open && child.connected && child.send(message as never, () => {})),
    onMessage: (listener) => void child.on('message', (message) => listener(message as Incoming)),
    onClose: (listener) => void closeListeners.push(listener),
    close: () => {
      if (child.connected) child.disconnect();
      const kill = setTimeout(() => child.kill('SIGKILL'), closeGrace);
      child.once('exit', () => clearTimeout(kill));
    },
  };
}
