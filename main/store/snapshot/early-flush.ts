import { fdatasync } from 'node:fs';

/** Bytes after which a file that grows is sent to the disk. */
const flushEvery = 32 * 1024 * 1024;

/**
 * Sends a growing file to the disk while it is written, beside the thread: at the end little is left to wait for, and
 * the journal, which is flushed for each act at the desk, never waits behind hundreds of megabytes. To be told each
 * new length of the file. Only a help: whether all is on the disk is said by the flush at the end.
 */
export function earlyFlush(file: number): (length: number) => void {
  let flushed = 0;
  let busy = false;
  return (length) => {
    if (busy || length - flushed < flushEvery) return;
    flushed = length;
    busy = true;
    // The file may be closed before its turn comes: then there is nothing to be done.
    fdatasync(file, () => {
      busy = false;
    });
  };
}
