/**
 * Extension blocks of ISO 28560-3, after the basic block: `[length of all][id low][id high][checksum][data…]`. The XOR
 * of all bytes is 0. Length 0 ends, length 1 is one byte of filling. An id with FF as high byte goes on in a third
 * byte. Fields are closed by NUL; the last ones may be left out, and so may the last NUL (Annex B.2).
 */
import { hexBytes, hexText, joinBytes, utf8Bytes, utf8Text } from '../text.ts';
import type { TagBlock, TagObject } from '../tag.ts';

const shortHeader = 4;
const wideHeader = 5;
const wideId = 0xff;
const longestBlock = 255;

/** Library block: its first byte is the media format (element 19), not text. */
const libraryBlock = 1;
const mediaFormat = 19;

/** Elements in the NUL-closed fields of each block, by ISO 28560-1 object identifier. */
const fieldsOf: Readonly<Partial<Record<number, readonly number[]>>> = {
  [libraryBlock]: [22, 23],
  // Acquisition: Annex B.2 shows all four.
  2: [9, 18, 10, 21],
  // Title.
  4: [17],
  // Inter-library loan.
  5: [11, 12, 25],
};

export interface Extensions {
  readonly objects: readonly TagObject[];
  readonly blocks: readonly TagBlock[];
  readonly complete: boolean;
}

const nothing: Extensions = { objects: [], blocks: [], complete: true };

/** Reads until the end mark, or until something does not hold together: then `complete` is false. */
export function readExtensions(bytes: Uint8Array, start: number): Extensions {
  if (start >= bytes.length || bytes[start] === 0) return nothing;
  const objects: TagObject[] = [];
  const blocks: TagBlock[] = [];
  let at = start;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    if (length === 0) break;
    if (length === 1) {
      at += 1;
      continue;
    }
    const end = at + length;
    const wide = bytes[at + 2] === wideId;
    const header = wide ? wideHeader : shortHeader;
    if (length < header || end > bytes.length || !checks(bytes, at, end))
      return { objects, blocks, complete: false };
    const id = (bytes[at + 1] ?? 0) | ((bytes[at + 2] ?? 0) << 8) | (wide ? (bytes[at + 3] ?? 0) << 16 : 0);
    const data = bytes.subarray(at + header, end);
    const fields = readFields(id, data);
    if (fields) objects.push(...fields);
    else blocks.push({ id, hex: hexText(data) });
    at = end;
  }
  return { objects, blocks, complete: true };
}

function checks(bytes: Uint8Array, start: number, end: number): boolean {
  let sum = 0;
  for (let at = start; at < end; at += 1) sum ^= bytes[at] ?? 0;
  return sum === 0;
}

/** Null when the block is of no known kind, or holds more than its kind has words for. */
function readFields(id: number, data: Uint8Array): readonly TagObject[] | null {
  const elements = fieldsOf[id];
  if (!elements) return null;
  const objects: TagObject[] = [];
  let at = 0;
  if (id === libraryBlock && data.length > 0) {
    objects.push({ oid: mediaFormat, text: hexText(data.subarray(0, 1)) });
    at = 1;
  }
  for (const oid of elements) {
    if (at >= data.length) break;
    const found = data.indexOf(0, at);
    const end = found === -1 ? data.length : found;
    const text = utf8Text(data, at, end);
    if (text === null) return null;
    if (text !== '') objects.push({ oid, text });
    at = end + 1;
  }
  return at >= data.length ? objects : null;
}

/**
 * The blocks for these elements and kept blocks, with an end mark when there are any. Null when an element has no
 * block, or a block is too long or no hex.
 */
export function writeExtensions(objects: readonly TagObject[], kept: readonly TagBlock[]): Uint8Array | null {
  const left = new Map(objects.map(({ oid, text }) => [oid, text]));
  const blocks: (Uint8Array | null)[] = [];
  for (const [key, elements = []] of Object.entries(fieldsOf)) {
    const id = Number(key);
    const texts = elements.map((oid) => left.get(oid) ?? '');
    const format = id === libraryBlock ? (left.get(mediaFormat) ?? '') : '';
    for (const oid of elements) left.delete(oid);
    if (id === libraryBlock) left.delete(mediaFormat);
    if (texts.some((text) => text !== '') || format !== '') {
      const first = id === libraryBlock ? hexBytes(format === '' ? '00' : format) : new Uint8Array();
      blocks.push(first && block(id, joinBytes([first, utf8Bytes(trimmed(texts).join('\0'))])));
    }
  }
  if (left.size > 0) return null;
  for (const { id, hex } of kept) {
    const data = hexBytes(hex);
    blocks.push(data && block(id, data));
  }
  const written = blocks.filter((one) => one !== null);
  if (written.length < blocks.length) return null;
  return joinBytes(written.length === 0 ? [] : [...written, [0]]);
}

function trimmed(texts: readonly string[]): readonly string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

function block(id: number, data: Uint8Array): Uint8Array | null {
  const wide = ((id >> 8) & 0xff) === wideId;
  const header = wide ? wideHeader : shortHeader;
  const length = header + data.length;
  if (length > longestBlock || id < 0 || (!wide && id > 0xffff) || id > 0xff_ffff) return null;
  const bytes = new Uint8Array(length);
  bytes[0] = length;
  bytes[1] = id & 0xff;
  bytes[2] = (id >> 8) & 0xff;
  if (wide) bytes[3] = id >> 16;
  bytes.set(data, header);
  bytes[header - 1] = bytes.reduce((sum, byte) => sum ^ byte, 0);
  return bytes;
}
