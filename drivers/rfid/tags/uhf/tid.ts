/** Bank 10 of a Gen2 tag: who made the chip, which model, its serial number (GS1 EPC Tag Data Standard §16). */
import { hexText } from '../text.ts';

export interface TagChip {
  /** Mask designer with the flags in front of it, 3 hex digits, as readers and GS1 print it. */
  readonly maker: string;
  readonly makerName: string | null;
  /** 3 hex digits. */
  readonly model: string;
  /** Extended TID, security and file flags. */
  readonly extended: boolean;
  readonly security: boolean;
  readonly file: boolean;
  /** Hex; null when the bank does not tell its length. */
  readonly serial: string | null;
  readonly uri: string | null;
}

/** Allocation class of EPC tags (ISO/IEC 15963). */
const epcClass = 0xe2;
const shortestTid = 4;
const serialStart = 6;

/** Mask designers seen in libraries (GS1 list). */
const makers: Readonly<Partial<Record<number, string>>> = {
  0x001: 'Impinj',
  0x003: 'Alien Technology',
  0x006: 'NXP',
  0x007: 'STMicroelectronics',
  0x00b: 'EM Microelectronic',
};

/** Null when it is no EPC tag's bank, or too short. */
export function parseTid(bytes: Uint8Array): TagChip | null {
  if (bytes.length < shortestTid || bytes[0] !== epcClass) return null;
  const flags = bytes[1] ?? 0;
  const hex = hexText(bytes.subarray(1, shortestTid));
  const maker = hex.slice(0, 3);
  const model = hex.slice(3, 6);
  const extended = (flags & 0x80) !== 0;
  const serial = extended ? serialOf(bytes) : null;
  return {
    maker,
    makerName: makers[Number.parseInt(maker, 16) & 0x1ff] ?? null,
    model,
    extended,
    security: (flags & 0x40) !== 0,
    file: (flags & 0x20) !== 0,
    serial,
    uri: serial === null ? null : `urn:epc:stid:x${maker}.x${model}.x${serial}`,
  };
}

/** The header's top three bits: 1 for 48 bits, every further one 16 more. */
function serialOf(bytes: Uint8Array): string | null {
  const size = (bytes[shortestTid] ?? 0) >> 5;
  const end = serialStart + 6 + (size - 1) * 2;
  return size === 0 || end > bytes.length ? null : hexText(bytes.subarray(serialStart, end));
}
