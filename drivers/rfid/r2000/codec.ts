import { createFramer, type Framer, type Measure } from '../resync.ts';

/**
 * Frames of Impinj R2000 modules, both ways: `A0 Len Adr Cmd Data… Chk`. Len counts what follows it; Chk makes the sum
 * of the whole frame 0. Source: reference/devices.md §3.1.
 */
export interface R2000Frame {
  readonly address: number;
  readonly command: number;
  /** Between command and checksum. */
  readonly data: Uint8Array;
}

const start = 0xa0;
/** Address, command and checksum. */
const shortest = 3;

/** @param data at most 252 bytes */
export function encodeR2000(address: number, code: number, data: Uint8Array = new Uint8Array()): Uint8Array {
  const frame = new Uint8Array(data.length + shortest + 2);
  frame.set([start, data.length + shortest, address, code]);
  frame.set(data, 4);
  frame[frame.length - 1] = -sum(frame, 0, frame.length - 1) & 0xff;
  return frame;
}

function sum(bytes: Uint8Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at += 1) total += bytes[at] ?? 0;
  return total & 0xff;
}

function measure(bytes: Uint8Array, at: number): Measure {
  if (bytes[at] !== start) return 'no';
  const length = bytes[at + 1];
  if (length === undefined) return 'partly';
  if (length < shortest) return 'no';
  const end = at + 2 + length;
  if (end > bytes.length) return 'partly';
  return sum(bytes, at, end) === 0 ? length + 2 : 'no';
}

export function createR2000Framer(): Framer<R2000Frame> {
  return createFramer({
    measure,
    read: (bytes, at, length) => ({
      address: bytes[at + 2] ?? 0,
      command: bytes[at + 3] ?? 0,
      data: Uint8Array.from(bytes.subarray(at + 4, at + length - 1)),
    }),
  });
}
