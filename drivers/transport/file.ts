import { access, constants, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Transport } from '../../contract/devices/config.ts';
import type { Line, LineHandlers } from './line.ts';

type FileTransport = Extract<Transport, { kind: 'file' }>;

/** Between two tries while the printer takes nothing. */
const retryMs = 20;

/**
 * Opens a printer by its device file, for writing only. On Linux and macOS the file never blocks: a printer without
 * paper would otherwise hold one of the four threads that all file work of this process shares. Rejects when there
 * is no such device; it is never made as a plain file.
 */
export async function openFileLine({ path }: FileTransport, handlers: LineHandlers): Promise<Line> {
  const windows = process.platform === 'win32';
  const file = await open(path, constants.O_WRONLY | (windows ? 0 : constants.O_NONBLOCK));

  let ended = false;
  const close = (): void => {
    if (ended) return;
    ended = true;
    // It may have been pulled out, or hang in a write: nobody waits for that.
    void file.close().catch(() => undefined);
    handlers.onClose();
  };

  return {
    async write(bytes) {
      try {
        let at = 0;
        while (at < bytes.length) {
          if (ended) throw new Error('device file closed');
          const taken = await writeSome(file, bytes.subarray(at));
          if (taken === 0) await pause(retryMs);
          at += taken;
        }
      } catch (error) {
        close();
        throw error;
      }
    },
    close,
    oneWay: {
      wholeJobs: false,
      isThere: () =>
        windows
          ? Promise.resolve(!ended)
          : access(path).then(
              () => true,
              () => false,
            ),
      // The driver of the system has had every byte since its `write` ended.
      endJob: () => Promise.resolve(ended ? 'unknown' : 'taken'),
    },
  };
}

/** How many of the bytes the device took; 0 while it is busy. */
async function writeSome(file: Awaited<ReturnType<typeof open>>, bytes: Uint8Array): Promise<number> {
  try {
    return (await file.write(bytes)).bytesWritten;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
    throw error;
  }
}
