import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { createPrinterEmulator } from './emulator.ts';
import type { PrinterEmulator, PrinterEmulatorOptions } from './emulator.ts';

/** A printer on the network, port 9100 style. */
export interface ListeningPrinter {
  readonly emulator: PrinterEmulator;
  readonly port: number;
  /** Drops the connection and refuses new ones. What is in the printer's buffer stays there. */
  unplug(): Promise<void>;
  /** Listens again on the same port; rejects when another program has taken it. */
  plug(): Promise<void>;
  close(): Promise<void>;
}

const partBytes = 512;

/** Serves a printer emulator on 127.0.0.1, on any free port. One line at a time: a new one ends the one before. */
export async function listenPrinterEmulator(options: PrinterEmulatorOptions): Promise<ListeningPrinter> {
  const emulator = createPrinterEmulator(options);
  let socket: Socket | null = null;

  const server = createServer((newest) => {
    socket?.destroy();
    socket = newest;
    newest.setNoDelay(true);
    let unread: Uint8Array = new Uint8Array();
    /** In small parts: a socket hands over more at once than a cheap printer's buffer holds. */
    const read = (): void => {
      let room = true;
      while (room && unread.length > 0) {
        room = emulator.receive(unread.subarray(0, partBytes));
        unread = unread.subarray(partBytes);
      }
      if (room) newest.resume();
      else newest.pause();
    };
    newest.on('data', (bytes) => {
      unread = bytes;
      read();
    });
    newest.on('error', () => {
      // The other side is gone; `close` follows.
    });
    newest.on('close', () => {
      unread = new Uint8Array();
      if (socket === newest) socket = null;
    });
    emulator.connect({ reply: (bytes) => newest.write(bytes), onDrain: read });
  });

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const unplug = async (): Promise<void> => {
    if (!server.listening) return;
    const stopped = new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    socket?.destroy();
    await stopped;
  };

  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The emulator has no port');
  const { port } = address;

  return {
    emulator,
    port,
    unplug,
    async plug() {
      if (!server.listening) await listen(port);
    },
    async close() {
      await unplug();
      await emulator.close();
    },
  };
}
