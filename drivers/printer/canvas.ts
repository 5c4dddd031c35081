import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { blacken, blankBitmap } from './bitmap.ts';
import type { Bitmap } from './bitmap.ts';

const subsets = ['latin', 'vietnamese', 'latin-ext'] as const;
const weights = [500, 700] as const;

/** CSS font for Be Vietnam Pro at a size in dots. */
export function slipFont(weight: 500 | 700, size: number): string {
  return `${weight} ${size}px ${subsets.map((subset) => `"Slip ${subset}"`).join(', ')}`;
}

/**
 * A drawing context on a white canvas, with the fonts registered. Throws when the native module or a font
 * file is missing. The files are read here and handed over as bytes: the native module cannot see into an
 * asar archive, Node can.
 */
export function whiteCanvas(width: number, height: number): SKRSContext2D {
  registerFonts();
  const context = createCanvas(width, height).getContext('2d');
  whiten(context);
  return context;
}

/** Paints the whole canvas white and leaves the pen black. */
export function whiten(context: SKRSContext2D): void {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.fillStyle = '#000';
}

/**
 * Ink on more than a third of a dot blackens it: half would lose the thinnest strokes of small letters and the dots below
 * (ạ, ẹ). No dithering: it frays letters.
 */
const darkest = 160;

/** The canvas as crisp dots. */
export function thresholded(context: SKRSContext2D): Bitmap {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const bitmap = blankBitmap(width, height);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) if ((data[at] ?? 255) < darkest) blacken(bitmap, x, y);
  }
  // Pixels are not on the JavaScript heap, so nothing hurries to collect them: they would pile up to 150 MB.
  if (data.buffer instanceof ArrayBuffer) data.buffer.transfer(0);
  return bitmap;
}

/** Gives the memory of a canvas back at once, for the same reason. It cannot be drawn on any more. */
export function discard(context: SKRSContext2D): void {
  context.canvas.width = 1;
  context.canvas.height = 1;
}

function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const subset of subsets) {
    if (GlobalFonts.has(`Slip ${subset}`)) continue;
    for (const weight of weights) {
      const file = resolve(
        `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`,
      );
      if (GlobalFonts.register(readFileSync(file), `Slip ${subset}`) === null) {
        throw new Error(`The font ${file} cannot be read`);
      }
    }
  }
}
