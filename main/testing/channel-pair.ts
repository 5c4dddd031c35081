import type { Channel } from '../../contract/devices/channel.ts';

/** The far end of a channel whose near end the code under test holds. */
export interface FarEnd<Incoming, Outgoing> {
  readonly near: Channel<Incoming, Outgoing>;
  readonly received: Outgoing[];
  say(message: Incoming): void;
  /** The process behind the channel dies. */
  die(): void;
}

/** A process that does what the test says: the port a real process would be behind. */
export function farEnd<Incoming, Outgoing>(): FarEnd<Incoming, Outgoing> {
  const listeners: ((message: Incoming) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  const received: Outgoing[] = [];
  let open = true;
  const die = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };
  return {
    received,
    die,
    say: (message) => {
      for (const listener of listeners) listener(message);
    },
    near: {
      send: (message) => void (open && received.push(message)),
      onMessage: (listener) => void listeners.push(listener),
      onClose: (listener) => void closeListeners.push(listener),
      close: die,
    },
  };
}
