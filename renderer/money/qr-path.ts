import { EncodeHintType, QRCodeDecoderErrorCorrectionLevel as Level, QRCodeEncoder } from '@zxing/library';

/** A QR code as the `d` of an SVG path of unit squares, and its width in modules with the quiet zone. */
export interface QrPath {
  readonly path: string;
  readonly size: number;
}

/** Light modules every reader needs around a code (ISO/IEC 18004). */
const quiet = 4;

/** Draws the text of a payment code; null when it is too long for one. Level M, as banks print it. */
export function qrPath(text: string): QrPath | null {
  try {
    const hints = new Map([[EncodeHintType.CHARACTER_SET, 'UTF-8']]);
    const matrix = QRCodeEncoder.encode(text, Level.M, hints).getMatrix();
    const size = matrix.getWidth();
    const rows = Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (_, x) =>
        matrix.get(x, y) === 1 ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '',
      ).join(''),
    );
    return { path: rows.join(''), size: size + 2 * quiet };
  } catch {
    return null;
  }
}
