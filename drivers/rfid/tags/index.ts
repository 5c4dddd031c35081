/**
 * The data models of library tags: pure functions from bytes to words and back. Readers bring the bytes
 * (`drivers/rfid/air.ts`); what a tag means for a loan is decided elsewhere.
 */
export { decodeTag } from './decode-tag.ts';
export { encodeTag } from './encode-tag.ts';
export { withLoanFlag } from './alliance/epc.ts';
export { parseTid } from './uhf/tid.ts';
export { hasStoredCrc } from './uhf/epc-bank.ts';
export { hexBytes, hexText } from './text.ts';
export { defaultTagSettings } from './settings.ts';
export type { TagSettings } from './settings.ts';
export { tagProfiles } from './tag.ts';
export type {
  EncodedTag,
  TagContent,
  TagEncoding,
  TagMemory,
  TagProblem,
  TagProfile,
  TagReading,
} from './tag.ts';
