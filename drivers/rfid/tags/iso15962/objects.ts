/**
 * The stream of objects that ISO 15962 lays out on a tag: `precursor [oid - 15] [count of padding] length data
 * [padding]`. The precursor's bits: 7 padding follows, 6–4 compaction, 3–0 relative object identifier (15: one more
 * byte). 00 ends the stream, 80 in the place of a precursor is a byte of filling.
 */
import { sameBytes } from '../text.ts';
import { compact, expand } from './compaction.ts';
import { lengthBytes, readLength } from './length.ts';

const offsetFlag = 0x80;
const longOid = 0x0f;
export const largestOid = longOid + 0xff;

export interface DataObject {
  readonly oid: number;
  readonly scheme: number;
  /** Null when the data are none of the scheme. */
  readonly text: string | null;
  readonly data: Uint8Array;
  /** Bytes of padding behind the data; null without the padding flag. */
  readonly padding: number | null;
}

export interface ObjectStream {
  readonly objects: readonly DataObject[];
  /** Ended by 00 or by the end of memory, nothing cut. */
  readonly complete: boolean;
  /** First byte after the stream and its 00. */
  readonly end: number;
}

export function readObjects(bytes: Uint8Array, start = 0): ObjectStream {
  const objects: DataObject[] = [];
  let at = start;
  while (at < bytes.length && bytes[at] !== 0) {
    if (bytes[at] === offsetFlag) {
      at += 1;
      continue;
    }
    const read = readObject(bytes, at);
    if (!read) return { objects, complete: false, end: at };
    objects.push(read.object);
    at = read.next;
  }
  return { objects, complete: true, end: Math.min(at + 1, bytes.length) };
}

function readObject(
  bytes: Uint8Array,
  start: number,
): { readonly object: DataObject; readonly next: number } | null {
  const precursor = bytes[start] ?? 0;
  let at = start + 1;
  let oid = precursor & longOid;
  if (oid === 0) return null;
  if (oid === longOid) {
    oid += bytes[at] ?? 0;
    at += 1;
  }
  let padding: number | null = null;
  if (precursor >= offsetFlag) {
    padding = bytes[at] ?? 0;
    at += 1;
  }
  const length = readLength(bytes, at);
  if (!length) return null;
  const end = length.next + length.length;
  const next = end + (padding ?? 0);
  if (next > bytes.length) return null;
  const data = bytes.subarray(length.next, end);
  const scheme = (precursor >> 4) & 7;
  return { object: { oid, scheme, text: expand(oid, scheme, data), data, padding }, next };
}

/** Whether an object says what its scheme can say, as a writer would have written it: noise rarely does. */
export function isExact({ oid, scheme, text, data }: DataObject): boolean {
  const again = text === null ? null : compact(oid, scheme, text);
  return again !== null && sameBytes(again, data);
}

/** @param padding bytes of 00 behind it, null: no padding flag */
export function objectBytes(
  oid: number,
  scheme: number,
  data: Uint8Array,
  padding: number | null,
): Uint8Array {
  const head = [
    (padding === null ? 0 : offsetFlag) | (scheme << 4) | Math.min(oid, longOid),
    ...(oid < longOid ? [] : [oid - longOid]),
    ...(padding === null ? [] : [padding]),
    ...lengthBytes(data.length),
  ];
  const bytes = new Uint8Array(head.length + data.length + (padding ?? 0));
  bytes.set(head);
  bytes.set(data, head.length);
  return bytes;
}
