/** Schemes 1 and 2 of ISO 15962: decimal numbers as an integer, and as nibbles where a leading 0 counts. */

/** 19 digits at most, so 8 bytes at most. */
const longestInteger = 8;
const largestInteger = 9_999_999_999_999_999_999n;
/** Up to 6 bytes a number is exact; above, big integers are needed, which are ten times slower. */
const exactBytes = 6;

/** Scheme 1. A single digit is no integer of this scheme, and so no number was written. */
export function integerText(bytes: Uint8Array): string | null {
  if (bytes.length === 0 || bytes.length > longestInteger) return null;
  if (bytes.length <= exactBytes) {
    let value = 0;
    for (const byte of bytes) value = value * 256 + byte;
    return value < 10 ? null : String(value);
  }
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value < 10n || value > largestInteger ? null : String(value);
}

export function fitsInteger(text: string): boolean {
  return /^[1-9]\d{1,18}$/u.test(text);
}

/** Big-endian, as few bytes as hold it. @param text decimal digits */
export function integerBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let value = BigInt(text); value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  return Uint8Array.from(bytes);
}

/** Scheme 2: a digit in every nibble; F fills up the last one. */
export function numericText(bytes: Uint8Array): string | null {
  let text = '';
  for (const [at, byte] of bytes.entries()) {
    const high = byte >> 4;
    const low = byte & 0x0f;
    const last = at === bytes.length - 1;
    if (high > 9 || (low > 9 && !(last && low === 0x0f))) return null;
    text += low > 9 ? String(high) : `${high}${low}`;
  }
  return text.length < 2 ? null : text;
}

export function fitsNumeric(text: string): boolean {
  return /^\d{2,}$/u.test(text);
}

export function numericBytes(text: string): Uint8Array {
  const digits = text.length % 2 === 0 ? text : `${text}f`;
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  );
}
