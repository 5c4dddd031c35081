import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { SlipDocument, SlipLine } from '../../contract/devices/slip.ts';
import { blankBitmap } from './bitmap.ts';
import type { Bitmap } from './bitmap.ts';
import { discard, slipFont, thresholded, whiteCanvas, whiten } from './canvas.ts';
import { layoutSlip } from './layout.ts';
import type { Mark, Measure, Pens, SlipLayout } from './layout.ts';
import { withoutRealTimeCommands } from './real-time-guard.ts';
import { sheetFor } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { slipText } from './slip-text.ts';

/** Five metres of paper at 203 dpi: more than 400 loans; a slip beyond it is a mistake. */
const maxHeight = 40_000;

/** Rows drawn at a time: bounds memory, and a scan waits for one band at most. */
const bandHeight = 64;

/** How far a letter may reach outside its own line box. */
const overhang = 16;

/**
 * Draws a slip for a print head of `dots`. Null when it would be taller than five metres. Rejects when the
 * native canvas or its fonts cannot be loaded.
 */
export function drawSlip(document: SlipDocument, dots: 576 | 384): Promise<Bitmap | null> {
  return drawOnSheet(document, sheetFor(dots));
}

/** The same on paper of other measures. The sheet's width must be a multiple of 8. */
export async function drawOnSheet(document: SlipDocument, sheet: Sheet): Promise<Bitmap | null> {
  const context = whiteCanvas(sheet.width, bandHeight);
  try {
    const printed = { ...document, lines: document.lines.map(printable) };
    const pens = { measure: measureOn(context), qr: await qrEncoder(document) };
    const layout = layoutSlip(printed, sheet, pens, maxHeight);
    return layout === null ? null : withoutRealTimeCommands(await drawn(layout, context));
  } finally {
    discard(context);
  }
}

/** Loaded for a slip with a QR code on it only. */
async function qrEncoder({ lines }: SlipDocument): Promise<Pens['qr']> {
  if (!lines.some(({ kind }) => kind === 'qr')) return () => null;
  return (await import('./qr-code.ts')).qrModules;
}

function measureOn(context: SKRSContext2D): Measure {
  return (text, style) => {
    context.font = slipFont(style.weight, style.size);
    return context.measureText(text).width;
  };
}

async function drawn(layout: SlipLayout, context: SKRSContext2D): Promise<Bitmap> {
  const slip = blankBitmap(context.canvas.width, layout.height);
  for (let top = 0; top < slip.height; top += bandHeight) {
    whiten(context);
    for (const mark of layout.marks) if (touches(mark, top)) draw(context, mark, top);
    const band = thresholded(context).bits;
    const start = top * (slip.width >> 3);
    slip.bits.set(band.subarray(0, slip.bits.length - start), start);
    await nextTurn();
  }
  return slip;
}

function touches(mark: Mark, top: number): boolean {
  const [from, to] =
    mark.kind === 'fill'
      ? [mark.y, mark.y + mark.height]
      : [mark.baseline - mark.style.lineHeight - overhang, mark.baseline + mark.style.lineHeight];
  return to > top && from < top + bandHeight;
}

function draw(context: SKRSContext2D, mark: Mark, top: number): void {
  if (mark.kind === 'fill') {
    context.fillRect(mark.x, mark.y - top, mark.width, mark.height);
  } else {
    context.font = slipFont(mark.style.weight, mark.style.size);
    context.fillText(mark.text, mark.x, mark.baseline - top);
  }
}

function printable(line: SlipLine): SlipLine {
  switch (line.kind) {
    case 'text':
      return { ...line, text: slipText(line.text) };
    case 'pair':
      return { ...line, left: slipText(line.left), right: slipText(line.right) };
    case 'barcode':
      return { ...line, value: slipText(line.value) };
    // A QR code holds any text as it is.
    case 'qr':
    case 'rule':
    case 'gap':
      return line;
  }
}
