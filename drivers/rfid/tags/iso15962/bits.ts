/** The `width` bits from bit `at`, most significant first; -1 when they go past the end. */
export function bitsAt(bytes: Uint8Array, at: number, width: number): number {
  if (at + width > bytes.length * 8) return -1;
  let value = 0;
  for (let bit = at; bit < at + width; bit += 1)
    value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  return value;
}

export interface BitWriter {
  add(value: number, width: number): void;
  /** Fills the last byte up with the first bits of `pad` (8 bits). */
  finish(pad: number): Uint8Array;
}

export function createBitWriter(): BitWriter {
  const bytes: number[] = [];
  let held = 0;
  let count = 0;
  const add = (value: number, width: number): void => {
    for (let bit = width - 1; bit >= 0; bit -= 1) {
      held = (held << 1) | ((value >> bit) & 1);
      count += 1;
      if (count === 8) {
        bytes.push(held);
        held = 0;
        count = 0;
      }
    }
  };
  return {
    add,
    finish(pad) {
      const missing = (8 - count) % 8;
      add(pad >> (8 - missing), missing);
      return Uint8Array.from(bytes);
    },
  };
}
