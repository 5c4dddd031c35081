/**
 * Bank 01 of a Gen2 tag: StoredCRC, protocol control word, EPC. PC word: bits 15–11 words of EPC, 10 user memory in
 * use, 9 extended PC, 8 ISO (the low byte is an AFI), 7–0 AFI or attributes (EPC Gen2 §6.3.2.1.2).
 */
import { storedCrc } from '../crc16.ts';
import type { WhyUnknown } from '../tag.ts';
import { isAllZero } from '../text.ts';

const wordBytes = 2;
/** Words that 5 bits can count. */
const mostWords = 31;
export const mostEpcBytes = mostWords * wordBytes;

export interface EpcBank {
  readonly pc: number;
  readonly epc: Uint8Array;
  readonly userInUse: boolean;
  readonly extended: boolean;
  /** Null when the tag is not of an ISO application. */
  readonly afi: number | null;
  /** Low byte of the PC word. */
  readonly attributes: number;
}

export type EpcBankReading =
  | { readonly ok: true; readonly bank: EpcBank }
  | { readonly ok: false; readonly why: WhyUnknown };

/**
 * Takes a bank from the StoredCRC or from the PC word. A checksum that matches decides; else the length in the PC word
 * does, and what follows the EPC has to be empty. A CRC of 0000 stands for one that was not read.
 */
export function readEpcBank(bytes: Uint8Array): EpcBankReading {
  const withCrc = bytes.length >= 4 && fits(bytes, 2);
  if (withCrc && storedCrc(bytes, 2, endOf(bytes, 2)) === wordAt(bytes, 0))
    return { ok: true, bank: bankAt(bytes, 2) };
  if (fits(bytes, 0) && isAllZero(bytes, endOf(bytes, 0)) && endOf(bytes, 0) > wordBytes)
    return { ok: true, bank: bankAt(bytes, 0) };
  if (withCrc && wordAt(bytes, 0) === 0 && isAllZero(bytes, endOf(bytes, 2)))
    return { ok: true, bank: bankAt(bytes, 2) };
  return { ok: false, why: withCrc ? 'checksum' : 'short' };
}

/** Whether the bytes are a bank with a StoredCRC that matches: so UHF is told from HF. */
export function hasStoredCrc(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && fits(bytes, 2) && storedCrc(bytes, 2, endOf(bytes, 2)) === wordAt(bytes, 0);
}

/** The PC word and the EPC, filled up to whole words. Null when it is longer than the PC word can say. */
export function writeEpcBank(
  epc: Uint8Array,
  parts: { readonly userInUse: boolean; readonly afi: number | null },
): Uint8Array | null {
  const words = Math.ceil(epc.length / wordBytes);
  if (words > mostWords) return null;
  const bytes = new Uint8Array(wordBytes + words * wordBytes);
  bytes[0] = (words << 3) | (parts.userInUse ? 4 : 0) | (parts.afi === null ? 0 : 1);
  bytes[1] = parts.afi ?? 0;
  bytes.set(epc, wordBytes);
  return bytes;
}

function bankAt(bytes: Uint8Array, start: number): EpcBank {
  const pc = wordAt(bytes, start);
  return {
    pc,
    epc: bytes.subarray(start + wordBytes, endOf(bytes, start)),
    userInUse: (pc & 0x400) !== 0,
    extended: (pc & 0x200) !== 0,
    afi: (pc & 0x100) === 0 ? null : pc & 0xff,
    attributes: pc & 0xff,
  };
}

function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function endOf(bytes: Uint8Array, start: number): number {
  return start + wordBytes + ((bytes[start] ?? 0) >> 3) * wordBytes;
}

function fits(bytes: Uint8Array, start: number): boolean {
  return bytes.length >= start + wordBytes && endOf(bytes, start) <= bytes.length;
}
