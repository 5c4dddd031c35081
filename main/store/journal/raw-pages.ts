/** Rows of a SQLite file read page by page (sqlite.org/fileformat2.html §1.6, §2), whatever state its trees are in. */
import { existsSync, readFileSync } from 'node:fs';
import { committedPages } from './wal-frames.ts';

const usualPageSize = 4096;
const leafOfTable = 0x0d;
/** The file header stands before the first page's own. */
const fileHeaderBytes = 100;

/** Far above the longest fact; a damaged length must not cost hours. */
const longestRow = 16_000_000;

/** A column as it is stored; blobs and real numbers, which the journal has none of, are null. */
type Stored = string | number | null;

/** Every row of every table leaf that can be reached without the trees above it; damaged ones give nonsense or nothing. */
export function* rawRows(path: string): Generator<readonly Stored[]> {
  const file = readFileSync(path);
  const log = existsSync(`${path}-wal`)
    ? committedPages(readFileSync(`${path}-wal`))
    : new Map<number, Buffer>();
  const said = file.length >= 18 ? file.readUInt16BE(16) : 0;
  const pageSize = said >= 512 && (said & (said - 1)) === 0 ? said : usualPageSize;
  const count = Math.max(Math.ceil(file.length / pageSize), ...log.keys());
  const page = (number: number): Buffer =>
    log.get(number) ?? file.subarray((number - 1) * pageSize, number * pageSize);
  for (let number = 1; number <= count; number += 1) yield* rowsOf(number, page, pageSize);
}

function* rowsOf(
  number: number,
  page: (number: number) => Buffer,
  pageSize: number,
): Generator<readonly Stored[]> {
  const bytes = page(number);
  const header = number === 1 ? fileHeaderBytes : 0;
  if (bytes.length < pageSize || bytes[header] !== leafOfTable) return;
  const cells = bytes.readUInt16BE(header + 3);
  for (let cell = 0; cell < cells && header + 10 + cell * 2 <= pageSize; cell += 1) {
    try {
      yield record(payload(bytes, bytes.readUInt16BE(header + 8 + cell * 2), page, pageSize));
    } catch (error) {
      // What points outside of its page is damage: the other cells may be whole.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}

function payload(bytes: Buffer, at: number, page: (number: number) => Buffer, pageSize: number): Buffer {
  const size = varint(bytes, at);
  if (size.value > longestRow) throw new RangeError('a row too long to be one');
  const start = varint(bytes, size.next).next;
  const most = pageSize - 35;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const spread = least + ((size.value - least) % (pageSize - 4));
  const local = size.value <= most ? size.value : spread <= most ? spread : least;
  const parts = [bytes.subarray(start, start + local)];
  let missing = size.value - local;
  let next = missing > 0 ? bytes.readUInt32BE(start + local) : 0;
  while (missing > 0 && next > 0) {
    const overflow = page(next);
    parts.push(overflow.subarray(4, 4 + Math.min(missing, pageSize - 4)));
    missing -= pageSize - 4;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function record(bytes: Buffer): readonly Stored[] {
  const header = varint(bytes, 0);
  const columns: Stored[] = [];
  let at = header.value;
  for (let type = header.next; type < header.value;) {
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
