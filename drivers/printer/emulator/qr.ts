import { EncodeHintType, QRCodeDecoderErrorCorrectionLevel as Level, QRCodeEncoder } from '@zxing/library';
import { blacken, blankBitmap } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';

/**
 * A QR code for bytes as `GS ( k` stores them, read as UTF-8. Null when they do not fit into one.
 * @param module dots a module
 */
export function drawQr(data: Uint8Array, module: number, correction: 'L' | 'M' | 'Q' | 'H'): Bitmap | null {
  const matrix = encode(new TextDecoder().decode(data), correction);
  if (matrix === null) return null;
  const picture = blankBitmap(matrix.getWidth() * module, matrix.getHeight() * module);
  for (let y = 0; y < matrix.getHeight() * module; y += 1) {
    for (let x = 0; x < matrix.getWidth() * module; x += 1) {
      if (matrix.get(Math.floor(x / module), Math.floor(y / module)) === 1) blacken(picture, x, y);
    }
  }
  return picture;
}

function encode(text: string, correction: 'L' | 'M' | 'Q' | 'H') {
  try {
    const hints = new Map([[EncodeHintType.CHARACTER_SET, 'UTF-8']]);
    return QRCodeEncoder.encode(text, Level[correction], hints).getMatrix();
  } catch {
    // Too much data: the printer prints nothing either.
    return null;
  }
}
