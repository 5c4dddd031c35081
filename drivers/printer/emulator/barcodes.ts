import { blacken, blankBitmap } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';
import { code128Elements } from '../code128.ts';

/** Set by `GS h`, `GS w`, `GS H`. */
export interface BarcodeMode {
  readonly height: number;
  readonly module: number;
  readonly label: 'none' | 'above' | 'below' | 'both';
}

export const startBarcodeMode: BarcodeMode = { height: 162, module: 3, label: 'none' };

/** Bars and the text that `GS H` prints with them. */
export interface Barcode {
  readonly picture: Bitmap;
  readonly text: string;
}

/** Draws what `GS k` asks for; null for a kind not drawn here, or data the kind cannot hold. */
export function drawBarcode(kind: number, data: Uint8Array, mode: BarcodeMode): Barcode | null {
  if (kind === 73) return code128(data, mode);
  if (kind === 4 || kind === 69) return code39(data, mode);
  if (kind === 6 || kind === 71) return codabar(data, mode);
  return null;
}

const starts: ReadonlyMap<string, number> = new Map([
  ['A', 103],
  ['B', 104],
  ['C', 105],
]);
/** Values that change to another code set, the same in the two other sets. */
const changes: ReadonlyMap<string, number> = new Map([
  ['A', 101],
  ['B', 100],
  ['C', 99],
]);

/** The data names its code sets itself: `{A`, `{B`, `{C`; `{1` is FNC1, `{{` a brace. In set C a byte is a pair. */
function code128(data: Uint8Array, mode: BarcodeMode): Barcode | null {
  const values: number[] = [];
  let set = '';
  let text = '';
  for (let at = 0; at < data.length; at += 1) {
    const byte = data[at] ?? 0;
    const next = byte === 0x7b ? String.fromCharCode(data[at + 1] ?? 0) : '';
    const start = starts.get(next);
    if (start !== undefined) {
      values.push(set === '' ? start : (changes.get(next) ?? start));
      set = next;
      at += 1;
    } else if (next === '1') {
      values.push(102);
      at += 1;
    } else {
      if (next === '{') at += 1;
      const value = code128Value(set, byte);
      if (value === null) return null;
      values.push(value);
      text += set === 'C' ? String(byte).padStart(2, '0') : String.fromCharCode(byte);
    }
  }
  if (values.length < 2) return null;
  return { picture: bars(code128Elements(values), mode.module, mode.height), text };
}

function code128Value(set: string, byte: number): number | null {
  if (set === 'C') return byte < 100 ? byte : null;
  if (set === 'A') return byte < 0x20 ? byte + 64 : byte < 0x60 ? byte - 32 : null;
  return set === 'B' && byte >= 0x20 && byte < 0x80 ? byte - 32 : null;
}

/** ISO/IEC 16388: nine elements a character, bar first, W wide. */
const code39Characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *$/+%';
const code39Patterns = (
  'nnnwwnwnn wnnwnnnnw nnwwnnnnw wnwwnnnnn nnnwwnnnw wnnwwnnnn nnwwwnnnn nnnwnnwnw wnnwnnwnn nnwwnnwnn ' +
  'wnnnnwnnw nnwnnwnnw wnwnnwnnn nnnnwwnnw wnnnwwnnn nnwnwwnnn nnnnnwwnw wnnnnwwnn nnwnnwwnn nnnnwwwnn ' +
  'wnnnnnnww nnwnnnnww wnwnnnnwn nnnnwnnww wnnnwnnwn nnwnwnnwn nnnnnnwww wnnnnnwwn nnwnnnwwn nnnnwnwwn ' +
  'wwnnnnnnw nwwnnnnnw wwwnnnnnn nwnnwnnnw wwnnwnnnn nwwnwnnnn nwnnnnwnw wwnnnnwnn nwwnnnwnn nwnnwnwnn ' +
  'nwnwnwnnn nwnwnnnwn nwnnnwnwn nnnwnwnwn'
).split(' ');

function code39(data: Uint8Array, mode: BarcodeMode): Barcode | null {
  const text = String.fromCharCode(...data).replaceAll('*', '');
  const elements: number[] = [];
  for (const character of `*${text}*`) {
    const pattern = code39Patterns[code39Characters.indexOf(character)];
    if (pattern === undefined) return null;
    // Wide elements are two and a half narrow ones; a narrow gap parts the characters.
    elements.push(...[...pattern].map((width) => (width === 'w' ? 2.5 : 1)), 1);
  }
  return { picture: bars(elements, mode.module, mode.height), text };
}

/** AIM USS-Codabar: seven elements a character, bar first, 1 = wide. */
const codabarPatterns: ReadonlyMap<string, string> = new Map(
  (
    '0:0000011 1:0000110 2:0001001 3:1100000 4:0010010 5:1000010 6:0100001 7:0100100 8:0110000 9:1001000 ' +
    '-:0001100 $:0011000 /:1010001 .:1010100 +:0010101 A:0011010 B:0101001 C:0001011 D:0001110'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(2)] as const),
);

function codabar(data: Uint8Array, mode: BarcodeMode): Barcode | null {
  const text = String.fromCharCode(...data);
  const elements: number[] = [];
  for (const character of text) {
    // The colon cannot stand in the table above, which it divides.
    const pattern = character === ':' ? '1000101' : codabarPatterns.get(character);
    if (pattern === undefined) return null;
    elements.push(...[...pattern].map((width) => (width === '1' ? 2.5 : 1)), 1);
  }
  return { picture: bars(elements, mode.module, mode.height), text };
}

function bars(elements: readonly number[], module: number, height: number): Bitmap {
  const widths = elements.map((width) => Math.round(width * module));
  const picture = blankBitmap(
    widths.reduce((sum, width) => sum + width, 0),
    height,
  );
  let left = 0;
  widths.forEach((width, index) => {
    if (index % 2 === 0) {
      for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) blacken(picture, left + x, y);
    }
    left += width;
  });
  return picture;
}
