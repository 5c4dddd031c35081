import type { Bitmap } from './bitmap.ts';

/**
 * Changes the fewest dots so that no picture contains a real-time command. Printers act on `DLE EOT`,
 * `DLE ENQ` and `DLE DC4` (10 04, 10 05, 10 14) the moment they arrive, even inside picture data: a status
 * answer nobody asked for, or a drawer that opens. One dot beside another is not seen on paper.
 */
export function withoutRealTimeCommands(bitmap: Bitmap): Bitmap {
  const bits = bitmap.bits.slice();
  for (let at = 0; at + 1 < bits.length; at += 1) {
    const next = bits[at + 1] ?? 0;
    if (bits[at] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)) bits[at] = 0x18;
  }
  return { ...bitmap, bits };
}
