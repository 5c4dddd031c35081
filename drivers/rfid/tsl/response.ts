/** One `HH: value` line of an answer. */
export interface TslLine {
  /** Two capital letters: `EP`, `RI`, `BC` … */
  readonly header: string;
  readonly value: string;
}

/**
 * One answer of a TSL ASCII 2.0 reader, from `CS:` to `OK:` or `ER:` (TSL ASCII Protocol 2, as used by the vendor's
 * SDK 1.1; `reference/devices.md` §4).
 */
export interface TslResponse {
  /** The command as the reader echoes it: `.iv`. */
  readonly command: string;
  /** The number after the `LCMD` marker; null for what the reader did by itself (trigger, another program). */
  readonly index: number | null;
  /** Code of `ER:`, null after `OK:`. No public table of the codes exists. */
  readonly error: string | null;
  /** Lines between the two, in order. */
  readonly lines: readonly TslLine[];
}

/** The value of the first line with this header, or null. */
export function valueOf(response: TslResponse, header: string): string | null {
  return response.lines.find((line) => line.header === header)?.value ?? null;
}

/** A tag's lines in the answer to an inventory, a read or a write. */
export interface TslTag {
  /** Upper-case hex of whole words. */
  readonly epc: string;
  readonly pc: number | null;
  /** dBm. */
  readonly rssi: number | null;
  /** `RD:` memory read, hex. */
  readonly read: string | null;
  /** `WW:` words written. */
  readonly written: number | null;
  /** `EA:`, why the reader could not get at the tag. */
  readonly accessError: string | null;
  /** `EB:`, why the tag refused. */
  readonly tagError: string | null;
}

/** What belongs to a tag; a header that comes again begins the next one, whatever the order of the lines. */
const tagHeaders: ReadonlySet<string> = new Set(['EP', 'PC', 'RI', 'RD', 'WW', 'EA', 'EB', 'IX', 'CR']);

/** Bytes of the longest EPC: the length in the PC word has five bits. */
const longestEpc = 62;

/** The tags of an answer, in order. Those without a readable EPC are left out. */
export function tagsOf(response: TslResponse): readonly TslTag[] {
  const groups: Map<string, string>[] = [];
  let group: Map<string, string> | null = null;
  for (const { header, value } of response.lines) {
    if (!tagHeaders.has(header)) continue;
    if (group === null || group.has(header)) {
      group = new Map();
      groups.push(group);
    }
    group.set(header, value);
  }
  return groups.flatMap((lines) => {
    const epc = lines.get('EP')?.trim().toUpperCase();
    if (epc === undefined || !isHex(epc) || epc.length > longestEpc * 2) return [];
    const pc = lines.get('PC')?.trim() ?? '';
    const rssi = lines.get('RI')?.trim() ?? '';
    const written = lines.get('WW')?.trim() ?? '';
    return [
      {
        epc,
        pc: /^[0-9A-F]{4}$/i.test(pc) ? Number.parseInt(pc, 16) : null,
        rssi: /^-?\d{1,3}$/.test(rssi) ? Number(rssi) : null,
        read: lines.get('RD')?.trim().toUpperCase() ?? null,
        written: /^\d{1,5}$/.test(written) ? Number(written) : null,
        accessError: lines.get('EA')?.trim() ?? null,
        tagError: lines.get('EB')?.trim() ?? null,
      },
    ];
  });
}

/** Hex of whole 16-bit words, upper case; the empty text counts. */
export function isHex(text: string): boolean {
  return text.length % 4 === 0 && /^[0-9A-F]*$/.test(text);
}

/**
 * The barcode that the handheld read, or null. `BC:` comes escaped (ESC before CR, LF and itself), `BR:` as it is:
 * the vendor's SDK 1.1, BarcodeCommand.
 */
export function barcodeOf(response: TslResponse): string | null {
  const escaped = valueOf(response, 'BC');
  // oxlint-disable-next-line no-control-regex -- ESC is the escape character of this protocol
  const text = escaped === null ? valueOf(response, 'BR') : escaped.replace(/\u001B([^])/gu, '$1');
  return text === null || text === '' ? null : text;
}
