import type { AirResult } from '../air.ts';
import { failed } from '../exchange.ts';
import { hexByte, hexOf, tagFailure } from '../gen2.ts';
import { command, type Uhf18Frame } from './codec.ts';

/** Which layout a reader's tag lists have: without (18) or with (288 and later) antenna and signal strength. */
export type Uhf18Variant = '18' | '288';

/** Status bytes (RRU/UHFEx10 manuals §5; reference/devices.md §3.1). */
export const status = {
  ok: 0x00,
  inventoryDone: 0x01,
  inventoryTimeout: 0x02,
  moreFrames: 0x03,
  bufferFull: 0x04,
  wrongPassword: 0x05,
  poorLink: 0xfa,
  noTag: 0xfb,
  tagError: 0xfc,
  unknownCommand: 0xfe,
} as const;

/** One tag of a list. `rssi` is the reader's own figure: its makers publish no conversion to dBm. */
export interface Uhf18Tag {
  readonly epc: string;
  readonly rssi: number | null;
  readonly antenna: number | null;
}

/** An answer's status, or null for a frame too short to have one. */
export function statusOf({ data }: Uhf18Frame): number | null {
  return data[0] ?? null;
}

/** Why a command was not done, from its answer. */
export function refusalOf({ data }: Uhf18Frame): AirResult<never> {
  const code = data[0];
  switch (code) {
    case undefined:
      return failed('refused');
    case status.wrongPassword:
      return failed('locked', hexByte(code));
    case status.poorLink:
      return failed('weak', hexByte(code));
    case status.noTag:
      return failed('no-tag', hexByte(code));
    case status.tagError: {
      const tagCode = data[1] ?? 0;
      return failed(tagFailure(tagCode), hexByte(code) + hexByte(tagCode));
    }
    default:
      return failed('refused', hexByte(code));
  }
}

/**
 * The tags of one inventory frame: `Num {len EPC}…` (18), `Ant Num {len EPC RSSI}…` (288), len in bytes. Null when
 * the data are not such a list to the last byte, as with a reader of the other variant.
 */
export function readTagList(frame: Uhf18Frame, variant: Uhf18Variant): readonly Uhf18Tag[] | null {
  const { data } = frame;
  const withSignal = variant === '288';
  const antenna = withSignal ? antennaOf(data[1] ?? 0) : null;
  const count = data[withSignal ? 2 : 1];
  if (count === undefined) return null;
  const tags: Uhf18Tag[] = [];
  let at = withSignal ? 3 : 2;
  for (let index = 0; index < count; index += 1) {
    const length = data[at] ?? 0;
    const end = at + 1 + length;
    const next = withSignal ? end + 1 : end;
    if (length === 0 || next > data.length) return null;
    tags.push({
      epc: hexOf(data.subarray(at + 1, end)),
      rssi: withSignal ? (data[end] ?? null) : null,
      antenna,
    });
    at = next;
  }
  return at === data.length ? tags : null;
}

/**
 * A tag told in active mode: `EE 00 EPC` (18; captures of RD905UW and others), `EE 00 Ant len EPC RSSI` (288 in
 * real-time mode, RRU manual §8.4.41). Null for anything else.
 */
export function readSeenTag(frame: Uhf18Frame, variant: Uhf18Variant): Uhf18Tag | null {
  const { data } = frame;
  if (frame.command !== command.seen || data[0] !== status.ok) return null;
  if (variant === '18') {
    return data.length > 1 && data.length % 2 === 1
      ? { epc: hexOf(data.subarray(1)), rssi: null, antenna: null }
      : null;
  }
  const length = data[2] ?? 0;
  if (length === 0 || data.length !== length + 4) return null;
  return {
    epc: hexOf(data.subarray(3, 3 + length)),
    rssi: data[3 + length] ?? null,
    antenna: antennaOf(data[1] ?? 0),
  };
}

interface Uhf18Info {
  readonly firmware: string;
  readonly type: number;
  readonly protocols: number;
  readonly maxFrequency: number;
  readonly minFrequency: number;
  /** Output power (dBm). */
  readonly power: number;
  /** Longest inventory (100 ms). */
  readonly scanTime: number;
}

/** Answer to 21: `version(2) type trtype maxfreq minfreq power scantime`, newer models add more. */
export function readInfo(frame: Uhf18Frame): Uhf18Info | null {
  const [code, major, minor, type, protocols, maxFrequency, minFrequency, power, scanTime] = frame.data;
  if (frame.command !== command.info || code !== status.ok) return null;
  if (major === undefined || minor === undefined || type === undefined || protocols === undefined)
    return null;
  if (maxFrequency === undefined || minFrequency === undefined) return null;
  if (power === undefined || scanTime === undefined) return null;
  return { firmware: `${major}.${minor}`, type, protocols, maxFrequency, minFrequency, power, scanTime };
}

/** One bit per antenna; null when none or several are set. */
function antennaOf(bitmap: number): number | null {
  const number = Math.log2(bitmap) + 1;
  return Number.isInteger(number) ? number : null;
}
