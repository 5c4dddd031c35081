import type { Channel } from '../../contract/devices/channel.ts';

/** A process that works for the core. It may die at any time and is started again, later each time. */
export interface HelperProcess<Outgoing> {
  /** False when there is no process to take the message. */
  send(message: Outgoing): boolean;
  /** Ends it for good. */
  close(): void;
}

interface HelperProcessParts<Incoming, Outgoing> {
  readonly launch: () => Channel<Incoming, Outgoing>;
  /** Called for every new process, before anything else is sent to it. */
  readonly onStart?: (channel: Channel<Incoming, Outgoing>) => void;
  readonly onMessage: (message: Incoming) => void;
  /** Called when a process has ended by itself. */
  readonly onLost: () => void;
}

/** First wait before the process is started again, doubled up to the last (ms). */
const firstRestart = 200;
const lastRestart = 10_000;
/** A process that lived this long (ms) starts again without waiting longer. */
const healthyAfter = 30_000;

/** Starts the process and keeps it running until `close`. */
export function helperProcess<Incoming, Outgoing>(
  parts: HelperProcessParts<Incoming, Outgoing>,
): HelperProcess<Outgoing> {
  let channel: Channel<Incoming, Outgoing> | null = null;
  let wait = firstRestart;
  let closed = false;
  let restart: NodeJS.Timeout | undefined;

  const start = (): void => {
    const started = performance.now();
    const opened = parts.launch();
    channel = opened;
    opened.onMessage(parts.onMessage);
    opened.onClose(() => {
      channel = null;
      if (closed) return;
      parts.onLost();
      if (performance.now() - started > healthyAfter) wait = firstRestart;
      restart = setTimeout(start, wait);
      wait = Math.min(wait * 2, lastRestart);
    });
    parts.onStart?.(opened);
  };
  start();

  return {
    send: (message) => {
      channel?.send(message);
      return channel !== null;
    },
    close: () => {
      closed = true;
      clearTimeout(restart);
      channel?.close();
    },
  };
}
