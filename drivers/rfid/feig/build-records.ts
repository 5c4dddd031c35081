import { buildFeigAnswer } from './codec.ts';
import { feigCommand, feigStatus } from './numbers.ts';

/** What an emulated reader or gate puts into its buffer about one tag. */
export interface BufferedTag {
  /** Upper-case hex. */
  readonly idd: string;
  /** FEIG's transponder type: 03 ISO 15693, 84 EPC Gen2. */
  readonly transponderType: number;
  readonly antenna: number;
  /** Hour, minute, milliseconds of the minute. */
  readonly time: readonly [number, number, number];
  /** Absent where the gate does not tell directions. */
  readonly direction?: number;
}

/** IDD, ANT and TIMER; with directions the extension too. */
const plainFields = 0x31;
const extension = 0x80;
const directionField = 0x20;

/** The data of a `0x22` answer, after STATUS. Directions are sent when the first tag has one. */
export function buildBufferRecords(tags: readonly BufferedTag[]): Uint8Array {
  const directed = tags[0]?.direction !== undefined;
  const head = directed ? [plainFields | extension, directionField] : [plainFields];
  const records = tags.map(({ idd, transponderType, antenna, time: [hour, minute, ms], direction = 0 }) => {
    const id = Buffer.from(idd, 'hex');
    const fields = [transponderType, 0, id.length, ...id, hour, minute, ms >> 8, ms & 0xff, antenna];
    const all = directed ? [...fields, direction] : fields;
    return [...bigEndian(all.length + 2), ...all];
  });
  return Uint8Array.from([...head, ...bigEndian(tags.length), ...records.flat()]);
}

/** A frame of notification mode: what the reader sends by itself. */
export function buildNotification(tags: readonly BufferedTag[], address = 0): Uint8Array {
  const frame = { address, command: feigCommand.readBuffer, status: feigStatus.ok, advanced: true };
  return buildFeigAnswer({ ...frame, data: buildBufferRecords(tags) }) ?? new Uint8Array();
}

function bigEndian(value: number): readonly [number, number] {
  return [value >> 8, value & 0xff];
}
