/**
 * HID POS input reports of bar code scanners, as node-hid delivers them, report id first, 64 bytes.
 *
 * `aim`: `[0]` id 02 · `[1]` data length · `[2..4]` AIM identifier `]cm` · `[5..60]` data, zero filled · `[61]` the
 * maker's code id · `[62]` 00 · `[63]` 1 when another report continues the code. Some makers put one byte before the
 * identifier, which moves the data by one. Source: `reference/devices.md` §5 (real Honeywell 1602g reports;
 * @point-of-sale/webhid-barcode-scanner).
 *
 * `newland`: `[0]` id 02 · `[1]` data length · `[2..57]` data · `[58..61]` reserved · `[62]` the maker's symbology or
 * 00. Source: `reference/devices.md` §5 (Newland FM430 user guide UM10054). That guide names no byte 63: it is read as
 * above, so a scanner that leaves it 0 sends each report as a code of its own.
 */
export type HidPosLayout = 'aim' | 'newland';

export interface HidPosMessage {
  /** AIM identifier without `]`, or null where the layout has none. */
  readonly aim: string | null;
  readonly data: Uint8Array;
}

export type HidPosPart = HidPosMessage & { readonly continued: boolean };

const reportId = 0x02;
const reportLength = 64;
const continuedAt = 63;
const closingBracket = 0x5d;
/** Where the AIM identifier begins; the second for makers that put one byte before it. */
const aimAt = [2, 3] as const;
const aimLength = 3;
/** First byte behind the data. */
const dataEnd = { aim: 61, newland: 58 } as const satisfies Record<HidPosLayout, number>;

/** One report taken apart, or null when it does not have this layout. */
export function readHidPosReport(report: Uint8Array, layout: HidPosLayout): HidPosPart | null {
  if (report.length !== reportLength || report[0] !== reportId) return null;
  const aimStart = layout === 'aim' ? aimAt.find((index) => report[index] === closingBracket) : undefined;
  if (layout === 'aim' && aimStart === undefined) return null;
  const dataStart = aimStart === undefined ? 2 : aimStart + aimLength;
  const length = report[1] ?? 0;
  if (dataStart + length > dataEnd[layout]) return null;
  return {
    aim: aimStart === undefined ? null : String.fromCodePoint(...report.subarray(aimStart + 1, dataStart)),
    // A copy: the reader keeps it until the code is whole, and a Buffer's `slice` would share the report's memory.
    data: Uint8Array.from(report.subarray(dataStart, dataStart + length)),
    continued: report[continuedAt] === 1,
  };
}
