/** Just enough of WOFF 1.0 and sfnt (OpenType 1.9) to take a TrueType font apart and put it together again. */

export type FontTables = ReadonlyMap<string, Uint8Array>;

const woffSignature = 0x774f4646;
const trueTypeFlavor = 0x00010000;

/** The tables of a WOFF 1.0 file with TrueType outlines. Rejects for any other file. */
export async function readWoff(file: Uint8Array): Promise<FontTables> {
  const view = viewOf(file);
  if (view.getUint32(0) !== woffSignature || view.getUint32(4) !== trueTypeFlavor) {
    throw new Error('Not a WOFF 1.0 file with TrueType outlines.');
  }
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(12); index += 1) {
    const entry = 44 + index * 20;
    const start = view.getUint32(entry + 4);
    const packed = file.slice(start, start + view.getUint32(entry + 8));
    const size = view.getUint32(entry + 12);
    tables.set(tagAt(view, entry), packed.length < size ? await inflate(packed) : packed);
  }
  return tables;
}

/** A TrueType file of these tables. */
export function writeSfnt(tables: FontTables): Uint8Array<ArrayBuffer> {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = 12 + sorted.length * 16;
  const size = sorted.reduce((sum, [, data]) => sum + padded(data.length), head);
  const file = new Uint8Array(size);
  const view = viewOf(file);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, trueTypeFlavor);
  view.setUint16(4, sorted.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (sorted.length - power) * 16);
  let at = head;
  for (const [index, [tag, data]] of sorted.entries()) {
    const entry = 12 + index * 16;
    file.set(data, at);
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, checksum(view, at, padded(data.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, data.length);
    at += padded(data.length);
  }
  return file;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(at + letter)));
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
