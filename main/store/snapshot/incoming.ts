import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SnapshotOffer } from '../../../contract/sync/protocol.ts';
import { mirrorVersion } from '../mirror/schema.ts';
import { nextMirrorFile } from './files.ts';
import { earlyFlush } from './early-flush.ts';
import { unpacker } from './unpacker.ts';

/** What is downloaded, and the life of the province it is of. */
export interface WantedSnapshot extends Pick<SnapshotOffer, 'sha256' | 'bytes' | 'rawBytes' | 'pos'> {
  readonly epoch: string;
}

/** `broken`: it is not what was offered. After this and after `disk-full` nothing of it is left. */
export type IncomingFault = 'broken' | 'disk-full';

/**
 * A snapshot on its way into this station's folder: written, hashed and unpacked as it comes. Synchronous, for a
 * thread of its own; a process that ends at any moment finds what it had when it begins again.
 */
export interface Incoming {
  /** Begins or goes on with a download; gives the number of bytes that are here already. */
  begin(wanted: WantedSnapshot): number | IncomingFault;
  /** The next bytes. Null when all is well. */
  append(bytes: Uint8Array): IncomingFault | null;
  /** All is here: judges it and leaves it in `nextMirrorFile`. Null when it can be taken into use. */
  finish(): IncomingFault | null;
  /** Lets the files go. */
  stop(): void;
}

/** The bytes as they came, kept until the mirror is in use: what a restart goes on from. */
const partFile = 'mirror.next.part';
/** Which snapshot they are of. */
const partOf = 'mirror.next.sha256';
/** What must stay free for the journal and everything else (bytes). */
const spare = 256 * 1024 * 1024;
/**
 * Bytes written at once. For larger ones Linux takes pages of 2 MB into its cache, which a virtual machine has to ask
 * its host for: six times as slow.
 */
const writtenAtOnce = 64 * 1024;
/** Bytes read at once when a part is gone through again. */
const chunk = 4 * 1024 * 1024;

/** Removes what a download has left in `folder`. No thread may be at work on it. */
export function discardSnapshot(folder: string): void {
  for (const file of [partFile, partOf, nextMirrorFile, `${nextMirrorFile}-wal`, `${nextMirrorFile}-shm`])
    rmSync(join(folder, file), { force: true });
}

interface Work {
  readonly wanted: WantedSnapshot;
  readonly part: number;
  readonly raw: number;
  held: number;
  written: number;
  readonly hash: ReturnType<typeof createHash>;
  readonly unpack: ReturnType<typeof unpacker>;
}

export function incomingSnapshot(folder: string): Incoming {
  let work: Work | null = null;
  const stop = (): void => {
    if (!work) return;
    closeSync(work.part);
    closeSync(work.raw);
    work = null;
  };
  const giveUp = (fault: IncomingFault): IncomingFault => {
    stop();
    discardSnapshot(folder);
    return fault;
  };
  /** Hashes and unpacks; false when this cannot be what was offered. */
  const take = (now: Work, bytes: Uint8Array): boolean => {
    now.held += bytes.length;
    now.hash.update(bytes);
    return now.held <= now.wanted.bytes && now.unpack.take(bytes) && now.written <= now.wanted.rawBytes;
  };
  const open = (wanted: WantedSnapshot): Work => {
    for (const suffix of ['-wal', '-shm']) rmSync(join(folder, nextMirrorFile + suffix), { force: true });
    const part = openSync(join(folder, partFile), existsSync(join(folder, partFile)) ? 'r+' : 'w+');
    const raw = openSync(join(folder, nextMirrorFile), 'w');
    const flush = earlyFlush(raw);
    const opened: Work = {
      wanted,
      part,
      raw,
      held: 0,
      written: 0,
      hash: createHash('sha256'),
      unpack: unpacker((bytes) => {
        opened.written += writeFully(raw, bytes);
        flush(opened.written);
      }),
    };
    work = opened;
    return opened;
  };
  /** Goes through what an earlier process had downloaded. */
  const replay = (now: Work): boolean => {
    const bytes = Buffer.alloc(chunk);
    for (;;) {
      const read = readSync(now.part, bytes, 0, chunk, now.held);
      if (read === 0) return true;
      if (!take(now, bytes.subarray(0, read))) return false;
    }
  };

  return {
    begin: (wanted) =>
      orDiskFull(giveUp, () => {
        if (work?.wanted.sha256 === wanted.sha256) return work.held;
        stop();
        if (ofWhich(folder) !== wanted.sha256) discardSnapshot(folder);
        if (freeIn(folder) < wanted.bytes + wanted.rawBytes + spare) return giveUp('disk-full');
        writeFileSync(join(folder, partOf), wanted.sha256);
        const opened = open(wanted);
        if (replay(opened)) return opened.held;
        // What lay here is of no use; the download begins anew.
        giveUp('broken');
        writeFileSync(join(folder, partOf), wanted.sha256);
        return open(wanted).held;
      }),
    append: (bytes) =>
      orDiskFull(giveUp, () => {
        if (!work) return 'broken';
        writeFully(work.part, bytes, work.held);
        return take(work, bytes) ? null : giveUp('broken');
      }),
    finish: () =>
      orDiskFull(giveUp, () => {
        if (!work) return 'broken';
        const { wanted, raw, held, written, hash, unpack } = work;
        const whole = held === wanted.bytes && written === wanted.rawBytes && unpack.isEnded();
        if (!whole || hash.digest('hex') !== wanted.sha256) return giveUp('broken');
        ftruncateSync(raw, written);
        // From here on it may take the place of the old one, of which nothing is left then.
        fsyncSync(raw);
        stop();
        return isOf(join(folder, nextMirrorFile), wanted) ? null : giveUp('broken');
      }),
    stop,
  };
}

/** The hash has said that the file is whole; this says that it is the right one for this program and this place. */
function isOf(path: string, { epoch, pos }: WantedSnapshot): boolean {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true });
    const state = db
      .prepare<[], { epoch: string | null; cursor: number }>('select epoch, cursor from feed_state')
      .get();
    const version = db.pragma('user_version', { simple: true });
    return version === mirrorVersion && state?.epoch === epoch && state.cursor === pos;
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

function ofWhich(folder: string): string | null {
  try {
    return readFileSync(join(folder, partOf), 'utf8');
  } catch {
    return null;
  }
}

function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function writeFully(file: number, bytes: Uint8Array, at: number | null = null): number {
  for (let written = 0; written < bytes.length;) {
    const length = Math.min(writtenAtOnce, bytes.length - written);
    written += writeSync(file, bytes, written, length, at === null ? null : at + written);
  }
  return bytes.length;
}

/** A full disk is an answer, not a failure. */
function orDiskFull<T>(giveUp: (fault: IncomingFault) => IncomingFault, run: () => T): T | IncomingFault {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return giveUp('disk-full');
    throw error;
  }
}
