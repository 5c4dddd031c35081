import type { Bitmap } from '../bitmap.ts';
import { blacken, isBlack } from '../bitmap.ts';

/** The strip that hangs out of the printer. */
export interface Paper {
  readonly rows: () => number;
  /** Prints the rows of a picture, shifted right by `x` dots; what does not fit on the paper is lost. */
  print(picture: Bitmap, x: number): void;
  feed(rows: number): void;
  /** Takes the strip away; the next one begins empty. */
  take(): Bitmap;
}

/** @param width dots, a multiple of 8 */
export function createPaper(width: number): Paper {
  const stride = width >> 3;
  let bits = new Uint8Array(stride * 512);
  let rows = 0;

  const extend = (count: number): Bitmap => {
    const needed = (rows + count) * stride;
    if (needed > bits.length) {
      const larger = new Uint8Array(Math.max(needed, bits.length * 2));
      larger.set(bits);
      bits = larger;
    }
    const added = { width, height: count, bits: bits.subarray(rows * stride, needed) };
    rows += count;
    return added;
  };

  return {
    rows: () => rows,
    print(picture, x) {
      const strip = extend(picture.height);
      if (x % 8 === 0 && x >= 0) copyBytes(picture, strip, x >> 3);
      else copyDots(picture, strip, x);
    },
    feed(count) {
      extend(count);
    },
    take() {
      const taken = { width, height: rows, bits: bits.subarray(0, rows * stride) };
      bits = new Uint8Array(stride * 512);
      rows = 0;
      return taken;
    },
  };
}

function copyBytes(from: Bitmap, to: Bitmap, shift: number): void {
  const stride = from.width >> 3;
  const kept = Math.max(0, Math.min(stride, (to.width >> 3) - shift));
  for (let y = 0; y < from.height; y += 1) {
    to.bits.set(from.bits.subarray(y * stride, y * stride + kept), y * (to.width >> 3) + shift);
  }
}

function copyDots(from: Bitmap, to: Bitmap, shift: number): void {
  for (let y = 0; y < from.height; y += 1) {
    for (let x = 0; x < from.width; x += 1) if (isBlack(from, x, y)) blacken(to, x + shift, y);
  }
}
