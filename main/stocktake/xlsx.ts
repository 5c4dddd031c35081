import { inflateRawSync } from 'node:zlib';
import type { Row } from '../../domain/stocktake/delimited.ts';

/** Largest part of a workbook that is unpacked: a million rows come to less. */
const largestPart = 256 * 1024 * 1024;

/** Signatures and field places of APPNOTE.TXT 6.3 (ZIP). */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * Rows of the first sheet of an Excel workbook (ECMA-376: `xl/worksheets/sheet1.xml` with shared or inline strings).
 * Null when the bytes are no such workbook. Formulas give their stored value; dates stay numbers.
 */
export function readXlsx(bytes: Uint8Array): readonly Row[] | null {
  try {
    const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const sheet = parts('xl/worksheets/sheet1.xml');
    if (sheet === null) return null;
    const strings = [...(parts('xl/sharedStrings.xml') ?? '').matchAll(/<si\b[^>]*>([^]*?)<\/si>/gu)].map(
      ([, content = '']) => textOf(content),
    );
    return rowsOf(sheet, strings);
  } catch {
    // Node's own exceptions: places outside the file, data that does not inflate.
    return null;
  }
}

function partsOf(zip: Buffer): (name: string) => string | null {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end === -1 || zip.readUInt32LE(end) !== endOfDirectory) return () => null;
  const entries = new Map<string, { readonly at: number; readonly size: number; readonly method: number }>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== directoryEntry) break;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.set(zip.toString('utf8', at + 46, at + 46 + nameLength), {
      at: zip.readUInt32LE(at + 42),
      size: zip.readUInt32LE(at + 20),
      method: zip.readUInt16LE(at + 10),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    const start = entry.at + 30 + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28);
    const packed = zip.subarray(start, start + entry.size);
    const plain = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: largestPart });
    return plain.toString('utf8');
  };
}

function rowsOf(sheet: string, strings: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  for (const [, attributes = '', content = ''] of sheet.matchAll(/<row\b([^>]*?)(?:\/>|>([^]*?)<\/row>)/gu)) {
    const cells: string[] = [];
    for (const [, of = '', inside = ''] of content.matchAll(/<c\b([^>]*?)(?:\/>|>([^]*?)<\/c>)/gu)) {
      const column = columnOf(of) ?? cells.length;
      while (cells.length < column) cells.push('');
      const value = /<v\b[^>]*>([^]*?)<\/v>/u.exec(inside)?.[1] ?? '';
      const isShared = /\bt="s"/u.test(of);
      const isInline = /\bt="inlineStr"/u.test(of);
      cells[column] = isShared ? (strings[Number(value)] ?? '') : isInline ? textOf(inside) : plain(value);
    }
    const line = Number(/\br="(\d+)"/u.exec(attributes)?.[1] ?? rows.length + 1);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
  }
  return rows;
}

/** Excel has 16 384 columns: `A` … `XFD`. */
function columnOf(attributes: string): number | null {
  const letters = /\br="([A-Z]{1,3})\d+"/u.exec(attributes)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The runs of a rich text, one behind the other. */
function textOf(content: string): string {
  return [...content.matchAll(/<t\b[^>]*>([^]*?)<\/t>/gu)].map(([, text = '']) => plain(text)).join('');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text.replace(/&(?:#x([\dA-F]{1,6})|#(\d{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
