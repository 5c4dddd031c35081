/** The compaction schemes of ISO 15962 under one roof: from bytes to text and back, and which one to write. */
import { hexBytes, hexText, latin1Bytes, latin1Text, utf8Bytes, utf8Text } from '../text.ts';
import { bitBytes, bitText, fitsBits, fiveBit, sevenBit, sixBit } from './bit-texts.ts';
import { codeElements, element, isilRead, isilWritten } from './elements.ts';
import { fitsIsil, isilBytes, isilText } from './isil.ts';
import { fitsInteger, fitsNumeric, integerBytes, integerText, numericBytes, numericText } from './numbers.ts';

const scheme = {
  application: 0,
  integer: 1,
  numeric: 2,
  fiveBit: 3,
  sixBit: 4,
  sevenBit: 5,
  octets: 6,
  utf8: 7,
} as const;

/** The text of an element; hex for bitmaps and one-byte codes. Null when the bytes are none of the scheme. */
export function expand(oid: number, code: number, bytes: Uint8Array): string | null {
  switch (code) {
    case scheme.application:
      return isilRead.has(oid) ? isilText(bytes) : hexText(bytes);
    case scheme.integer:
      return integerText(bytes);
    case scheme.numeric:
      return numericText(bytes);
    case scheme.fiveBit:
      return bitText(fiveBit, bytes);
    case scheme.sixBit:
      return bitText(sixBit, bytes);
    case scheme.sevenBit:
      return bitText(sevenBit, bytes);
    case scheme.octets:
      return codeElements.has(oid) && bytes.length === 1 ? hexText(bytes) : latin1Text(bytes);
    default:
      return utf8Text(bytes);
  }
}

/** Null when the scheme cannot hold the text. */
export function compact(oid: number, code: number, text: string): Uint8Array | null {
  switch (code) {
    case scheme.application:
      if (isilRead.has(oid)) return fitsIsil(text) ? isilBytes(text) : null;
      return hexBytes(text);
    case scheme.integer:
      return fitsInteger(text) ? integerBytes(text) : null;
    case scheme.numeric:
      return fitsNumeric(text) ? numericBytes(text) : null;
    case scheme.fiveBit:
      return fitsBits(fiveBit, text) ? bitBytes(fiveBit, text) : null;
    case scheme.sixBit:
      return fitsBits(sixBit, text) ? bitBytes(sixBit, text) : null;
    case scheme.sevenBit:
      return fitsBits(sevenBit, text) ? bitBytes(sevenBit, text) : null;
    case scheme.octets:
      return codeElements.has(oid) && /^[0-9A-F]{2}$/u.test(text) ? hexBytes(text) : latin1Bytes(text);
    case scheme.utf8:
      return utf8Bytes(text);
    default:
      return null;
  }
}

/**
 * The scheme to write with, in the order that real writers try them (dp2): the first that fits, UTF-8 in the end.
 * Titles are UTF-8 always, as the clarification of ISO 28560-2 wants, and so is the ONIX media format.
 */
export function chooseScheme(oid: number, text: string): number {
  if (oid === element.contentParameter || oid === element.usage) return scheme.application;
  if (oid === element.title || oid === element.onixMediaFormat) return scheme.utf8;
  if (isilWritten.has(oid) && fitsIsil(text)) return scheme.application;
  if (codeElements.has(oid) && /^[0-9A-F]{2}$/u.test(text)) return scheme.octets;
  if (fitsInteger(text)) return scheme.integer;
  if (fitsNumeric(text)) return scheme.numeric;
  if (fitsBits(fiveBit, text)) return scheme.fiveBit;
  if (fitsBits(sixBit, text)) return scheme.sixBit;
  return fitsBits(sevenBit, text) ? scheme.sevenBit : scheme.utf8;
}
