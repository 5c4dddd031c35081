/**
 * Text that was UTF-8 and that a scanner or its driver read as Windows-1252 or Latin-1: `NGUYá»„N` for `NGUYỄN`.
 * Nothing is lost in that mistake, so it can be taken back (`reference/vietnam.md` §1.1).
 */

/** Bytes 80–9F of Windows-1252 as code points; the five it leaves open stay control characters. Source: WHATWG. */
const windows1252 = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((letter, index) => [
    letter.codePointAt(0) ?? 0,
    0x80 + index,
  ]),
);

/**
 * Byte A0 is a no-break space in Windows-1252, and by the time we see it, it may have become a space. Both have the
 * same last six bits, which is all that a continuation byte counts for.
 */
const space = 0x20;

/** Gives the text back as it was written, or null when it was not misread, or not only misread. */
export function restoreMisread(text: string): string | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = byteOf(letter.codePointAt(0) ?? 0);
    if (byte === null) return null;
    bytes.push(byte);
  }
  return decode(bytes);
}

function byteOf(codePoint: number): number | null {
  return windows1252.get(codePoint) ?? (codePoint <= 0xff ? codePoint : null);
}

function decode(bytes: readonly number[]): string | null {
  let restored = '';
  // A letter followed by a space also occurs in honest text (`XÃ AN`): it proves nothing, and only what was
  // misread beyond doubt elsewhere in the text allows reading it so.
  let proven = false;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0) return null;
    const tail = bytes.slice(at + 1, at + length);
    if (tail.length < length - 1 || !tail.every((byte) => isContinuation(byte) || byte === space))
      return null;
    const codePoint = tail.reduce(
      (sum, byte) => (sum << 6) | (byte & 0x3f),
      length === 1 ? lead : lead & (0x7f >> length),
    );
    if (codePoint > 0x10_ff_ff) return null;
    proven ||= length > 1 && tail.every(isContinuation);
    restored += String.fromCodePoint(codePoint);
    at += length;
  }
  return proven ? restored : null;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** Length of the UTF-8 sequence that a byte begins; 0 when none begins with it. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
