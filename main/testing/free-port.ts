import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of this computer that nobody listens on, for servers that take no port 0 or have to come back on theirs. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return address.port;
}
