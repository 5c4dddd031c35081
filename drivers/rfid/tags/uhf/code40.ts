/**
 * URN Code 40 (ISO/IEC 15962): three characters in a word, `1600·a + 40·b + c + 1`. Bytes above FA begin an escape: FB
 * a long number, FC a character of ISO 646, FD and FE a character of 2 or 3 bytes of UTF-8. 00 fills up at the end.
 */
import { joinBytes, utf8Bytes, utf8Text } from '../text.ts';

/** Character of each value; 0 fills a word up. */
const alphabet = '\0ABCDEFGHIJKLMNOPQRSTUVWXYZ-.:0123456789';
const first = 1600;
const second = 40;
const escapes = { number: 0xfb, ascii: 0xfc, twoBytes: 0xfd, threeBytes: 0xfe } as const;

/** A long number has 9 to 24 digits in 4 to 19 bytes. */
const fewestDigits = 9;
const mostDigits = 24;
const fewestBytes = 4;

/** Null when the bytes are not of this code. */
export function code40Text(bytes: Uint8Array): string | null {
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const piece = pieceAt(bytes, at);
    if (piece === null) return null;
    // Only filling begins with 00: whatever came after it would be hidden.
    if (piece.text === '') return bytes.subarray(at).every((byte) => byte === 0) ? text : null;
    text += piece.text;
    at += piece.length;
  }
  return text;
}

interface Piece {
  readonly text: string;
  readonly length: number;
}

function pieceAt(bytes: Uint8Array, at: number): Piece | null {
  const lead = bytes[at] ?? 0;
  switch (lead) {
    case escapes.number:
      return longNumber(bytes, at);
    case escapes.ascii:
      return escaped(bytes, at, 1);
    case escapes.twoBytes:
      return escaped(bytes, at, 2);
    case escapes.threeBytes:
      return escaped(bytes, at, 3);
    default:
      return lead === 0 ? { text: '', length: 1 } : word(bytes, at);
  }
}

function word(bytes: Uint8Array, at: number): Piece | null {
  const low = bytes[at + 1];
  if (low === undefined) return null;
  const value = (((bytes[at] ?? 0) << 8) | low) - 1;
  const codes = [Math.floor(value / first), Math.floor((value % first) / second), value % second];
  let text = '';
  let filled = false;
  for (const code of codes) {
    const char = alphabet[code];
    if (char === undefined || (filled && code !== 0)) return null;
    if (code === 0) filled = true;
    else text += char;
  }
  return text === '' ? null : { text, length: 2 };
}

/** One character of so many bytes, and not of fewer. */
function escaped(bytes: Uint8Array, at: number, length: number): Piece | null {
  const end = at + 1 + length;
  const text = end > bytes.length ? null : utf8Text(bytes, at + 1, end);
  if (text === null || [...text].length !== 1 || text < ' ') return null;
  return { text, length: 1 + length };
}

function longNumber(bytes: Uint8Array, at: number): Piece | null {
  const sizes = bytes[at + 1];
  if (sizes === undefined) return null;
  const digits = (sizes >> 4) + fewestDigits;
  const end = at + 2 + (sizes & 0x0f) + fewestBytes;
  if (end > bytes.length) return null;
  let value = 0n;
  for (const byte of bytes.subarray(at + 2, end)) value = (value << 8n) | BigInt(byte);
  const text = String(value);
  return text.length > digits ? null : { text: text.padStart(digits, '0'), length: end - at };
}

/** Filled up to whole words. Null when a character has no escape (4 bytes of UTF-8). */
export function code40Bytes(text: string): Uint8Array | null {
  const parts: Uint8Array[] = [];
  // Runs of one kind: digits long enough for a number, characters of the table, single other characters.
  for (const [run] of text.matchAll(/\d{9,24}|(?:(?!\d{9})[A-Z0-9.:-])+|[^]/gu)) {
    const bytes = runBytes(run);
    if (!bytes) return null;
    parts.push(bytes);
  }
  const bytes = joinBytes(parts);
  return bytes.length % 2 === 0 ? bytes : joinBytes([bytes, [0]]);
}

function runBytes(run: string): Uint8Array | null {
  if (/^\d{9,}$/u.test(run)) return numberBytes(run);
  if (/^[A-Z0-9.:-]+$/u.test(run)) return wordBytes(run);
  const bytes = utf8Bytes(run);
  const lead = [escapes.ascii, escapes.twoBytes, escapes.threeBytes][bytes.length - 1];
  return lead === undefined ? null : joinBytes([[lead], bytes]);
}

function wordBytes(run: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < run.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((offset) => Math.max(0, alphabet.indexOf(run[at + offset] ?? '\0')));
    const value = first * (a ?? 0) + second * (b ?? 0) + (c ?? 0) + 1;
    bytes.push(value >> 8, value & 0xff);
  }
  return Uint8Array.from(bytes);
}

function numberBytes(run: string): Uint8Array | null {
  if (run.length > mostDigits) return null;
  const hex = BigInt(run).toString(16);
  const length = Math.max(fewestBytes, Math.ceil(hex.length / 2));
  const padded = hex.padStart(length * 2, '0');
  const value = Array.from({ length }, (_, at) => Number.parseInt(padded.slice(at * 2, at * 2 + 2), 16));
  return Uint8Array.from([
    escapes.number,
    ((run.length - fewestDigits) << 4) | (length - fewestBytes),
    ...value,
  ]);
}
