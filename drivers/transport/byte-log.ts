import type { LineBytes } from '../../contract/devices/detection.ts';
import type { OpenLine } from './line.ts';

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

  const note = (direction: LineBytes['direction'], bytes: Uint8Array): void => {
    seq += 1;
    const shown = redacted(bytes.subarray(0, bytesShown));
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

const zero = 0x30;
const nine = 0x39;
const separator = 0x7c;
const masked = 0x2a;
/** A citizen's number has 12 digits, an old identity card 9, a health card 10 after its letters. */
const digitsOfAPerson = 9;

/**
 * What may be a person is masked: runs of nine digits and more but for the last three, and everything behind the first
 * `|` of a citizen's or health card.
 */
function redacted(bytes: Uint8Array): Uint8Array {
  const shown = Uint8Array.from(bytes);
  for (let at = 0; at < shown.length; at += 1) {
    let end = at;
    while (isDigit(shown[end])) end += 1;
    if (end - at >= digitsOfAPerson) shown.fill(masked, at, end - 3);
    if (end > at) at = end - 1;
  }
  const first = shown.indexOf(separator);
  if (first !== -1 && shown.indexOf(separator, first + 1) !== -1)
    for (let at = first + 1; at < shown.length; at += 1)
      if (shown[at] !== separator && (shown[at] ?? 0) >= 0x20) shown[at] = masked;
  return shown;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine;
}

function printable(bytes: Uint8Array): string {
  return [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCodePoint(byte) : '·')).join('');
}
