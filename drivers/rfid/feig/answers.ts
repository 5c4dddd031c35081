/** What the answers of FEIG readers say: the data after STATUS (reference/devices.md §2.1). */
import type { HfTagInfo } from '../air.ts';

/** A tag of an inventory. `type` is FEIG's TR-TYPE: 03 is ISO 15693. */
export interface FeigTag {
  readonly type: number;
  readonly dsfid: number;
  /** Upper-case hex, most significant byte first. */
  readonly uid: string;
}

/** TR-TYPE, DSFID, UID(8). */
const tagBytes = 10;

/** @returns null when the records are not HF tags of 10 bytes each, as a UHF reader sends */
export function readInventory(data: Uint8Array): readonly FeigTag[] | null {
  const count = data[0] ?? 0;
  if (data.length !== (data.length === 0 ? 0 : 1) + count * tagBytes) return null;
  return Array.from({ length: count }, (_, index) => {
    const at = 1 + index * tagBytes;
    return { type: data[at] ?? 0, dsfid: data[at + 1] ?? 0, uid: hex(data.subarray(at + 2, at + tagBytes)) };
  });
}

/**
 * Blocks of a "read multiple": DB-N DB-SIZE, then each block behind a byte of security status, which some firmware
 * leaves out.
 * @returns null when the lengths do not add up
 */
export function readBlocks(
  data: Uint8Array,
): { readonly count: number; readonly size: number; readonly bytes: Uint8Array } | null {
  const [count = 0, size = 0] = data;
  const rest = data.length - 2;
  if (count === 0 || size === 0) return null;
  if (rest === count * size) return { count, size, bytes: data.slice(2) };
  if (rest !== count * (size + 1)) return null;
  const bytes = new Uint8Array(count * size);
  for (let block = 0; block < count; block += 1) {
    const at = 2 + block * (size + 1) + 1;
    bytes.set(data.subarray(at, at + size), block * size);
  }
  return { count, size, bytes };
}

/**
 * System information: DSFID UID(8) AFI MEM-SIZE(2) IC-REF (FEIG manual H01113-4e, ID ISC.MR102, p. 101).
 * MEM-SIZE is block size − 1 and number of blocks − 1; which of the two comes first is not stated [R], so the one that
 * is a usual block size (4 or 8 bytes) is taken for it.
 */
export function readSystemInfo(data: Uint8Array): (HfTagInfo & { readonly uid: string }) | null {
  if (data.length < 10) return null;
  const first = data[10];
  const second = data[11];
  const uid = hex(data.subarray(1, 9));
  const base = { uid, dsfid: data[0] ?? null, afi: data[9] ?? null };
  if (first === undefined || second === undefined) return { ...base, blockSize: null, blockCount: null };
  const turned = !isUsualSize(first) && isUsualSize(second);
  const [size, count] = turned ? [second, first] : [first, second];
  return { ...base, blockSize: (size & 0x1f) + 1, blockCount: count + 1 };
}

/** Software version: SW-REV(2) D-REV HW-TYPE SW-TYPE TR-TYPE(2). */
export function readSoftwareVersion(
  data: Uint8Array,
): { readonly firmware: string; readonly type: string } | null {
  const [major, minor, , , type] = data;
  if (major === undefined || minor === undefined || type === undefined) return null;
  return { firmware: `${major}.${String(minor).padStart(2, '0')}`, type: hex(Uint8Array.of(type)) };
}

/** Each block with its bytes turned round. */
export function turnBlocks(bytes: Uint8Array, size: number): Uint8Array {
  const turned = Uint8Array.from(bytes);
  for (let at = 0; at < turned.length; at += size) turned.subarray(at, at + size).reverse();
  return turned;
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}

function isUsualSize(byte: number): boolean {
  return byte === 3 || byte === 7;
}
