/** Schemes 3, 4 and 5 of ISO 15962: ASCII in 5, 6 or 7 bits, when the letters allow it. */
import { bitsAt, createBitWriter } from './bits.ts';

interface BitScheme {
  readonly width: number;
  /** First and last character code, and the shortest text that may use the scheme. */
  readonly first: number;
  readonly last: number;
  readonly shortest: number;
  /** Bits that fill the last byte up; a whole group of them is no character. */
  readonly pad: number;
  charCode(group: number): number;
}

export const fiveBit: BitScheme = {
  width: 5,
  first: 0x41,
  last: 0x5f,
  shortest: 3,
  pad: 0b0000_0000,
  charCode: (group) => 0x40 | group,
};

export const sixBit: BitScheme = {
  width: 6,
  first: 0x20,
  last: 0x5f,
  shortest: 4,
  pad: 0b1000_0000,
  charCode: (group) => (group < 0x20 ? 0x40 | group : group),
};

export const sevenBit: BitScheme = {
  width: 7,
  first: 0x00,
  last: 0x7e,
  shortest: 8,
  pad: 0b1111_1111,
  charCode: (group) => group,
};

/** Null when a group stands for no character of the scheme. */
export function bitText(scheme: BitScheme, bytes: Uint8Array): string | null {
  const { width } = scheme;
  let groups = Math.floor((bytes.length * 8) / width);
  const padGroup = scheme.pad >> (8 - width);
  // Room for one more group than the text has: as many bits of filling as a character.
  const spare = groups > 0 && Math.ceil(((groups - 1) * width) / 8) === bytes.length;
  if (spare && bitsAt(bytes, (groups - 1) * width, width) === padGroup) groups -= 1;
  let text = '';
  for (let at = 0; at < groups; at += 1) {
    const code = scheme.charCode(bitsAt(bytes, at * width, width));
    if (code < scheme.first || code > scheme.last) return null;
    text += String.fromCharCode(code);
  }
  return text;
}

/** A space at the end would be taken for filling. */
export function fitsBits(scheme: BitScheme, text: string): boolean {
  if (text.length < scheme.shortest || (scheme === sixBit && text.endsWith(' '))) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < scheme.first || code > scheme.last) return false;
  }
  return true;
}

export function bitBytes(scheme: BitScheme, text: string): Uint8Array {
  const writer = createBitWriter();
  for (let at = 0; at < text.length; at += 1) writer.add(text.charCodeAt(at), scheme.width);
  return writer.finish(scheme.pad);
}
