/** Tags without a data model: their number is the copy's, in one of four spellings that the site names. */
import { numericText } from './iso15962/numbers.ts';
import type { TagSettings } from './settings.ts';
import type { RawProfile } from './tag.ts';
import { hexBytes, hexText, utf8Bytes, utf8Text } from './text.ts';

const names: readonly string[] = ['raw-ascii', 'raw-bcd', 'raw-hex', 'raw-integer'] satisfies RawProfile[];

export function isRawProfile(profile: string): profile is RawProfile {
  return names.includes(profile);
}

/** The number in the bytes; null when they do not spell one, or one of another length than the site's. */
export function rawText(
  profile: RawProfile,
  bytes: Uint8Array,
  length: TagSettings['raw']['length'],
): string | null {
  const text = spelled(profile, bytes);
  if (text === null) return null;
  const filled = profile === 'raw-integer' && length !== null ? text.padStart(length, '0') : text;
  return length === null || filled.length === length ? filled : null;
}

function spelled(profile: RawProfile, bytes: Uint8Array): string | null {
  switch (profile) {
    case 'raw-ascii': {
      const text = utf8Text(bytes, 0, endOf(bytes, [0x00, 0x20]));
      return text !== null && /^[\u0021-\u007e]+$/u.test(text) ? text : null;
    }
    case 'raw-bcd':
      return numericText(bytes.subarray(0, endOf(bytes, [0xff])));
    case 'raw-hex':
      return bytes.length === 0 ? null : hexText(bytes);
    case 'raw-integer':
      return bytes.length === 0 ? null : BigInt(`0x${hexText(bytes)}`).toString();
  }
}

/** Where the bytes that fill up at the end begin. */
function endOf(bytes: Uint8Array, fillers: readonly number[]): number {
  return bytes.findLastIndex((byte) => !fillers.includes(byte)) + 1;
}

/** Null when the spelling cannot hold the number. */
export function rawBytes(profile: RawProfile, text: string): Uint8Array | null {
  switch (profile) {
    case 'raw-ascii':
      return /^[\u0021-\u007e]+$/u.test(text) ? utf8Bytes(text) : null;
    case 'raw-bcd':
      return /^\d{2,}$/u.test(text) ? hexBytes(text.length % 2 === 0 ? text : `${text}f`) : null;
    case 'raw-hex':
      return text === '' ? null : hexBytes(text);
    case 'raw-integer':
      return /^\d{1,64}$/u.test(text) ? evenHex(BigInt(text).toString(16)) : null;
  }
}

function evenHex(hex: string): Uint8Array | null {
  return hexBytes(hex.length % 2 === 0 ? hex : `0${hex}`);
}
