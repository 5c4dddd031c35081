import type { ScannerFraming } from '../../contract/devices/config.ts';
import type { ScanFrame } from '../../contract/devices/drivers.ts';
import { aimLength, maxCodeBytes, readCode } from './read-code.ts';

/** Turns what a scanner sends into codes, whatever way the bytes are cut up. Never throws, never grows. */
export interface ScanReader {
  /** Bytes (or, for HID, one report) as they arrived. */
  push(bytes: Uint8Array): ScanFrame[];
  /**
   * The line has gone quiet or broken: what is left will not be completed, and must not be glued to the next code.
   * At most one frame: LT-1103 for half a code, LT-1104 for the end of a line already too long.
   */
  flush(): ScanFrame[];
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** A line that never ends is reported after this many bytes, so that a stuck scanner shows. */
const reportAfterBytes = 1024 * 1024;

/**
 * Reader for scanners that send lines: serial, USB-CDC, TCP.
 * With suffix CR the LF of a CRLF is dropped, with suffix LF the CR; empty lines are nothing. An empty suffix, which
 * the contract excludes, reads as CR: a line has to end somewhere.
 */
export function createScanFramer(framing: ScannerFraming): ScanReader {
  const suffix = Buffer.from(framing.suffix === '' ? '\r' : framing.suffix, 'utf8');
  const lastOfSuffix = suffix.at(-1);
  const line = Buffer.alloc(maxCodeBytes + aimLength + Buffer.byteLength(framing.prefix) + suffix.length);
  let length = 0;
  let discarded = 0;
  let reported = false;

  const startLine = (): void => {
    length = 0;
    discarded = 0;
    reported = false;
  };

  const tooLong = (bytes: number): ScanFrame[] => (reported ? [] : [{ ok: false, code: 'LT-1104', bytes }]);

  /** Keeps only what may be the beginning of a suffix. */
  const discard = (): void => {
    const kept = suffix.length - 1;
    line.copyWithin(0, length - kept, length);
    discarded += length - kept;
    length = kept;
  };

  const endLine = (): ScanFrame[] => {
    const bytes = length - suffix.length;
    if (discarded > 0) return tooLong(discarded + bytes);
    const content = withoutPartner(line.subarray(0, bytes), suffix);
    return content.length === 0 ? [] : [readCode(content, framing)];
  };

  const accept = (byte: number, frames: ScanFrame[]): void => {
    if (length === line.length) discard();
    line[length] = byte;
    length += 1;
    if (byte === lastOfSuffix && endsWith(line, length, suffix)) {
      frames.push(...endLine());
      startLine();
    } else if (discarded >= reportAfterBytes) {
      frames.push(...tooLong(discarded));
      reported = true;
    }
  };

  return {
    push(bytes) {
      const frames: ScanFrame[] = [];
      for (const byte of bytes) accept(byte, frames);
      return frames;
    },
    flush() {
      const rest = withoutPartner(line.subarray(0, length), suffix);
      const frames: ScanFrame[] =
        discarded > 0
          ? tooLong(discarded + length)
          : rest.length > 0
            ? [{ ok: false, code: 'LT-1103', bytes: rest.length }]
            : [];
      startLine();
      return frames;
    },
  };
}

function endsWith(line: Buffer, length: number, suffix: Buffer): boolean {
  return (
    length >= suffix.length && line.compare(suffix, 0, suffix.length, length - suffix.length, length) === 0
  );
}

/** A line without the other half of a CRLF that belongs to its neighbour's end or its own. */
function withoutPartner(line: Buffer, suffix: Buffer): Buffer {
  if (suffix.length !== 1) return line;
  if (suffix[0] === carriageReturn && line[0] === lineFeed) return line.subarray(1);
  if (suffix[0] === lineFeed && line.at(-1) === carriageReturn) return line.subarray(0, -1);
  return line;
}
