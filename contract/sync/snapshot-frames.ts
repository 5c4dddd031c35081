/**
 * How a snapshot is cut: each zstd frame stands behind a skippable frame of twelve bytes that holds its length, as
 * pzstd writes them. Any zstd program unpacks the whole; a station unpacks frame by frame while it downloads.
 * Source of the numbers: RFC 8878 section 3.1.2; the layout of `contrib/pzstd` in the zstd distribution.
 */

/** Magic number of a skippable frame, little-endian. */
const skippable = 0x184d2a50;
/** Length of what a skippable frame of ours holds. */
const held = 4;
export const frameHeadBytes = 12;
/** Bytes of the mirror file in one frame, all but the last: what it becomes still lies in a processor's cache. */
export const frameRawBytes = 1024 * 1024;
/** The most that a frame may hold: files of provinces before November 2026 have such. */
export const longestFrameRawBytes = 4 * 1024 * 1024;
/** No frame of so many raw bytes is longer (`ZSTD_compressBound`). */
const longestFrame = longestFrameRawBytes + (longestFrameRawBytes >> 8) + 512;

/** What stands before a frame of this length. */
export function frameHead(length: number): Uint8Array {
  const head = new Uint8Array(frameHeadBytes);
  const view = new DataView(head.buffer);
  view.setUint32(0, skippable, true);
  view.setUint32(4, held, true);
  view.setUint32(8, length, true);
  return head;
}

/** Length of the frame behind the head that `bytes` begin with; null when that is no head of a snapshot. */
export function frameLength(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < frameHeadBytes) return null;
  if (view.getUint32(0, true) !== skippable || view.getUint32(4, true) !== held) return null;
  const length = view.getUint32(8, true);
  return length > 0 && length <= longestFrame ? length : null;
}
