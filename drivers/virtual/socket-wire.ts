import { createServer, type Socket } from 'node:net';

/** The virtual device's end of a cable: a loopback TCP server that can be pulled out and put back. */
export interface SocketWire {
  readonly port: number;
  /** Reaches whoever is connected; with nobody there the bytes are lost, as on a real cable. */
  send(bytes: Uint8Array): void;
  /** Drops the connections and refuses new ones. */
  unplug(): void;
  /** Listens again on the same port; rejects when another program took it meanwhile. */
  plug(): Promise<void>;
}

/**
 * Listens on a free port of 127.0.0.1. @param onConnection called for every connection made
 * @param onData what the other side sends; a scanner has no use for it
 */
export async function openSocketWire(
  onConnection: () => void,
  onData: (bytes: Uint8Array) => void = () => undefined,
): Promise<SocketWire> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    // `close` follows, and a broken cable is nothing to report here.
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    // Read in any case, or the other side's end would go unnoticed.
    socket.on('data', onData);
    onConnection();
  });

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });

  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  const { port } = address;

  return {
    port,
    send(bytes) {
      for (const socket of sockets) socket.write(bytes);
    },
    unplug() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    async plug() {
      if (!server.listening) await listen(port);
    },
  };
}
