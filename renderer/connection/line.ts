import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { PagePortMessage } from '../../contract/workstation/page-port.ts';
import { PAGE_PORT } from '../../contract/workstation/page-port.ts';

/** An open line to the core, whatever carries it. */
export interface Line {
  readonly link: ClientLink<ClientContext>;
  /** Settles when the line is gone; never rejects. */
  readonly closed: Promise<void>;
  close(): void;
}

/** Opens a line; rejects when the core cannot be reached or `signal` aborts. */
export type OpenLine = (signal: AbortSignal) => Promise<Line>;

/** As much of a window as a line needs. */
interface PageWindow {
  readonly location: Pick<Location, 'protocol' | 'host'>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** The right kind of line for this page: a MessagePort in the Electron window, else a WebSocket to our host. */
export function lineOpener(page: PageWindow): OpenLine {
  const { protocol, host } = page.location;
  if (protocol !== 'http:' && protocol !== 'https:') return portLines(page);
  return socketLines(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/rpc`);
}

function socketLines(url: string): OpenLine {
  return (signal) =>
    new Promise<Line>((resolve, reject) => {
      const websocket = new WebSocket(url);
      const closed = new Promise<void>((done) => {
        websocket.addEventListener('close', () => done(), { once: true });
      });
      const giveUp = (): void => websocket.close();
      signal.addEventListener('abort', giveUp, { once: true });
      websocket.addEventListener(
        'close',
        () => {
          signal.removeEventListener('abort', giveUp);
          reject(new Error('The core closed the line.'));
        },
        { once: true },
      );
      websocket.addEventListener(
        'open',
        () => resolve({ link: new SocketLink({ websocket }), closed, close: giveUp }),
        { once: true },
      );
    });
}

/**
 * Ports come when the shell sends them: after a load and after every restart of the core. A new port means that
 * the old line is gone, even where nobody said so.
 */
function portLines(page: PageWindow): OpenLine {
  let arrived: MessagePort | null = null;
  let wake: () => void = () => {};
  let replaced: () => void = () => {};
  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== page || !port || !isPortMessage(event.data)) return;
    arrived = port;
    replaced();
    wake();
  });
  return async (signal) => {
    signal.addEventListener('abort', () => wake(), { once: true });
    while (arrived === null && !signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const port = arrived;
    arrived = null;
    if (port === null) throw new Error('The page is closing.');
    const closed = new Promise<void>((done) => {
      replaced = done;
      port.addEventListener('close', () => done(), { once: true });
    });
    const link = new PortLink({ port });
    port.start();
    return { link, closed, close: () => port.close() };
  };
}

function isPortMessage(data: unknown): data is PagePortMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === PAGE_PORT;
}
