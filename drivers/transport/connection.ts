import type { Transport } from '../../contract/devices/config.ts';
import { backOffMs } from './back-off.ts';
import type { Line, OpenLine } from './line.ts';

export interface ConnectionOptions {
  readonly transport: Transport;
  readonly openLine: OpenLine;
  readonly onData: (bytes: Uint8Array) => void;
  /** The line is open; called again after every loss. */
  readonly onOpen: (line: Line) => void;
  /**
   * The line could not be opened or broke. Called each time, the first time and while it is looked for; `wasOpen` the
   * first time after it was open.
   */
  readonly onLost: (wasOpen: boolean) => void;
  /** Why the line could not be opened, for whoever repairs it; once for as long as the reason stays the same. */
  readonly onTrouble?: ((reason: string) => void) | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
}

/** A line that is opened again whenever it is lost, with back-off, for as long as it takes. */
export interface Connection {
  /** Gives the line up and looks for it again: the other end does not make sense any more. */
  restart(): void;
  /** Nothing is reported afterwards. */
  close(): void;
}

/** A line that held this long, or carried bytes, was a real one: the next loss starts the back-off anew. */
const steadyMs = 2_000;

export function createConnection(options: ConnectionOptions): Connection {
  const { transport, openLine, random = Math.random } = options;
  let line: Line | null = null;
  let closed = false;
  let attempt = 0;
  let trouble = '';
  let retryTimer: NodeJS.Timeout | undefined;
  let steadyTimer: NodeJS.Timeout | undefined;

  const lose = (): void => {
    const wasOpen = line !== null;
    line = null;
    clearTimeout(steadyTimer);
    if (closed) return;
    options.onLost(wasOpen);
    retryTimer = setTimeout(() => void connect(), backOffMs(attempt, random()));
    attempt += 1;
  };

  const noteTrouble = (error: unknown): null => {
    const reason = error instanceof Error ? error.message : String(error);
    if (!closed && reason !== trouble) options.onTrouble?.(reason);
    trouble = reason;
    return null;
  };

  const connect = async (): Promise<void> => {
    let broken = false;
    const opened = await openLine(transport, {
      onData(bytes) {
        if (closed) return;
        attempt = 0;
        options.onData(bytes);
      },
      onClose() {
        broken = true;
        // Before the line is handed over, the code below finds out by itself.
        if (line !== null) lose();
      },
    }).catch(noteTrouble);

    if (closed) {
      opened?.close();
    } else if (opened === null || broken) {
      lose();
    } else {
      line = opened;
      trouble = '';
      steadyTimer = setTimeout(() => {
        attempt = 0;
      }, steadyMs);
      options.onOpen(opened);
    }
  };

  void connect();

  return {
    restart: () => line?.close(),
    close() {
      closed = true;
      clearTimeout(retryTimer);
      clearTimeout(steadyTimer);
      line?.close();
    },
  };
}
