import type { TslLine, TslResponse } from './response.ts';

/** Longest line that is kept: a QR code of the largest version holds 2 953 bytes (ISO/IEC 18004). */
const longestLine = 4_096;

/** Most lines of one answer: a thousand tags of eight lines. */
const mostLines = 8_000;

const escape = 0x1b;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export interface TslReader {
  /** Bytes in, whole answers out. Never throws; what does not belong to an answer is dropped. */
  push(bytes: Uint8Array): readonly TslResponse[];
}

interface Begun {
  readonly command: string;
  readonly index: number | null;
  readonly lines: TslLine[];
}

/** Cuts a TSL ASCII 2.0 stream into answers. A `CS:` begins anew wherever it stands, even behind torn bytes. */
export function createTslReader(): TslReader {
  let pending: Buffer = Buffer.alloc(0);
  /** Up to here there is no line end. */
  let searched = 0;
  let torn = false;
  let begun: Begun | null = null;

  const line = (text: string, isTorn: boolean): TslResponse | null => {
    const start = startOf(text);
    if (start !== null) {
      begun = start;
      return null;
    }
    // Text that lost its beginning says nothing certain, and neither does the answer around it.
    if (isTorn) begun = null;
    const parts = /^([A-Z]{2}): ?([^]*)$/u.exec(text);
    const [, header, value] = parts ?? [];
    if (begun === null || header === undefined || value === undefined) return null;
    const { command, index, lines } = begun;
    if (header === 'OK' || header === 'ER') {
      begun = null;
      return { command, index, error: header === 'OK' ? null : value.trim(), lines };
    }
    lines.push({ header, value });
    if (lines.length > mostLines) begun = null;
    return null;
  };

  return {
    push(bytes) {
      const responses: TslResponse[] = [];
      pending = pending.length === 0 ? Buffer.from(bytes) : Buffer.concat([pending, bytes]);
      let from = 0;
      for (;;) {
        const end = lineEnd(pending, from, Math.max(from, searched));
        if (end === -1) break;
        const to = pending[end - 1] === carriageReturn && end > from ? end - 1 : end;
        const tooLong = to - from > longestLine;
        const text = pending.toString('utf8', tooLong ? to - longestLine : from, to);
        const response = line(text, torn || tooLong);
        if (response !== null) responses.push(response);
        torn = false;
        from = end + 1;
      }
      torn ||= pending.length - from > longestLine;
      pending = pending.subarray(Math.max(from, pending.length - longestLine));
      searched = pending.length;
      return responses;
    },
  };
}

/** The line feed that ends the line which begins at `from`; inside a barcode an escaped one does not. */
function lineEnd(bytes: Buffer, from: number, searchFrom: number): number {
  let end = bytes.indexOf(lineFeed, searchFrom);
  if (bytes[from] !== 0x42 || bytes[from + 1] !== 0x43) return end;
  while (end > from && isEscaped(bytes, from, end)) end = bytes.indexOf(lineFeed, end + 1);
  return end;
}

/** Whether an odd number of escape characters stands before `at`. */
function isEscaped(bytes: Buffer, from: number, at: number): boolean {
  let escapes = 0;
  while (at - 1 - escapes >= from && bytes[at - 1 - escapes] === escape) escapes += 1;
  return escapes % 2 === 1;
}

function startOf(text: string): Begun | null {
  // The last one: what stands before it was cut off.
  const at = text.lastIndexOf('CS:');
  const parts = /^CS: ?(\.[a-z]{2,3})(?![a-z])([^]*)$/u.exec(at === -1 ? '' : text.slice(at));
  const [, command, rest] = parts ?? [];
  if (command === undefined || rest === undefined) return null;
  const [, index] = /^ LCMD (\d{1,9})\b/u.exec(rest) ?? [];
  return { command, index: index === undefined ? null : Number(index), lines: [] };
}
