import { createFramer, type Framer, type Measure } from '../resync.ts';

/**
 * Frames of M100, R200, YRM100 and JRD-4035 modules, both ways: `BB Type Cmd PL(2) Param… Chk 7E`, numbers big-endian,
 * Chk the low byte of the sum of Type to Param. Sources: reference/devices.md §3.2; M5Stack Unit-RFID-UHF protocol.
 */
export interface M100Frame {
  readonly type: M100Type;
  readonly command: number;
  readonly parameter: Uint8Array;
}

/** Who sends it: the host asks, the reader answers, the reader tells a tag by itself. */
type M100Type = 'command' | 'response' | 'notice';

const types: readonly M100Type[] = ['command', 'response', 'notice'];

/** Command codes (M5Stack protocol §3). */
export const command = {
  info: 0x03,
  setRegion: 0x07,
  region: 0x08,
  select: 0x0c,
  poll: 0x22,
  pollMany: 0x27,
  stop: 0x28,
  read: 0x39,
  write: 0x49,
  setPower: 0xb6,
  power: 0xb7,
  eas: 0xe3,
  /** Instead of the command's own code: it failed, the parameter begins with the reason. */
  failure: 0xff,
} as const;

const start = 0xbb;
const end = 0x7e;
/** Everything but the parameter. */
const frameBytes = 7;
/** Longest parameter that is believed: a read of 32 words with a 62-byte EPC has 129 bytes, a channel survey fewer. */
const longestParameter = 512;

export function encodeM100(
  type: M100Type,
  code: number,
  parameter: Uint8Array = new Uint8Array(),
): Uint8Array {
  const frame = new Uint8Array(parameter.length + frameBytes);
  frame.set([start, types.indexOf(type), code, parameter.length >> 8, parameter.length & 0xff]);
  frame.set(parameter, 5);
  frame[frame.length - 2] = sum(frame, 1, frame.length - 2);
  frame[frame.length - 1] = end;
  return frame;
}

function sum(bytes: Uint8Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at += 1) total += bytes[at] ?? 0;
  return total & 0xff;
}

function measure(bytes: Uint8Array, at: number): Measure {
  if (bytes[at] !== start) return 'no';
  const type = bytes[at + 1];
  if (type !== undefined && type >= types.length) return 'no';
  const low = bytes[at + 4];
  if (low === undefined) return 'partly';
  const parameter = ((bytes[at + 3] ?? 0) << 8) | low;
  if (parameter > longestParameter) return 'no';
  const last = at + parameter + frameBytes - 1;
  if (last >= bytes.length) return bytes[at + 2] === start ? 'doubtful' : 'partly';
  return bytes[last] === end && bytes[last - 1] === sum(bytes, at + 1, last - 1)
    ? parameter + frameBytes
    : 'no';
}

export function createM100Framer(): Framer<M100Frame> {
  return createFramer({
    measure,
    read: (bytes, at, length) => ({
      type: types[bytes[at + 1] ?? 0] ?? 'command',
      command: bytes[at + 2] ?? 0,
      parameter: Uint8Array.from(bytes.subarray(at + 5, at + length - 2)),
    }),
  });
}
