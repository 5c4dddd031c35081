/** One-bit picture, row by row, most significant bit leftmost, 1 = black: the layout `GS v 0` sends. */
export interface Bitmap {
  /** Dots; always a multiple of 8. */
  readonly width: number;
  readonly height: number;
  /** `width / 8 * height` bytes. */
  readonly bits: Uint8Array;
}

/** A white bitmap. `width` is rounded up to whole bytes. */
export function blankBitmap(width: number, height: number): Bitmap {
  const stride = Math.ceil(width / 8);
  return { width: stride * 8, height, bits: new Uint8Array(stride * height) };
}

/** Whether the dot is black; outside the bitmap everything is white. */
export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return false;
  return ((bitmap.bits[y * (bitmap.width >> 3) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Blackens one dot in place; dots outside are dropped, as a print head drops them. */
export function blacken(bitmap: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return;
  const index = y * (bitmap.width >> 3) + (x >> 3);
  bitmap.bits[index] = (bitmap.bits[index] ?? 0) | (0x80 >> (x & 7));
}

/** Blackens a rectangle in place. */
export function blackenArea(bitmap: Bitmap, left: number, top: number, width: number, height: number): void {
  for (let y = top; y < top + height; y += 1)
    for (let x = left; x < left + width; x += 1) blacken(bitmap, x, y);
}

/** Blackens on one bitmap what is black on another, from a corner; what reaches over the edge is lost. */
export function stamp(onto: Bitmap, picture: Bitmap, left: number, top: number): void {
  const stride = picture.width >> 3;
  picture.bits.forEach((byte, at) => {
    if (byte === 0) return;
    const x = left + (at % stride) * 8;
    const y = top + Math.floor(at / stride);
    for (let dot = 0; dot < 8; dot += 1) if (byte & (0x80 >> dot)) blacken(onto, x + dot, y);
  });
}

/** Rows `from` to `from + count` (fewer at the end) as a view on the same memory. */
export function bitmapRows(bitmap: Bitmap, from: number, count: number): Bitmap {
  const stride = bitmap.width >> 3;
  const height = Math.max(0, Math.min(count, bitmap.height - from));
  return { width: bitmap.width, height, bits: bitmap.bits.subarray(from * stride, (from + height) * stride) };
}
