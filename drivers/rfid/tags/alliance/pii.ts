/**
 * The item number in the EPC of the Chinese university alliance's UHF model, in one of three codes. Layouts and pairs:
 * dp2 (DigitalPlatform, Apache-2.0) `TestGaoxiao.cs`. Short numbers are a count and ASCII; longer ones are packed into
 * little-endian words: count in the lowest 4 bits, then the last character, then 6 bits each for the others.
 */
import { joinBytes, sameBytes, utf8Bytes, utf8Text } from '../text.ts';

export type PiiCode = 0 | 1 | 2;
const piiCodes = { bits96: 0, bits128: 1, utf8: 2 } as const;

const longest = 14;
/** Numbers of fewer characters are a count and ASCII. */
const packedFrom = { bits96: 8, bits128: 12 } as const;
const packedBytes = { bits96: 8, bits128: 12 } as const;
const charBase = 0x30;

/** The number in the bytes after the head of the EPC. Null unless they are just what a writer makes of it, and 00. */
export function piiText(code: number, bytes: Uint8Array): string | null {
  const text = roughText(code, bytes);
  const written = text === null ? null : piiBytes(code, text);
  if (written === null || written.length > bytes.length) return null;
  const padded = joinBytes([written, new Uint8Array(bytes.length - written.length)]);
  return sameBytes(padded, bytes) ? text : null;
}

function roughText(code: number, bytes: Uint8Array): string | null {
  const length = (bytes[0] ?? 0) & 0x0f;
  if (code === piiCodes.utf8) {
    const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
    return utf8Text(bytes, 0, end);
  }
  if (code !== piiCodes.bits96 && code !== piiCodes.bits128) return null;
  const shape = code === piiCodes.bits96 ? 'bits96' : 'bits128';
  if (length < packedFrom[shape]) return utf8Text(bytes, 1, 1 + length);
  if (length > longest || bytes.length < packedBytes[shape]) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const low = view.getUint32(0, true);
  const last = String.fromCharCode((low >>> 4) & 0xff);
  if (shape === 'bits128') {
    const head = chars(view.getUint32(8, true), 5) + chars(view.getUint32(4, true), 5);
    return head + chars(low >>> 12, length - 11) + last;
  }
  const high = view.getUint32(4, true);
  const fourth = (low >>> 30) | ((high & 3) << 2);
  return (
    chars((low >>> 12) & 0x3_ffff, 3) + String(fourth) + String(high >>> 2).padStart(length - 5, '0') + last
  );
}

/** The last `count` groups of 6 bits. */
function chars(value: number, count: number): string {
  let text = '';
  for (let at = count - 1; at >= 0; at -= 1)
    text += String.fromCharCode(((value >>> (at * 6)) & 0x3f) + charBase);
  return text;
}

/** The shortest code that holds a number. */
export function piiCodeOf(text: string): PiiCode {
  if (piiBytes(piiCodes.bits96, text)) return piiCodes.bits96;
  return piiBytes(piiCodes.bits128, text) ? piiCodes.bits128 : piiCodes.utf8;
}

/** Null when the code cannot hold the number. */
export function piiBytes(code: number, text: string): Uint8Array | null {
  if (code === piiCodes.utf8) return text === '' || text.includes('\0') ? null : utf8Bytes(text);
  if (!/^[\u0020-\u007e]{1,14}$/u.test(text)) return null;
  if (text.length < packedFrom[code === piiCodes.bits96 ? 'bits96' : 'bits128'])
    return joinBytes([[text.length], utf8Bytes(text)]);
  return code === piiCodes.bits96 ? packed96(text) : packed128(text);
}

/** Three capitals or digits, digits, any last character. */
function packed96(text: string): Uint8Array | null {
  if (!/^[A-Z0-9]{3}\d+.$/u.test(text)) return null;
  const view = new DataView(new ArrayBuffer(packedBytes.bits96));
  const fourth = Number(text[3]);
  view.setUint32(0, ((fourth & 3) << 30) | (packed(text, 0, 3) << 12) | tail(text), true);
  view.setUint32(4, Number(text.slice(4, -1)) * 4 + (fourth >> 2), true);
  return new Uint8Array(view.buffer);
}

/** Capitals or digits, any last character. */
function packed128(text: string): Uint8Array | null {
  if (!/^[A-Z0-9]+.$/u.test(text)) return null;
  const view = new DataView(new ArrayBuffer(packedBytes.bits128));
  view.setUint32(0, (packed(text, 10, text.length - 1) << 12) | tail(text), true);
  view.setUint32(4, packed(text, 5, 10), true);
  view.setUint32(8, packed(text, 0, 5), true);
  return new Uint8Array(view.buffer);
}

function packed(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) value = (value << 6) | (text.charCodeAt(at) - charBase);
  return value;
}

function tail(text: string): number {
  return (text.charCodeAt(text.length - 1) << 4) | text.length;
}
