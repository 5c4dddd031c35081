import { blacken, blankBitmap } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';
import type { PrintHead } from './head.ts';
import { oneByte, skip, word } from './reading.ts';
import type { Reading } from './reading.ts';
import type { TextMode } from './text-mode.ts';

/**
 * `GS v 0 m xL xH yL yH data`: printed row by row as it arrives, so a picture of any height costs one row of memory
 * and a roll may end in the middle of it.
 */
export function* rasterPicture(head: PrintHead, align: TextMode['align']): Reading<void> {
  const scale = yield* oneByte();
  const stride = yield* word();
  const height = yield* word();
  const scaleX = scale & 1 ? 2 : 1;
  const scaleY = scale & 2 ? 2 : 1;
  const kept = Math.min(stride, head.width >> 3);
  const free = head.width - Math.min(head.width, kept * 8 * scaleX);
  const left = { left: 0, center: free >> 1, right: free }[align];
  for (let y = 0; y < height && stride > 0; y += 1) {
    const row = blankBitmap(kept * 8, 1);
    for (let x = 0; x < kept; x += 1) row.bits[x] = yield* oneByte();
    yield* skip(stride - kept);
    const wide = scaleX === 1 ? row : enlarged(row, scaleX, 1);
    for (let copy = 0; copy < scaleY; copy += 1) head.print(wide, left);
  }
}

/**
 * `ESC * m nL nH data`: columns of 8 or 24 dots, topmost first. The 8-dot modes have a third of the resolution
 * downwards; modes 0 and 32 half of it sideways.
 */
export function* columnPicture(width: number): Reading<Bitmap> {
  const mode = yield* oneByte();
  const columns = yield* word();
  const tall = mode === 32 || mode === 33;
  const picture = blankBitmap(Math.min(columns, width), tall ? 24 : 8);
  for (let x = 0; x < columns; x += 1) {
    for (let part = 0; part < (tall ? 3 : 1); part += 1) {
      const dots = yield* oneByte();
      for (let dot = 0; dot < 8; dot += 1) if (dots & (0x80 >> dot)) blacken(picture, x, part * 8 + dot);
    }
  }
  return enlarged(picture, mode === 0 || mode === 32 ? 2 : 1, tall ? 1 : 3);
}

function enlarged(from: Bitmap, scaleX: number, scaleY: number): Bitmap {
  const to = blankBitmap(from.width * scaleX, from.height * scaleY);
  const stride = from.width >> 3;
  for (let y = 0; y < to.height; y += 1) {
    for (let x = 0; x < to.width; x += 1) {
      const source = Math.floor(x / scaleX);
      const byte = from.bits[Math.floor(y / scaleY) * stride + (source >> 3)] ?? 0;
      if (byte & (0x80 >> (source & 7))) blacken(to, x, y);
    }
  }
  return to;
}
