import type { Transport } from '../../contract/devices/config.ts';
import { endReadsOnHangUp } from './hang-up.ts';
import type { Line, LineHandlers } from './line.ts';
import { createPendingWrites } from './pending-writes.ts';
import { serialPath } from './serial-path.ts';

type SerialTransport = Extract<Transport, { kind: 'serial' }>;

/**
 * Opens a serial port (USB-CDC scanner, RS-232, pseudo-terminal) with 8 data bits and 1 stop bit, without flow
 * control, locked so that no second program reads half of a code. `write` resolves when the bytes have left the port.
 */
export async function openSerialLine(transport: SerialTransport, handlers: LineHandlers): Promise<Line> {
  // Loaded only where a serial device is configured: the binding costs several megabytes.
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({
    // Listing ports takes time, so only a device with USB numbers of its own is looked for.
    path: transport.usb ? serialPath(transport, await SerialPort.list()) : transport.path,
    baudRate: transport.baudRate,
    parity: transport.parity ?? 'none',
    lock: true,
    autoOpen: false,
  });
  const writes = createPendingWrites();

  let ended = false;
  const end = (error: Error): void => {
    if (ended) return;
    ended = true;
    writes.fail(error);
    handlers.onClose();
  };
  const close = (): void => {
    if (port.isOpen) {
      // An error here means that the port is gone already, which is what was asked for.
      port.close(() => {
        end(new Error('serial line closed'));
      });
    }
  };

  await new Promise<void>((resolve, reject) => {
    port.open((error) => {
      if (error) reject(error);
      else resolve();
    });
  });

  // Before the first read, which the listener starts. Windows has no poller and no such trouble.
  if (port.port !== undefined && 'poller' in port.port) endReadsOnHangUp(port.port);
  port.on('data', (bytes: Buffer) => {
    handlers.onData(bytes);
  });
  port.on('close', (error: Error | null) => {
    end(error ?? new Error('serial line closed'));
  });
  port.on('error', (error) => {
    if (port.isOpen) close();
    else end(error);
  });

  return {
    write: (bytes) =>
      writes.run((done) => {
        port.write(Buffer.from(bytes), (error) => {
          if (error) done(error);
          else if (port.isOpen) port.drain(done);
        });
      }),
    close,
  };
}
