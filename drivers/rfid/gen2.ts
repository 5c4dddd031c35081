import type { AirFailure, AirResult, UhfBank } from './air.ts';
import { failed } from './exchange.ts';

/** Most words in one command: what the M100 and RRU manuals allow for a write, and every family for a read. */
const mostWords = 32;

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}

/** @param hex an even number of hex digits */
export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

/** Two hex digits. */
export function hexByte(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}

/**
 * What a tag's error code means (EPC Gen2 annex I): 03 memory overrun, 04 locked, 0B not enough power. Only the low
 * four bits are sure to be handed on.
 */
export function tagFailure(code: number): AirFailure {
  switch (code & 0x0f) {
    case 0x02:
    case 0x04:
      return 'locked';
    case 0x0b:
      return 'weak';
    default:
      return 'refused';
  }
}

/** A part of a tag's bank, in words. */
export interface WordRange {
  readonly bank: UhfBank;
  readonly first: number;
  readonly count: number;
}

/** Reads a range in as many commands as it takes; the first that fails ends it. */
export async function readInParts(
  { bank, first, count }: WordRange,
  read: (part: WordRange) => Promise<AirResult<Uint8Array>>,
): Promise<AirResult<Uint8Array>> {
  const bytes = new Uint8Array(count * 2);
  for (let done = 0; done < count; done += mostWords) {
    const part = { bank, first: first + done, count: Math.min(mostWords, count - done) };
    const result = await read(part);
    if (!result.ok) return result;
    // A late or foreign answer: other words than those that were asked for.
    if (result.value.length !== part.count * 2) return failed('weak');
    bytes.set(result.value, done * 2);
  }
  return { ok: true, value: bytes };
}

/** Writes a range in as many commands as it takes. An EPC bank has at most 33 words, so that its EPC is one command. */
export async function writeInParts(
  first: number,
  bytes: Uint8Array,
  write: (first: number, part: Uint8Array) => Promise<AirResult<null>>,
): Promise<AirResult<null>> {
  if (bytes.length === 0 || bytes.length % 2 !== 0) return failed('refused');
  for (let done = 0; done < bytes.length; done += mostWords * 2) {
    const result = await write(first + done / 2, bytes.subarray(done, done + mostWords * 2));
    if (!result.ok) return result;
  }
  return { ok: true, value: null };
}
