/** Texts and hex on tags. No decoder here throws: what is no text is null. */

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf8 = new TextEncoder();

/** A printable identifier of this many characters at most: longer than any profile can hold. */
const longestIdentifier = 64;

export function utf8Bytes(text: string): Uint8Array {
  return utf8.encode(text);
}

/** Null for what is not UTF-8. Short ASCII, by far the most common, does not wake the decoder. */
export function utf8Text(bytes: Uint8Array, start = 0, end = bytes.length): string | null {
  let text = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return decoded(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** ISO 8859-1: every byte is the character of that number. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Null when a character is outside ISO 8859-1. */
export function latin1Bytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return null;
    bytes[at] = code;
  }
  return bytes;
}

/** Upper-case, without spaces. */
export function hexText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16);
  return text.toUpperCase();
}

/** Hex digits in pairs, spaces between them allowed; null for anything else. */
export function hexBytes(text: string): Uint8Array | null {
  const digits = text.replaceAll(/\s/gu, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/iu.test(digits)) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/**
 * Whether a text can be the number of a copy or a card: not empty, nothing unprintable, no space at its ends. What
 * fails this was not read right, and must not reach the desk as a barcode.
 */
export function isIdentifier(text: string): boolean {
  if (text.length === 0 || text.length > longestIdentifier) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7e)
      return (
        /^[\p{L}\p{M}\p{N}\p{P}\p{S}](?:[\p{L}\p{M}\p{N}\p{P}\p{S} ]*[\p{L}\p{M}\p{N}\p{P}\p{S}])?$/u.test(
          text,
        ) && !text.includes('\uFFFD')
      );
    if (code < 0x20 || (code === 0x20 && (at === 0 || at === text.length - 1))) return false;
  }
  return true;
}

export function isAllZero(bytes: Uint8Array, start = 0): boolean {
  for (let at = start; at < bytes.length; at += 1) if (bytes[at] !== 0) return false;
  return true;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export function joinBytes(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
