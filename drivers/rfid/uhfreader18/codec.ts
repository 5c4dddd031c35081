import { crc8408 } from '../crc-8408.ts';
import { createFramer, type Framer, type Measure } from '../resync.ts';

/**
 * Frames of UHFReader18, UHFReader288, RRU and the Chafon readers built on them, both ways:
 * `Len Adr Cmd Data… CRC_lo CRC_hi`. Len counts what follows it; the CRC covers Len to Data. An answer's data begins
 * with its status. Sources: reference/devices.md §3.1; wabson/chafon-rfid, BASM/UHFreader.
 */
export interface Uhf18Frame {
  readonly address: number;
  readonly command: number;
  /** Between command and CRC; of an answer the status first. */
  readonly data: Uint8Array;
}

/** Command codes (reference/devices.md §3.1). */
export const command = {
  inventory: 0x01,
  read: 0x02,
  write: 0x03,
  eas: 0x0c,
  info: 0x21,
  /** Sent by the reader alone: a tag seen in active, trigger or real-time mode. */
  seen: 0xee,
} as const;

/** Len of a command without data: address, command and CRC. */
const shortest = 4;

/** Commands of the manuals: Gen2, ISO 18000-6B, reader. Another code makes a length doubtful, not a frame wrong. */
const knownCommands: readonly (readonly [number, number])[] = [
  [0x01, 0x1b],
  [0x21, 0x55],
  [0x66, 0x9e],
  [0xea, 0xee],
];

/** @param data at most 251 bytes */
export function encodeUhf18(address: number, code: number, data: Uint8Array = new Uint8Array()): Uint8Array {
  const frame = new Uint8Array(data.length + shortest + 1);
  frame[0] = data.length + shortest;
  frame[1] = address;
  frame[2] = code;
  frame.set(data, 3);
  const crc = crc8408(frame, 0, frame.length - 2);
  frame[frame.length - 2] = crc & 0xff;
  frame[frame.length - 1] = crc >> 8;
  return frame;
}

/** There is no start byte: any value from 4 may be a length, and only the CRC tells. */
function measure(bytes: Uint8Array, at: number): Measure {
  const length = bytes[at] ?? 0;
  if (length < shortest) return 'no';
  const end = at + 1 + length;
  if (end > bytes.length) {
    const code = bytes[at + 2];
    const known = code === undefined || knownCommands.some(([from, to]) => code >= from && code <= to);
    return known ? 'partly' : 'doubtful';
  }
  const crc = (bytes[end - 2] ?? 0) | ((bytes[end - 1] ?? 0) << 8);
  return crc8408(bytes, at, end - 2) === crc ? length + 1 : 'no';
}

export function createUhf18Framer(): Framer<Uhf18Frame> {
  return createFramer({
    measure,
    read: (bytes, at, length) => ({
      address: bytes[at + 1] ?? 0,
      command: bytes[at + 2] ?? 0,
      data: Uint8Array.from(bytes.subarray(at + 3, at + length - 2)),
    }),
  });
}
