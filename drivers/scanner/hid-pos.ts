import type { ScanFrame } from '../../contract/devices/drivers.ts';
import type { ScanReader } from './codec.ts';
import type { HidPosLayout, HidPosMessage } from './hid-pos-report.ts';
import { readHidPosReport } from './hid-pos-report.ts';
import { maxCodeBytes, readCode } from './read-code.ts';

/** Answers of the scanner itself to commands (`]X0` values, `]Z6` acknowledgements): nobody scanned anything. */
const deviceReplies: ReadonlySet<string | null> = new Set(['X0', 'Z6']);

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
export function createHidPosAssembler(layout: HidPosLayout): HidPosAssembler {
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
      const read = readHidPosReport(report, layout);
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

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** A scanner that was in line mode before keeps its suffix: it is no part of the code. */
function withoutLineEnd(data: Uint8Array): Uint8Array {
  let end = data.length;
  if (data[end - 1] === lineFeed) end -= 1;
  if (data[end - 1] === carriageReturn) end -= 1;
  return data.subarray(0, end);
}

function scanFrames(assembled: Assembled | null): ScanFrame[] {
  if (assembled === null) return [];
  if ('refused' in assembled) return [{ ok: false, code: assembled.refused, bytes: assembled.bytes }];
  if (deviceReplies.has(assembled.aim)) return [];
  const frame = readCode(withoutLineEnd(assembled.data), { prefix: '', aim: 'off' });
  return [frame.ok ? { ...frame, symbology: assembled.aim } : frame];
}

/** Reader for scanners in HID POS mode; a prefix does not exist there, and the report says where a code ends. */
export function createHidPosReader(layout: HidPosLayout): ScanReader {
  const assembler = createHidPosAssembler(layout);
  return {
    push: (report) => scanFrames(assembler.push(report)),
    flush: () => scanFrames(assembler.flush()),
  };
}
