import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import sirv from 'sirv';
import { WebSocketServer } from 'ws';
import { outcomesVi } from '../../../contract/locales/outcomes.vi.ts';
import type { OutcomeCode } from '../../../domain/outcome.ts';
import type { CoreRouter, PageContext } from '../../router.ts';
import type { SetUpRouter } from '../set-up.ts';
import { securityHeaders } from '../content-security-policy.ts';
import { createAccess, isOwnHost, isOwnOrigin, openingPrefix } from './access.ts';

export interface WebHostOptions {
  readonly router: CoreRouter | SetUpRouter;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Where hashes of open sessions are kept. */
  readonly sessionsFile: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly onFailure: (error: unknown) => void;
}

export interface WebHost {
  readonly port: number;
  /** A new address that opens the program once. */
  openingAddress(): string;
  close(): Promise<void>;
}

/** Longest message a page may send: the longest call is a few kilobytes. */
const maxMessage = 256 * 1024;

/**
 * Serves the page and the core's API on the loopback address only. Every request and every upgrade must name
 * this host, come from its own origin, and (but for the opening address) carry the cookie.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const access = createAccess(options.sessionsFile, () => port, options.onFailure);
  // Read when asked for: a page that is built again while the station runs is served as it is now.
  const files = sirv(options.pageFolder, { etag: true, dev: true });
  const rpc = new RPCHandler<PageContext>(options.router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessage });
  const server = createServer((request, response) => serve(request, response));
  const port = await listen(server, options.port);
  const headers = securityHeaders(`ws://127.0.0.1:${port} ws://localhost:${port}`);

  function serve(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isOwnHost(request, port) || !isOwnOrigin(request, port, false))
      return refuse(response, 403, 'LT-5102');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'LT-5102');
    const path = request.url ?? '/';
    if (path.startsWith(openingPrefix)) {
      const cookie = access.redeem(path.slice(openingPrefix.length));
      if (cookie === null) return refuse(response, 403, 'LT-5101');
      response.writeHead(303, { 'Set-Cookie': cookie, Location: '/', 'Cache-Control': 'no-store' }).end();
      return;
    }
    if (!access.isKnown(request)) return refuse(response, 401, 'LT-5101');
    files(request, response, () => refuse(response, 404, 'LT-5101'));
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node leaves an upgraded socket to us, with its errors: a reset line must not end the core.
    socket.on('error', () => socket.destroy());
    const allowed =
      request.url === '/rpc' &&
      isOwnHost(request, port) &&
      isOwnOrigin(request, port, true) &&
      access.isKnown(request);
    if (!allowed) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (page) => {
      // A broken page is a closed page; the core has nothing to undo for it.
      page.on('error', () => page.terminate());
      void rpc.upgrade(page, { context: { role: 'staff' } });
    });
  });

  return {
    port,
    openingAddress: () => `http://127.0.0.1:${port}${access.newOpeningPath()}`,
    close: () =>
      new Promise((resolve) => {
        for (const page of sockets.clients) page.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(portOf(server.address())));
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function refuse(response: ServerResponse, status: number, code: OutcomeCode): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${code} ${outcomesVi[code]}\n`);
}
