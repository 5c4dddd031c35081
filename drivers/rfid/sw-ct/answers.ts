import type { SeenTag } from '../air.ts';
import { hexOf } from '../gen2.ts';
import { command, type SwCtFrame } from './codec.ts';

/** First byte of a reader's data. */
export const status = { failed: 0x00, ok: 0x01 } as const;

const serialBytes = 7;

/** Type, antenna and signal strength stand around a tag's id. */
const aroundId = 3;

/**
 * The tags of an inventory: `01 Num(2) {Len Type Ant Id RSSI}…`, Len counting what follows it; status 00 says that
 * there is none. RSSI has no published unit and is left out. Null when the data are no such list to the last byte.
 */
export function readTagList({ data }: SwCtFrame): readonly SeenTag[] | null {
  if (data[0] === status.failed && data.length === 1) return [];
  const [state, high, low] = data;
  if (state !== status.ok || high === undefined || low === undefined) return null;
  return readTags(data, 3, (high << 8) | low);
}

/** The tags of an active-mode message: `01 SN(7) Num(1) {…}…`. Null for anything else. */
export function readActiveTags({ from, command: code, data }: SwCtFrame): readonly SeenTag[] | null {
  const count = data[1 + serialBytes];
  if (from !== 'reader' || code !== command.active || count === undefined) return null;
  return readTags(data, 2 + serialBytes, count);
}

function readTags(data: Uint8Array, from: number, count: number): readonly SeenTag[] | null {
  const tags: SeenTag[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const length = data[at] ?? 0;
    const end = at + 1 + length;
    if (length <= aroundId || end > data.length) return null;
    tags.push({
      address: hexOf(data.subarray(at + 3, end - 1)),
      dsfid: null,
      pc: null,
      rssi: null,
      antenna: data[at + 2] ?? null,
    });
    at = end;
  }
  return at === data.length ? tags : null;
}

interface SwCtSystem {
  /** Version, a digit in each half of the byte. */
  readonly firmware: string;
  readonly hardware: string;
  readonly serial: string;
}

/** Answer to 10: `01 SoftVersion HardVersion SN(7)`. Null for anything else. */
export function readSystem({ from, command: code, data }: SwCtFrame): SwCtSystem | null {
  const [state, firmware, hardware] = data;
  if (from !== 'reader' || code !== command.system || state !== status.ok) return null;
  if (firmware === undefined || hardware === undefined || data.length !== 3 + serialBytes) return null;
  return {
    firmware: version(firmware),
    hardware: version(hardware),
    serial: hexOf(data.subarray(3)),
  };
}

/** The serial number that a heartbeat tells: `01 SN(7)`. Null for anything else. */
export function readHeartbeat({ from, command: code, data }: SwCtFrame): string | null {
  if (from !== 'reader' || code !== command.heartbeat || data.length !== 1 + serialBytes) return null;
  return hexOf(data.subarray(1));
}

function version(byte: number): string {
  return `${byte >> 4}.${byte & 0x0f}`;
}
