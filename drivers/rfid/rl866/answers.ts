/** What RL866 readers answer, and the UIDs in it (reference/devices.md §2.2). Words are sent low byte first. */
import type { HfTagInfo } from '../air.ts';
import { iso15693 } from './numbers.ts';

/** INF of an answer without its chain: STATUS 0 is "done". */
export interface Rl866Answer {
  readonly command: number;
  readonly status: number;
  readonly data: Uint8Array;
}

/** A tag as the reader reports it: what it wants to be told again to connect. */
export interface Rl866Tag {
  /** Upper-case hex, most significant byte first; the line has it the other way round. */
  readonly uid: string;
  readonly antenna: number | null;
  readonly protocol: number;
  readonly tagType: number;
}

interface Rl866Report {
  /** Whether there are tags that did not fit: the inventory is to be continued. */
  readonly more: boolean;
  readonly tags: readonly Rl866Tag[];
}

export function readAnswer(inf: Uint8Array): Rl866Answer | null {
  const [command, low, high] = inf;
  if (command === undefined || low === undefined || high === undefined) return null;
  return { command, status: low | (high << 8), data: inf.slice(3) };
}

/**
 * Tag report: stop type, number of tags (2), number in this report, then each tag: flags and the fields they name.
 * The serial number of an ISO 15693 tag is 8 bytes and one more.
 * @returns null when it does not add up, or carries fields that have no published size
 */
export function readReport(data: Uint8Array): Rl866Report | null {
  const [stop, , , count] = data;
  if (stop === undefined || count === undefined) return null;
  const tags: Rl866Tag[] = [];
  let at = 4;
  for (let index = 0; index < count; index += 1) {
    const flags = data[at] ?? 0;
    // Memory bits and results of embedded commands were not asked for.
    if ((flags & 0x90) !== 0) return null;
    at += 1;
    const field = (bit: number): number | null => {
      if ((flags & bit) === 0) return null;
      at += 1;
      return data[at - 1] ?? 0;
    };
    const antenna = field(0x01);
    const protocol = field(0x02) ?? 0;
    const tagType = field(0x04) ?? 0;
    const length = field(0x08) ?? 0;
    const serial = data.subarray(at, at + length);
    at += length;
    if (at > data.length) return null;
    if (protocol === iso15693 && length >= 8)
      tags.push({ uid: turned(serial.subarray(0, 8)), antenna, protocol, tagType });
  }
  return at === data.length ? { more: stop === 1, tags } : null;
}

/** Result of one access: its length (EBV), code (2), 1 for done or 0 with an error word, data. */
export function readAccess(
  data: Uint8Array,
): { readonly code: number; readonly error: number | null; readonly data: Uint8Array } | null {
  const extended = ((data[0] ?? 0) & 0x80) !== 0;
  const length = extended ? (((data[0] ?? 0) & 0x7f) << 7) | ((data[1] ?? 0) & 0x7f) : (data[0] ?? 0);
  const result = data.subarray(extended ? 2 : 1);
  const [low = 0, high = 0, done] = result;
  if (done === undefined || length !== result.length) return null;
  const rest = result.slice(3);
  const code = low | (high << 8);
  if (done === 1) return { code, error: null, data: rest };
  return rest.length < 2 ? null : { code, error: word(rest, 0), data: rest };
}

/** Number of blocks (2), then the blocks. */
export function readBlockData(data: Uint8Array, count: number): Uint8Array | null {
  const bytes = data.slice(2);
  return word(data, 0) === count && bytes.length > 0 && bytes.length % count === 0 ? bytes : null;
}

/** Flags, UID(8), DSFID, AFI, number of blocks − 1, block size − 1, IC reference; the flags say what is meant. */
export function readSystemInfo(data: Uint8Array): HfTagInfo | null {
  const [flags = 0] = data;
  if (data.length < 13) return null;
  const when = (bit: number, at: number): number | null => ((flags & bit) === 0 ? null : (data[at] ?? null));
  const blocks = when(0x04, 11);
  const size = when(0x04, 12);
  return {
    dsfid: when(0x01, 9),
    afi: when(0x02, 10),
    blockSize: size === null ? null : size + 1,
    blockCount: blocks === null ? null : blocks + 1,
  };
}

/** Length in an extensible bit vector: 7 bits in a byte, the top bit where another follows. @param value below 16 384 */
export function ebv(value: number): readonly number[] {
  return value < 0x80 ? [value] : [0x80 | (value >> 7), value & 0x7f];
}

/** UID as it is on the line. @param uid upper-case hex, most significant byte first */
export function uidBytes(uid: string): readonly number[] {
  return [...Buffer.from(uid, 'hex')].toReversed();
}

/** Low byte first. */
export function wordBytes(value: number): readonly [number, number] {
  return [value & 0xff, value >> 8];
}

function turned(bytes: Uint8Array): string {
  return Buffer.from(bytes.toReversed()).toString('hex').toUpperCase();
}

export function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
