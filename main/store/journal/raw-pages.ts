/** Rows of a SQLite file read page by page (sqlite.org/fileformat2.html §1.6, §2), whatever state its trees are in. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { committedPages } from './wal-frames.ts';

const usualPageSize = 4096;
const leafOfTable = 0x0d;
/** The file header stands before the first page's own. */
const fileHeaderBytes = 100;

/** Far above the longest fact; a damaged length must not cost hours. */
const longestRow = 16_000_000;

/** Bytes that are read at once of a log, which may be unreadable from some place on. */
const readAtOnce = 1024 * 1024;

/** A column as it is stored; blobs and real numbers, which the journal has none of, are null. */
type Stored = string | number | null;

/** Pages of a file, and how long they are. A page that cannot be read is short. */
interface Pages {
  readonly size: number;
  readonly count: number;
  page(number: number): Buffer;
}

/**
 * Every row of every table leaf that can be reached without the trees above it; damaged ones give nonsense or nothing.
 * `most`: columns of each row that are wanted. Never throws: a file that is not there, or cannot be read, has no rows.
 */
export function* rawRows(path: string, most = Infinity): Generator<readonly Stored[]> {
  const file = opened(path);
  try {
    const log = committedPages(contents(`${path}-wal`));
    // A damaged header may name another size: what is read by a wrong one has no right hash.
    for (const size of pageSizes(file, log)) {
      const pages = pagesOf(file, log, size);
      for (let number = 1; number <= pages.count; number += 1) yield* rowsOf(number, pages, most);
    }
  } finally {
    if (file !== null) closeSync(file);
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}

/** A file as far as it can be read. */
function contents(path: string): Buffer {
  const file = existsSync(path) ? opened(path) : null;
  if (file === null) return Buffer.alloc(0);
  const parts: Buffer[] = [];
  for (let at = 0; ; at += readAtOnce) {
    const part = bytesAt(file, at, readAtOnce);
    parts.push(part);
    if (part.length < readAtOnce) break;
  }
  closeSync(file);
  return Buffer.concat(parts);
}

/** Fewer than `size` where the file ends, or where the disk does not give them. */
function bytesAt(file: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, size, at));
  } catch {
    return bytes.subarray(0, 0);
  }
}

function pageSizes(file: number | null, log: ReadonlyMap<number, Buffer>): ReadonlySet<number> {
  const header = file === null ? Buffer.alloc(0) : bytesAt(file, 0, fileHeaderBytes);
  const said = header.length === fileHeaderBytes ? header.readUInt16BE(16) : 0;
  const [inLog] = log.values();
  const size = said === 1 ? 65_536 : said;
  return new Set([
    ...(size >= 512 && (size & (size - 1)) === 0 ? [size] : []),
    ...(inLog ? [inLog.length] : []),
    usualPageSize,
  ]);
}

function pagesOf(file: number | null, log: ReadonlyMap<number, Buffer>, size: number): Pages {
  const length = file === null ? 0 : fstatSync(file).size;
  let count = Math.ceil(length / size);
  for (const number of log.keys()) count = Math.max(count, number);
  const page = (number: number): Buffer => {
    const newer = log.get(number);
    if (newer?.length === size) return newer;
    return file === null ? Buffer.alloc(0) : bytesAt(file, (number - 1) * size, size);
  };
  return { size, count, page };
}

function* rowsOf(number: number, pages: Pages, most: number): Generator<readonly Stored[]> {
  const bytes = pages.page(number);
  const header = number === 1 ? fileHeaderBytes : 0;
  if (bytes.length < pages.size || bytes[header] !== leafOfTable) return;
  const cells = bytes.readUInt16BE(header + 3);
  for (let cell = 0; cell < cells && header + 10 + cell * 2 <= pages.size; cell += 1) {
    try {
      yield record(payload(bytes, bytes.readUInt16BE(header + 8 + cell * 2), pages), most);
    } catch (error) {
      // What points outside of its page is damage: the other cells may be whole.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}

function payload(bytes: Buffer, at: number, pages: Pages): Buffer {
  const size = varint(bytes, at);
  if (size.value > longestRow) throw new RangeError('a row too long to be one');
  const start = varint(bytes, size.next).next;
  const most = pages.size - 35;
  const least = Math.floor(((pages.size - 12) * 32) / 255) - 23;
  const spread = least + ((size.value - least) % (pages.size - 4));
  const local = size.value <= most ? size.value : spread <= most ? spread : least;
  const parts = [bytes.subarray(start, start + local)];
  let missing = size.value - local;
  let next = missing > 0 ? bytes.readUInt32BE(start + local) : 0;
  while (missing > 0 && next > 0) {
    const overflow = pages.page(next);
    parts.push(overflow.subarray(4, 4 + Math.min(missing, pages.size - 4)));
    missing -= pages.size - 4;
    next = overflow.readUInt32BE(0);
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

function record(bytes: Buffer, most: number): readonly Stored[] {
  const header = varint(bytes, 0);
  const columns: Stored[] = [];
  let at = header.value;
  for (let type = header.next; type < header.value && columns.length < most;) {
    const serial = varint(bytes, type);
    const size = widthOf(serial.value);
    columns.push(stored(bytes, at, serial.value, size));
    type = serial.next;
    at += size;
  }
  return columns;
}

/** Bytes of integers of the serial types 1 to 6; 7 is a real number. */
const widths = [0, 1, 2, 3, 4, 6, 8, 8] as const;

function widthOf(serial: number): number {
  return serial < 12 ? (widths[serial] ?? 0) : (serial - 12) >> 1;
}

function stored(bytes: Buffer, at: number, serial: number, size: number): Stored {
  if (serial === 8) return 0;
  if (serial === 9) return 1;
  if (serial >= 13 && serial % 2 === 1) {
    if (at + size > bytes.length) throw new RangeError('a text that is cut off');
    return bytes.toString('utf8', at, at + size);
  }
  // Sequences are far below the six bytes that Node reads at once.
  return size > 0 && size <= 6 && serial < 7 ? bytes.readIntBE(at, size) : null;
}

function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let offset = 0; offset < 8; offset += 1) {
    const byte = bytes.readUInt8(at + offset);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + offset + 1 };
  }
  throw new RangeError('a number too large to be one');
}
