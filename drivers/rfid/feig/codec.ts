/**
 * FEIG's "ISO Host" frames (reference/devices.md §2.1). Standard: `LEN ADR CMD [STATUS] DATA CRC`; advanced:
 * `02 ALEN(2) ADR CMD [STATUS] DATA CRC`. LEN and ALEN count the whole frame. Requests have no STATUS.
 */
import { crc8408 } from '../crc-8408.ts';
import { createFramer, type Framer, type Measure } from '../resync.ts';
import { isFeigCommand, isFeigStatus } from './numbers.ts';

/** What a reader says: an answer, or a notification of its own. */
export interface FeigFrame {
  readonly address: number;
  readonly command: number;
  readonly status: number;
  readonly data: Uint8Array;
  readonly advanced: boolean;
}

/** What a reader is asked. `address` 255 reaches any. */
export interface FeigRequest {
  readonly address: number;
  readonly command: number;
  readonly data: Uint8Array;
  readonly advanced: boolean;
}

/** Starts an advanced frame. No standard frame is so short. */
const stx = 0x02;

const crcBytes = 2;

/** Longest frame that is looked for among noise: over 100 tags of an inventory, or records of a notification. */
const longestAstray = 4_096;

/** A standard frame holds no more; longer answers are advanced whatever the request was. */
const longestStandardFrame = 255;

/** @returns null when `data` does not fit: 250 bytes in a standard frame, 65 528 in an advanced one */
export function buildFeigRequest({ address, command, data, advanced }: FeigRequest): Uint8Array | null {
  return wrap(Buffer.concat([Uint8Array.of(address, command), data]), advanced);
}

/** The reader's side, for the emulator: advanced also where the standard frame would be too long. */
export function buildFeigAnswer({ address, command, status, data, advanced }: FeigFrame): Uint8Array | null {
  const body = Buffer.concat([Uint8Array.of(address, command, status), data]);
  return wrap(body, advanced || 1 + body.length + crcBytes > longestStandardFrame);
}

/** Frames of a reader. Never throws, keeps at most one longest frame (65 535 bytes). */
export function createFeigFramer(): Framer<FeigFrame> {
  return createFramer({
    measure: (bytes, at, astray) => measureFrame(bytes, at, astray, 3, looksLikeAnswer),
    read(bytes, at, length) {
      const body = at + headerOf(bytes, at);
      return {
        address: bytes[body] ?? 0,
        command: bytes[body + 1] ?? 0,
        status: bytes[body + 2] ?? 0,
        data: bytes.slice(body + 3, at + length - crcBytes),
        advanced: bytes[at] === stx,
      };
    },
  });
}

/** Frames of a host, for the emulator. */
export function createFeigRequestFramer(): Framer<FeigRequest> {
  return createFramer({
    measure: (bytes, at, astray) => measureFrame(bytes, at, astray, 2, looksLikeRequest),
    read(bytes, at, length) {
      const body = at + headerOf(bytes, at);
      return {
        address: bytes[body] ?? 0,
        command: bytes[body + 1] ?? 0,
        data: bytes.slice(body + 2, at + length - crcBytes),
        advanced: bytes[at] === stx,
      };
    },
  });
}

function wrap(body: Uint8Array, advanced: boolean): Uint8Array | null {
  const length = (advanced ? 3 : 1) + body.length + crcBytes;
  if (length > (advanced ? 0xffff : longestStandardFrame)) return null;
  const frame = new Uint8Array(length);
  frame.set(advanced ? [stx, length >> 8, length & 0xff] : [length]);
  frame.set(body, advanced ? 3 : 1);
  const crc = crc8408(frame, 0, length - crcBytes);
  frame.set([crc & 0xff, crc >> 8], length - crcBytes);
  return frame;
}

function headerOf(bytes: Uint8Array, at: number): 1 | 3 {
  return bytes[at] === stx ? 3 : 1;
}

/** @param leastBody bytes of address, command and, in an answer, status */
function measureFrame(
  bytes: Uint8Array,
  at: number,
  astray: boolean,
  leastBody: number,
  looksRight: (bytes: Uint8Array, body: number) => boolean,
): Measure {
  const header = headerOf(bytes, at);
  if (bytes.length - at < header) return 'partly';
  const length = header === 3 ? ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0) : (bytes[at] ?? 0);
  if (length < header + leastBody + crcBytes || (astray && length > longestAstray)) return 'no';
  const end = at + length;
  if (bytes.length < end) return looksRight(bytes, at + header) ? 'partly' : 'doubtful';
  const crc = (bytes[end - 2] ?? 0) | ((bytes[end - 1] ?? 0) << 8);
  return crc === crc8408(bytes, at, end - crcBytes) ? length : 'no';
}

function looksLikeAnswer(bytes: Uint8Array, body: number): boolean {
  const command = bytes[body + 1];
  const status = bytes[body + 2];
  return (command === undefined || isFeigCommand(command)) && (status === undefined || isFeigStatus(status));
}

function looksLikeRequest(bytes: Uint8Array, body: number): boolean {
  const command = bytes[body + 1];
  return command === undefined || isFeigCommand(command);
}
