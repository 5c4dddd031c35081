/**
 * RL866 frames (reference/devices.md §2.2): `FA LEN RID PCB INF… CRC(2)`. LEN counts everything behind FA. INF of a
 * reader's I-block is `CMD STATUS(2, low byte first) data`.
 */
import { crc8408 } from '../crc-8408.ts';
import { createFramer, type Framer, type Measure } from '../resync.ts';

export interface Rl866Frame {
  /** FF to the reader, 01 from it. */
  readonly rid: number;
  /** Protocol control byte: `C0` and `E0` are S-blocks, others I-blocks with the bits below. */
  readonly pcb: number;
  readonly inf: Uint8Array;
}

const sof = 0xfa;

/** LEN, RID, PCB and CRC of a block without INF. */
const emptyLength = 5;

/** INF that fits one block; what is longer is chained. */
const longestInf = 0xff - emptyLength;

/** Bits and values of PCB. */
export const pcb = { sequence: 0x40, chained: 0x20, sBlock: 0x80, resync: 0xc0, resyncDone: 0xe0 } as const;

export const hostRid = 0xff;
export const readerRid = 0x01;

/** @returns null when INF is longer than 250 bytes */
export function buildRl866({ rid, pcb: control, inf }: Rl866Frame): Uint8Array | null {
  if (inf.length > longestInf) return null;
  const frame = new Uint8Array(1 + emptyLength + inf.length);
  frame.set([sof, emptyLength + inf.length, rid, control]);
  frame.set(inf, 4);
  const crc = crc8408(frame, 1, frame.length - 2);
  frame.set([crc & 0xff, crc >> 8], frame.length - 2);
  return frame;
}

/** A message of one or more blocks: all but the last with the chaining bit. @param sequence of the first, 0 or 1 */
export function chainRl866(rid: number, sequence: number, inf: Uint8Array): readonly Rl866Frame[] {
  const blocks: Rl866Frame[] = [];
  for (let at = 0; at === 0 || at < inf.length; at += longestInf) {
    const chained = at + longestInf < inf.length ? pcb.chained : 0;
    blocks.push({ rid, pcb: (sequence * pcb.sequence) | chained, inf: inf.slice(at, at + longestInf) });
  }
  return blocks;
}

/** Blocks of one side of the line. Never throws, keeps at most one longest block (256 bytes). */
export function createRl866Framer(): Framer<Rl866Frame> {
  return createFramer({
    measure,
    read: (bytes, at, length) => ({
      rid: bytes[at + 2] ?? 0,
      pcb: bytes[at + 3] ?? 0,
      inf: bytes.slice(at + 4, at + length - 2),
    }),
  });
}

function measure(bytes: Uint8Array, at: number): Measure {
  if (bytes[at] !== sof) return 'no';
  const counted = bytes[at + 1];
  if (counted === undefined) return 'partly';
  if (counted < emptyLength) return 'no';
  const length = counted + 1;
  const end = at + length;
  if (bytes.length < end) return looksRight(bytes, at) ? 'partly' : 'doubtful';
  const crc = (bytes[end - 2] ?? 0) | ((bytes[end - 1] ?? 0) << 8);
  return crc === crc8408(bytes, at + 1, end - 2) ? length : 'no';
}

/** A reader's address on a bus is small, the host's is FF; PCB has only the bits that mean something. */
function looksRight(bytes: Uint8Array, at: number): boolean {
  const rid = bytes[at + 2];
  const control = bytes[at + 3];
  return (
    (rid === undefined || rid < 0x20 || rid === hostRid) &&
    (control === undefined ||
      control === pcb.resync ||
      control === pcb.resyncDone ||
      (control & ~(pcb.sequence | pcb.chained)) === 0)
  );
}
