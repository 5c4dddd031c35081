import { QRCodeDecoderErrorCorrectionLevel, QRCodeEncoder } from '@zxing/library';
import type { QrModules } from './layout.ts';

/**
 * A QR code (ISO/IEC 18004) with error correction M, which bank apps are used to and which outlives a crease. Text is
 * written as UTF-8 without an ECI mark: some bank apps refuse a code that has one. Null when the text is empty or
 * longer than a code can hold (2 331 bytes). Import this file for a slip that has a code: the encoder costs 20 MB.
 */
export function qrModules(text: string): QrModules | null {
  if (text === '') return null;
  try {
    const matrix = QRCodeEncoder.encode(text, QRCodeDecoderErrorCorrectionLevel.M).getMatrix();
    return { size: matrix.getWidth(), isBlack: (x, y) => matrix.get(x, y) === 1 };
  } catch {
    return null;
  }
}
