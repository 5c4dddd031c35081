import type { MessagePortMain } from 'electron';
import type { Channel } from '../../../../contract/devices/channel.ts';

/** A channel to a process that is still being started, and the two things that can happen to it. */
export interface PendingChannel<Incoming, Outgoing> {
  readonly channel: Channel<Incoming, Outgoing>;
  connect(port: MessagePortMain): void;
  /** The other side is gone, or never came. */
  end(): void;
}

/**
 * A channel that can be used at once: what is sent before the port arrives waits and goes first, in order.
 * `onEnd` is called once, whichever side ended it.
 */
export function pendingChannel<Incoming, Outgoing>(onEnd: () => void): PendingChannel<Incoming, Outgoing> {
  let port: MessagePortMain | null = null;
  let ended = false;
  const waiting: Outgoing[] = [];
  const messageListeners: ((message: Incoming) => void)[] = [];
  const closeListeners: (() => void)[] = [];

  const end = (): void => {
    if (ended) return;
    ended = true;
    port?.close();
    onEnd();
    for (const listener of closeListeners) listener();
  };
  const connect = (arrived: MessagePortMain): void => {
    if (ended) return arrived.close();
    port = arrived;
    arrived.on('message', ({ data }: { data: Incoming }) => {
      for (const listener of messageListeners) listener(data);
    });
    arrived.on('close', end);
    for (const message of waiting.splice(0)) arrived.postMessage(message);
    arrived.start();
  };
  const channel: Channel<Incoming, Outgoing> = {
    send(message) {
      if (ended) return;
      if (port === null) waiting.push(message);
      else port.postMessage(message);
    },
    onMessage(listener) {
      messageListeners.push(listener);
    },
    onClose(listener) {
      closeListeners.push(listener);
    },
    close: end,
  };
  return { channel, connect, end };
}
