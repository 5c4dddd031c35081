import type { ScanFrame } from '../../contract/devices/drivers.ts';
import type { ScanReader } from './codec.ts';
import { maxCodeBytes, readCode } from './read-code.ts';

/**
 * HID POS input report of a bar code scanner, as node-hid delivers it, report id first. 64 bytes:
 * `[0]` id 02 · `[1]` data length · `[2..4]` AIM identifier `]cm` · `[5..60]` data, zero filled ·
 * `[61]` the maker's code id · `[62]` 00 · `[63]` 1 when another report continues the code.
 * Some makers put one byte before the identifier, which moves the data by one.
 * Source: `reference/devices.md` §5 (real Honeywell 1602g reports; @point-of-sale/webhid-barcode-scanner).
 */
const reportId = 0x02;
const reportLength = 64;
const aimAt = [2, 3] as const;
const dataEnd = 61;
const continuedAt = 63;
const closingBracket = 0x5d;

/** Answers of the scanner itself to commands (`]X0` values, `]Z6` acknowledgements): nobody scanned anything. */
const deviceReplies: ReadonlySet<string> = new Set(['X0', 'Z6']);

export interface HidPosMessage {
  /** AIM identifier without `]`. */
  readonly aim: string;
  readonly data: Uint8Array;
}

/** One report taken apart, or null when it does not have the layout above. */
export function readHidPosReport(
  report: Uint8Array,
): (HidPosMessage & { readonly continued: boolean }) | null {
  if (report.length !== reportLength || report[0] !== reportId) return null;
  const aimStart = aimAt.find((index) => report[index] === closingBracket);
  if (aimStart === undefined) return null;
  const dataStart = aimStart + 3;
  const length = report[1] ?? 0;
  if (dataStart + length > dataEnd) return null;
  return {
    aim: String.fromCodePoint(...report.subarray(aimStart + 1, dataStart)),
    // A copy: the reader keeps it until the code is whole, and a Buffer's `slice` would share the report's memory.
    data: Uint8Array.from(report.subarray(dataStart, dataStart + length)),
    continued: report[continuedAt] === 1,
  };
}

type Assembled = HidPosMessage | { readonly refused: 'LT-1103' | 'LT-1104'; readonly bytes: number };

interface HidPosAssembler {
  /** The whole message when this report ends one; null while more is to come. */
  push(report: Uint8Array): Assembled | null;
  /** Forgets the beginning of a message whose end did not come, and says how much that was. */
  flush(): Assembled | null;
}

/**
 * Puts the reports of one code together. A report of another layout ends what was begun (LT-1103); a code beyond
 * `maxCodeBytes` is not kept (LT-1104, once, at its end).
 */
export function createHidPosAssembler(): HidPosAssembler {
  let parts: Uint8Array[] = [];
  let bytes = 0;

  const take = (): { readonly parts: Uint8Array[]; readonly bytes: number } => {
    const taken = { parts, bytes };
    parts = [];
    bytes = 0;
    return taken;
  };

  return {
    push(report) {
      const read = readHidPosReport(report);
      if (read === null) return { refused: 'LT-1103', bytes: take().bytes + report.length };
      bytes += read.data.length;
      if (bytes <= maxCodeBytes) parts.push(read.data);
      if (read.continued) return null;
      const whole = take();
      if (whole.bytes > maxCodeBytes) return { refused: 'LT-1104', bytes: whole.bytes };
      return { aim: read.aim, data: Buffer.concat(whole.parts) };
    },
    flush() {
      const rest = take();
      if (rest.bytes === 0) return null;
      return { refused: rest.bytes > maxCodeBytes ? 'LT-1104' : 'LT-1103', bytes: rest.bytes };
    },
  };
}

function scanFrames(assembled: Assembled | null): ScanFrame[] {
  if (assembled === null) return [];
  if ('refused' in assembled) return [{ ok: false, code: assembled.refused, bytes: assembled.bytes }];
  if (deviceReplies.has(assembled.aim)) return [];
  const frame = readCode(assembled.data, { prefix: '', aim: 'off' });
  return [frame.ok ? { ...frame, symbology: assembled.aim } : frame];
}

/** Reader for scanners in HID POS mode; prefix and suffix do not exist there, the report says where a code ends. */
export function createHidPosReader(): ScanReader {
  const assembler = createHidPosAssembler();
  return {
    push: (report) => scanFrames(assembler.push(report)),
    flush: () => scanFrames(assembler.flush()),
  };
}
