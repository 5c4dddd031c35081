import type { Label } from '../../../contract/devices/printing.ts';
import { blankBitmap, stamp } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';
import { discard, slipFont, thresholded, whiteCanvas } from '../canvas.ts';
import { breakText } from '../line-breaking.ts';
import { slipText } from '../slip-text.ts';
import { labelCode } from './label-code.ts';

/** White along the edges of a label, in dots: 1.5 mm, as far as a sheet may slip in the printer. */
const padding = 18;

/** Text sizes to try in dots, 11 point down to 5: what still can be read on a shelf. */
const textSizes = [46, 42, 38, 34, 30, 26, 22];

/** Bars take so much of a label's height at most. */
const barShare = 0.45;

/** Dots. */
interface Area {
  readonly width: number;
  readonly height: number;
}

/**
 * One label in dots: text above bars, or beside a QR code. Null when its code does not fit or cannot hold the value,
 * or its text is too long even in the smallest size: a label that misses something is worse than none.
 */
export function drawLabel(label: Label, { width, height }: Area): Bitmap | null {
  const inner = { width: width - 2 * padding, height: height - 2 * padding };
  const picture = blankBitmap(width, height);
  if (label.code === null) return withText(picture, label.lines, padding, padding, inner);
  if (label.code.symbology === 'qr') {
    const code = labelCode(label.code, { width: inner.width / 2, height: inner.height });
    if (code === null) return null;
    stamp(picture, code, padding, padding + ((inner.height - code.height) >> 1));
    const left = padding + code.width;
    return withText(picture, label.lines, left, padding, { ...inner, width: width - padding - left });
  }
  const caption = { width: inner.width, height: 32 };
  const code = labelCode(label.code, { width, height: Math.floor(inner.height * barShare) });
  if (code === null) return null;
  const top = height - padding - caption.height - code.height;
  stamp(picture, code, (width - code.width) >> 1, top);
  const named = withText(picture, [label.code.value], padding, top + code.height, caption);
  return named && withText(named, label.lines, padding, padding, { ...inner, height: top - 2 * padding });
}

function withText(
  picture: Bitmap,
  lines: readonly string[],
  left: number,
  top: number,
  area: Area,
): Bitmap | null {
  if (lines.every((line) => slipText(line) === '')) return picture;
  if (area.width < 1 || area.height < 1) return null;
  const context = whiteCanvas(Math.ceil(area.width / 8) * 8, area.height);
  try {
    for (const size of textSizes) {
      const set = lines.flatMap((line, index) => {
        const font = slipFont(index === 0 ? 700 : 500, size);
        context.font = font;
        const parts = breakText(slipText(line), area.width, (part) => context.measureText(part).width);
        return parts.map((text) => ({ text, font }));
      });
      const lineHeight = Math.round(size * 1.4);
      if (set.length * lineHeight > area.height) continue;
      context.textAlign = 'center';
      set.forEach(({ text, font }, index) => {
        context.font = font;
        context.fillText(text, area.width / 2, index * lineHeight + Math.ceil(size * 1.16));
      });
      stamp(picture, thresholded(context), left, top);
      return picture;
    }
    return null;
  } finally {
    discard(context);
  }
}
