import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceConfig, Transport } from '../contract/devices/config.ts';
import { factoryFraming } from '../contract/devices/factory.ts';
import { createPseudoTerminal } from '../drivers/virtual/pseudo-terminal.ts';

/** A scanner whose bytes the bench writes itself: over a pseudo-terminal where socat exists, else over TCP. */
export interface BenchScanner {
  readonly device: DeviceConfig;
  /** Puts bytes on the line as they are. */
  sendBytes(bytes: Uint8Array): void;
  /** Puts a code on the line; gives the moment, in ms since the Unix epoch. */
  send(code: string): number;
  close(): void;
}

export async function openBenchScanner(): Promise<BenchScanner> {
  const server = createServer();
  let socket: Socket | null = null;
  server.on('connection', (accepted) => {
    accepted.setNoDelay(true);
    // A cut line is the end of the run; there is nothing to mend here.
    accepted.on('error', () => {});
    socket = accepted;
    terminal.bridged();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bench scanner has no port.');
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-line-'));
  const terminal = createPseudoTerminal(folder, 'scanner', address.port);
  const transport: Transport = (await terminal.start())
    ? { kind: 'serial', path: terminal.path, baudRate: 9600 }
    : { kind: 'tcp', host: '127.0.0.1', port: address.port };
  return {
    device: { id: 'bench-scanner', kind: 'scanner', name: 'Máy quét đo', transport, framing: factoryFraming },
    sendBytes: (bytes) => void socket?.write(bytes),
    send: (code) => {
      const at = performance.timeOrigin + performance.now();
      socket?.write(`${code}\r`);
      return at;
    },
    close: () => {
      terminal.stop();
      socket?.destroy();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
