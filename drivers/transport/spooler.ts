import type { Transport } from '../../contract/devices/config.ts';
import type { Line, LineHandlers } from './line.ts';
import { systemQueue } from './spooler/system-queue.ts';
import type { SystemQueue } from './spooler/queue.ts';

type SpoolerTransport = Extract<Transport, { kind: 'spooler' }>;

/** Twice the longest slip (five metres of 80 mm paper). */
const longestJob = 8_000_000;

/**
 * A print queue of the operating system as a line. Bytes are kept until `endJob` hands them over as one job, so a
 * slip is in the queue whole or not at all; from then on it is the system that waits for paper. Rejects when there is
 * no such printer.
 */
export async function openSpoolerLine(
  transport: SpoolerTransport,
  handlers: LineHandlers,
  queue: SystemQueue = systemQueue(),
): Promise<Line> {
  const printers = await queue.printers();
  if (!printers?.some(({ name }) => name === transport.printer)) {
    throw new Error(`the system has no printer ${transport.printer}`);
  }
  let job: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  return {
    write(bytes) {
      if (ended) return Promise.reject(new Error('spooler line closed'));
      if (length + bytes.length > longestJob) return Promise.reject(new Error('print job too long'));
      job.push(bytes.slice());
      length += bytes.length;
      return Promise.resolve();
    },
    close() {
      if (ended) return;
      ended = true;
      handlers.onClose();
    },
    oneWay: {
      wholeJobs: true,
      // Asking takes a process each time, seconds of work on Windows: a job finds out soon enough.
      isThere: () => Promise.resolve(true),
      endJob() {
        const bytes = Buffer.concat(job);
        job = [];
        length = 0;
        return ended ? Promise.resolve('refused') : queue.sendRaw(transport.printer, bytes);
      },
    },
  };
}
