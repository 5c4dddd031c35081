/** Lengths of ISO 15962: groups of 7 bits, the top bit says that another one follows. */

/** Groups that are read: 21 bits are more than any tag has bytes. */
const mostGroups = 3;

/** Null when it goes past the end, or on for longer than any length does. */
export function readLength(
  bytes: Uint8Array,
  start: number,
): { readonly length: number; readonly next: number } | null {
  let length = 0;
  for (let at = start; at < start + mostGroups; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return null;
    length = (length << 7) | (byte & 0x7f);
    if (byte < 0x80) return { length, next: at + 1 };
  }
  return null;
}

export function lengthBytes(length: number): readonly number[] {
  const groups = [length & 0x7f];
  for (let rest = length >> 7; rest > 0; rest >>= 7) groups.unshift((rest & 0x7f) | 0x80);
  return groups;
}
