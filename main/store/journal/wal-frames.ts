/** The write-ahead log of SQLite as bytes (sqlite.org/fileformat2.html §4), for files that SQLite does not open. */
import { existsSync, statSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;
/** First word of the log; its last bit says in which byte order sums are made. */
const magic = 0x377f0682;

/** A database of one byte is none to SQLite either (`unixFileSize` in its os_unix.c). */
const emptyBytes = 1;

/** True when a database has been emptied and its log has not: SQLite deletes such a log, also where it only reads. */
export function hasOnlyLog(path: string): boolean {
  return sizeOf(path) <= emptyBytes && sizeOf(`${path}-wal`) > 0;
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

/** Pages of `log` as of its last whole commit, by number: what follows a damaged or unfinished frame does not count. */
export function committedPages(log: Buffer): ReadonlyMap<number, Buffer> {
  const pages = new Map<number, Buffer>();
  if (log.length < headerBytes) return pages;
  const first = log.readUInt32BE(0);
  if (first !== magic && first !== magic + 1) return pages;
  const sum = summing(first === magic);
  const pageSize = log.readUInt32BE(8);
  let running = sum([0, 0], log.subarray(0, 24));
  if (pageSize < 512 || !isSum(log, 24, running)) return pages;
  let pending: (readonly [number, Buffer])[] = [];
  const frame = frameHeaderBytes + pageSize;
  for (let at = headerBytes; at + frame <= log.length; at += frame) {
    if (log.compare(log, 16, 24, at + 8, at + 16) !== 0) break;
    const page = log.subarray(at + frameHeaderBytes, at + frame);
    running = sum(sum(running, log.subarray(at, at + 8)), page);
    if (!isSum(log, at + 16, running)) break;
    pending.push([log.readUInt32BE(at), page]);
    if (log.readUInt32BE(at + 4) === 0) continue;
    for (const [number, content] of pending) pages.set(number, content);
    pending = [];
  }
  return pages;
}

type Sum = readonly [number, number];

/** The log's checksum over pairs of 32-bit words. */
function summing(littleEndian: boolean): (from: Sum, bytes: Buffer) => Sum {
  return ([one, two], bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let a = one;
    let b = two;
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      a = (a + view.getUint32(at, littleEndian) + b) >>> 0;
      b = (b + view.getUint32(at + 4, littleEndian) + a) >>> 0;
    }
    return [a, b];
  };
}

function isSum(log: Buffer, at: number, [a, b]: Sum): boolean {
  return log.readUInt32BE(at) === a && log.readUInt32BE(at + 4) === b;
}
