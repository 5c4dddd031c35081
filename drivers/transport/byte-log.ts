import type { LineBytes } from '../../contract/devices/detection.ts';
import type { OpenLine } from './line.ts';
import { createRedaction } from './redact.ts';

/** The last pieces that travelled on one device's line, for whoever looks for a fault. Bounded. */
export interface ByteLog {
  /** Pieces after this number, oldest first; 0 for all that are kept. */
  after(seq: number): readonly LineBytes[];
  /** The same way to open lines, with everything that travels on them kept. */
  watch(openLine: OpenLine): OpenLine;
}

const piecesKept = 200;
/** Bytes shown of a piece: a picture on its way to a printer is thousands. */
const bytesShown = 64;

/** @param now instant as RFC 3339 */
export function createByteLog(now: () => string = () => new Date().toISOString()): ByteLog {
  let seq = 0;
  let pieces: LineBytes[] = [];
  const redaction = { in: createRedaction(), out: createRedaction() };

  const note = (direction: LineBytes['direction'], bytes: Uint8Array): void => {
    seq += 1;
    const shown = redaction[direction].next(bytes).subarray(0, bytesShown);
    const piece = {
      seq,
      at: now(),
      direction,
      length: bytes.length,
      hex: Buffer.from(shown).toString('hex').toUpperCase(),
      text: printable(shown),
    };
    pieces = [...(pieces.length < piecesKept ? pieces : pieces.slice(1)), piece];
  };

  return {
    after: (from) => pieces.filter((piece) => piece.seq > from),
    watch: (openLine) => async (transport, handlers) => {
      const line = await openLine(transport, {
        ...handlers,
        onData(bytes) {
          note('in', bytes);
          handlers.onData(bytes);
        },
      });
      return {
        ...line,
        write(bytes) {
          note('out', bytes);
          return line.write(bytes);
        },
      };
    },
  };
}

function printable(bytes: Uint8Array): string {
  return [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCodePoint(byte) : '·')).join('');
}
