import type { FixedLayout, TagBlock, TagObject, TagParts, TagUsage, WhyUnknown } from '../tag.ts';
import type { TagSettings } from '../settings.ts';
import { isAllZero, isIdentifier, utf8Text } from '../text.ts';
import { usageOf } from '../usage.ts';
import { basic, basicCrc, fixedVersion, reverseBlocks, writtenCrc } from './basic-block.ts';
import { readExtensions } from './blocks.ts';

/** An ISO 28560-3 tag whose CRC matched. */
interface FixedTag {
  readonly id: string;
  readonly owner: string | null;
  readonly usage: TagUsage;
  readonly parts: TagParts | null;
  readonly objects: readonly TagObject[];
  readonly blocks: readonly TagBlock[];
  readonly complete: boolean;
  readonly layout: FixedLayout;
}

/** `blank`: a formatted tag that nobody has given a number. */
export type FixedDecoding =
  | { readonly ok: true; readonly tag: FixedTag }
  | { readonly ok: false; readonly why: WhyUnknown | 'blank' };

/**
 * Reads user memory as ISO 28560-3. The CRC decides: the bytes as they lie, or reversed in every block; 32-byte tags
 * with their owner filled up by 00 or, as one writer does, not. Bytes that were not read count as 00.
 */
export function decodeFixed(bytes: Uint8Array, partOrder: TagSettings['partOrder']): FixedDecoding {
  if (bytes.length <= basic.country) return { ok: false, why: 'short' };
  if (checksumMatches(bytes)) return contentOf(bytes, false, partOrder);
  const reversed = reverseBlocks(bytes);
  if (reversed.length > basic.country && checksumMatches(reversed))
    return contentOf(reversed, true, partOrder);
  return { ok: false, why: 'checksum' };
}

function checksumMatches(bytes: Uint8Array): boolean {
  const written = writtenCrc(bytes);
  if (basicCrc(bytes) === written) return true;
  return bytes.length === basic.shortEnd && basicCrc(bytes, basic.shortEnd) === written;
}

function contentOf(
  bytes: Uint8Array,
  blocksReversed: boolean,
  partOrder: TagSettings['partOrder'],
): FixedDecoding {
  const id = fieldText(bytes, basic.id, basic.idEnd);
  if (id === '' && isAllZero(bytes.subarray(basic.country)) && isAllZero(bytes.subarray(0, basic.id)))
    return { ok: false, why: 'blank' };
  if (id === '') return { ok: false, why: 'no-identifier' };
  if (id === null || !isIdentifier(id)) return { ok: false, why: 'damaged' };
  const nibbles = nibblesOf(bytes[basic.usage] ?? 0);
  if (!nibbles) return { ok: false, why: 'damaged' };
  return {
    ok: true,
    tag: {
      id,
      owner: ownerOf(bytes),
      usage: usageOf(nibbles.usage, 0),
      parts: partsOf(bytes[basic.firstPart] ?? 0, bytes[basic.secondPart] ?? 0, partOrder),
      ...readExtensions(bytes, basic.end),
      layout: { nibbleOrder: nibbles.order, blocksReversed },
    },
  };
}

/** The version is always 1: the nibble that is 1 is it, and the other one is the usage (`reference/devices.md` §1.2). */
function nibblesOf(
  byte: number,
): { readonly usage: number; readonly order: FixedLayout['nibbleOrder'] } | null {
  const high = byte >> 4;
  const low = byte & 0x0f;
  if (high === fixedVersion && low === fixedVersion) return { usage: fixedVersion, order: null };
  if (low === fixedVersion) return { usage: high, order: 'usage-high' };
  return high === fixedVersion ? { usage: low, order: 'version-high' } : null;
}

/** A part number above the number of parts was written in the other order. */
function partsOf(first: number, second: number, order: TagSettings['partOrder']): TagParts | null {
  if (first === 0 || second === 0) return null;
  const [total, number] = order === 'total-first' ? [first, second] : [second, first];
  return number > total ? { number: total, total: number } : { number, total };
}

/** Country and the rest of the ISIL, without the hyphen that stands between them in print. */
function ownerOf(bytes: Uint8Array): string | null {
  const country = fieldText(bytes, basic.country, basic.owner);
  const rest = fieldText(bytes, basic.owner, basic.end);
  if (country === null || rest === null) return null;
  if (country === '' || rest === '') return country + rest === '' ? null : country + rest;
  return `${country}-${rest}`;
}

/** Up to the first NUL. */
function fieldText(bytes: Uint8Array, start: number, end: number): string | null {
  let stop = start;
  while (stop < end && (bytes[stop] ?? 0) !== 0) stop += 1;
  return utf8Text(bytes, start, stop);
}
