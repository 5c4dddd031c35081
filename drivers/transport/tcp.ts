import { connect } from 'node:net';
import type { Transport } from '../../contract/devices/config.ts';
import type { Line, LineHandlers } from './line.ts';
import { createPendingWrites } from './pending-writes.ts';

type TcpTransport = Extract<Transport, { kind: 'tcp' }>;

/** Suggested by `reference/devices.md` §8.4 for device and server connections alike. */
const connectTimeoutMs = 5_000;

/** A print server switched off by its mains switch sends no FIN: only a probe finds out. */
const keepAliveMs = 10_000;

/** Opens a TCP connection (printer on port 9100, serial device server, emulator). */
export function openTcpLine(transport: TcpTransport, handlers: LineHandlers): Promise<Line> {
  return new Promise((resolve, reject) => {
    const writes = createPendingWrites();
    const socket = connect({
      host: transport.host,
      port: transport.port,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: keepAliveMs,
    });
    let opened = false;
    let failure = new Error('TCP line closed');

    socket.setTimeout(connectTimeoutMs, () => {
      socket.destroy(new Error(`no connection within ${connectTimeoutMs} ms`));
    });
    socket.on('connect', () => {
      opened = true;
      // From here silence is normal: nobody scans at night.
      socket.setTimeout(0);
      resolve({
        write: (bytes) =>
          writes.run((done) => {
            socket.write(bytes, done);
          }),
        close: () => {
          socket.destroy();
        },
      });
    });
    socket.on('data', (bytes) => {
      handlers.onData(bytes);
    });
    socket.on('error', (error) => {
      failure = error;
    });
    socket.on('close', () => {
      writes.fail(failure);
      if (opened) handlers.onClose();
      else reject(failure);
    });
  });
}
