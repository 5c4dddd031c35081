import { normaliseText } from '../text/fold.ts';

/** Longest code any printed label or card carries here: a citizen-card QR is about 200 characters. */
export const maxScanLength = 512;

/** The spelling under which cards and copies are looked up: NFC, trimmed, upper case. */
export function normaliseCode(text: string): string {
  return normaliseText(text).trim().toLocaleUpperCase('vi');
}

/** True when a code holds characters no label carries: controls, or a replacement for a lost byte. */
export function hasControlCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cf}\ufffd]/u.test(text);
}
