import { blacken, isBlack } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';
import { discard, slipFont, thresholded, whiteCanvas } from '../canvas.ts';
import type { Cell } from './text-mode.ts';

/**
 * Draws the characters of one line onto a strip: each in its fixed cell, squeezed where the letter is wider, since
 * a real printer's own font has one width only.
 */
export function paintCells(strip: Bitmap, cells: readonly Cell[]): void {
  const context = whiteCanvas(strip.width, strip.height);
  for (const { character, x, width, height, mode } of cells) {
    const top = strip.height - height;
    if (mode.inverted) context.fillRect(x, top, width, height);
    context.fillStyle = mode.inverted ? '#fff' : '#000';
    if (mode.underline) context.fillRect(x, strip.height - 2, width, 2);
    context.save();
    context.translate(x + width / 2, top);
    context.scale(mode.scaleX, mode.scaleY);
    const box = height / mode.scaleY;
    context.font = slipFont(mode.bold ? 700 : 500, box * 0.75);
    context.textAlign = 'center';
    context.fillText(character, 0, box * 0.8, width / mode.scaleX);
    context.restore();
    context.fillStyle = '#000';
  }
  const drawn = thresholded(context);
  discard(context);
  for (let y = 0; y < drawn.height; y += 1) {
    for (let x = 0; x < drawn.width; x += 1) if (isBlack(drawn, x, y)) blacken(strip, x, y);
  }
}
