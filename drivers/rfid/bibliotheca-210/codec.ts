/**
 * Frames of the 3M / Bibliotheca Model 210 staff reader, 19200 baud 8N1 (reference/devices.md §2.3):
 * `D5|D6 LEN(2) CMD [ERR] data CRC(2)`, all high byte first. LEN counts what follows it with the CRC. `D5` are the
 * handshake and its answer, `D6` the commands. Only the framing is known well enough to be here; what the commands'
 * data mean is not, so no reader of this family is offered.
 */
import { storedCrc } from '../tags/crc16.ts';
import { createFramer, type Framer, type Measure } from '../resync.ts';

export interface Model210Frame {
  readonly start: 0xd5 | 0xd6;
  readonly command: number;
  /** What follows the command: in answers the error byte first. */
  readonly data: Uint8Array;
}

/** Command and CRC. */
const leastLength = 3;

/** Start, LEN. */
const headBytes = 3;

/** Longest frame that is believed: the longest command writes one tag's 256 blocks of 4 bytes. */
const mostLength = 2_048;

/** @returns null when the data are too long for this reader */
export function buildModel210({ start, command, data }: Model210Frame): Uint8Array | null {
  const length = leastLength + data.length;
  if (length > mostLength) return null;
  const frame = new Uint8Array(headBytes + length);
  frame.set([start, length >> 8, length & 0xff, command]);
  frame.set(data, headBytes + 1);
  const crc = storedCrc(frame, 1, frame.length - 2);
  frame.set([crc >> 8, crc & 0xff], frame.length - 2);
  return frame;
}

/** Frames of either side. Never throws, keeps at most one longest frame (2 051 bytes). */
export function createModel210Framer(): Framer<Model210Frame> {
  return createFramer({
    measure,
    read: (bytes, at, length) => ({
      start: bytes[at] === 0xd5 ? 0xd5 : 0xd6,
      command: bytes[at + headBytes] ?? 0,
      data: bytes.slice(at + headBytes + 1, at + length - 2),
    }),
  });
}

function measure(bytes: Uint8Array, at: number): Measure {
  const start = bytes[at];
  if (start !== 0xd5 && start !== 0xd6) return 'no';
  const high = bytes[at + 1];
  const low = bytes[at + 2];
  if (high === undefined) return 'partly';
  if (low === undefined) return high > mostLength >> 8 ? 'no' : 'partly';
  const counted = (high << 8) | low;
  if (counted < leastLength || counted > mostLength) return 'no';
  const end = at + headBytes + counted;
  if (bytes.length < end) return looksRight(bytes, at) ? 'partly' : 'doubtful';
  const crc = ((bytes[end - 2] ?? 0) << 8) | (bytes[end - 1] ?? 0);
  return crc === storedCrc(bytes, at + 1, end - 2) ? end - at : 'no';
}

/** The commands that reference/devices.md §2.3 lists: below 20 and FE. */
function looksRight(bytes: Uint8Array, at: number): boolean {
  const command = bytes[at + headBytes];
  return command === undefined || command < 0x20 || command === 0xfe;
}
