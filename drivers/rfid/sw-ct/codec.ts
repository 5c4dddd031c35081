import { createFramer, type Framer, type Measure } from '../resync.ts';

/**
 * Frames of the integrated 5100, 5300 and 5500 readers: host `53 57`, reader `43 54`, then `Len(2) Addr Cmd Data… Chk`.
 * Len, big-endian, counts what follows it; Chk makes the sum of the whole frame 0. A reader's data begins with its
 * status. Source: UHF RFID Reader User's Manual V2.0 (reference/devices.md §3.3).
 */
export interface SwCtFrame {
  readonly from: 'host' | 'reader';
  readonly address: number;
  readonly command: number;
  /** Between command and checksum. */
  readonly data: Uint8Array;
}

/** Command codes (manual §4). */
export const command = {
  inventory: 0x01,
  read: 0x02,
  write: 0x03,
  system: 0x10,
  /** Sent by the reader alone: tags seen in active mode. */
  active: 0x45,
  /** Sent by the reader alone, over networks: it is alive. */
  heartbeat: 0xff,
} as const;

const heads = { host: [0x53, 0x57], reader: [0x43, 0x54] } as const;
const headBytes = 4;
/** Address, command and checksum. */
const shortest = 3;
/** Manual §3.1. */
const longest = 1_024;

/** @param data at most 1021 bytes */
export function encodeSwCt(
  from: SwCtFrame['from'],
  address: number,
  code: number,
  data: Uint8Array = new Uint8Array(),
): Uint8Array {
  const length = data.length + shortest;
  const frame = new Uint8Array(headBytes + length);
  frame.set([...heads[from], length >> 8, length & 0xff, address, code]);
  frame.set(data, headBytes + 2);
  frame[frame.length - 1] = -sum(frame, 0, frame.length - 1) & 0xff;
  return frame;
}

function sum(bytes: Uint8Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at += 1) total += bytes[at] ?? 0;
  return total & 0xff;
}

function measure(bytes: Uint8Array, at: number): Measure {
  const [, second] = bytes[at] === heads.reader[0] ? heads.reader : heads.host;
  if (bytes[at] !== heads.reader[0] && bytes[at] !== heads.host[0]) return 'no';
  if (bytes[at + 1] !== undefined && bytes[at + 1] !== second) return 'no';
  const low = bytes[at + 3];
  if (low === undefined) return 'partly';
  const length = ((bytes[at + 2] ?? 0) << 8) | low;
  if (length < shortest || length > longest) return 'no';
  const end = at + headBytes + length;
  if (end > bytes.length) return 'partly';
  return sum(bytes, at, end) === 0 ? headBytes + length : 'no';
}

/** For both directions: what the host sends may come back as an echo. */
export function createSwCtFramer(): Framer<SwCtFrame> {
  return createFramer({
    measure,
    read: (bytes, at, length) => ({
      from: bytes[at] === heads.host[0] ? 'host' : 'reader',
      address: bytes[at + 4] ?? 0,
      command: bytes[at + 5] ?? 0,
      data: Uint8Array.from(bytes.subarray(at + 6, at + length - 1)),
    }),
  });
}
