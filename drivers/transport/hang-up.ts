import { read } from 'node:fs';
import { promisify } from 'node:util';

interface ReadResult {
  readonly buffer: Buffer;
  readonly bytesRead: number;
}

/** What this file uses of serialport's port on Linux and macOS. */
export interface PollablePort {
  fd: number | null;
  readonly poller: { once(event: 'readable', done: (error: Error | null) => void): unknown };
  read(buffer: Buffer, offset: number, length: number): Promise<ReadResult>;
}

const readNow = promisify(read);

const notYet: ReadonlySet<string> = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR']);

/** A port that is there never says "readable" and then gives nothing so often in a row. */
const emptyReadsOfTheGone = 3;

/**
 * Makes reads of a port whose device is gone fail. The kernel answers them with 0 bytes (a hung-up terminal), and
 * serialport 13 then reads again at once, for ever: one core busy, memory growing, and the loss never noticed
 * (serialport/bindings-cpp issue 162, open; whether it happens is a race with the hang-up, more likely on a busy
 * computer). Here such a read waits for the port to be readable, which a hung-up terminal refuses.
 */
export function endReadsOnHangUp(port: PollablePort): void {
  port.read = async (buffer, offset, length) => {
    let empty = 0;
    while (empty < emptyReadsOfTheGone) {
      const bytesRead = await bytesNow(fdOf(port), buffer, offset, length);
      if (bytesRead !== null && bytesRead > 0) return { buffer, bytesRead };
      if (bytesRead === 0) empty += 1;
      // Closed meanwhile: its poller is freed, and to ask it would be a segmentation fault.
      fdOf(port);
      await readable(port);
    }
    throw new Error('the serial device is gone');
  };
}

/** Throws when the port was closed here; `canceled` tells serialport that it was not lost. */
function fdOf(port: PollablePort): number {
  if (port.fd === null) throw Object.assign(new Error('the port is closed'), { canceled: true });
  return port.fd;
}

/** Bytes read, or null when there are none yet. */
async function bytesNow(fd: number, buffer: Buffer, offset: number, length: number): Promise<number | null> {
  try {
    return (await readNow(fd, buffer, offset, length, null)).bytesRead;
  } catch (error) {
    if (error instanceof Error && 'code' in error && notYet.has(String(error.code))) return null;
    throw error;
  }
}

function readable(port: PollablePort): Promise<void> {
  return new Promise((resolve, reject) => {
    port.poller.once('readable', (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
