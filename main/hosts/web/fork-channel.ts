import { fork } from 'node:child_process';
import type { Channel } from '../../../contract/devices/channel.ts';

/** Time a child has to end by itself after `close` before it is killed (ms). */
const closeGrace = 2_000;

/**
 * Starts a process and gives the line to it. Its standard error is ours; it ends when this process does,
 * because its line closes then.
 */
export function forkChannel<Incoming, Outgoing>(
  entry: string,
  args: readonly string[] = [],
): Channel<Incoming, Outgoing> {
  const child = fork(entry, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'json' });
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
      setTimeout(() => child.kill('SIGKILL'), closeGrace).unref();
    },
  };
}
