import { readFileSync } from 'node:fs';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  ResultMetadataType,
  RGBLuminanceSource,
} from '@zxing/library';
import type { Result } from '@zxing/library';
import { PNG } from 'pngjs';
import { blacken, blankBitmap, isBlack } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';

/** Number of black dots. */
export function inkOf(picture: Bitmap): number {
  return picture.bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
}

/** A slip as anybody's PNG reader sees it. */
export function readPng(file: string): Bitmap {
  const png = PNG.sync.read(readFileSync(file));
  const bitmap = blankBitmap(png.width, png.height);
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      if ((png.data[(y * png.width + x) * 4] ?? 255) < 128) blacken(bitmap, x, y);
    }
  }
  return bitmap;
}

/** The barcode on a picture, with white paper around it, as ZXing reads it. Throws when there is none. */
export function decodeBarcode(
  bitmap: Bitmap,
  formats: readonly BarcodeFormat[] = [BarcodeFormat.CODE_128, BarcodeFormat.CODE_39],
): { readonly text: string; readonly format: BarcodeFormat } {
  const result = readBarcode(bitmap, formats);
  return { text: result.getText(), format: result.getBarcodeFormat() };
}

/** The QR code on a picture, and its level of error correction. Throws when there is none. */
export function decodeQr(bitmap: Bitmap): { readonly text: string; readonly level: unknown } {
  const result = readBarcode(bitmap, [BarcodeFormat.QR_CODE]);
  return {
    text: result.getText(),
    level: result.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL),
  };
}

function readBarcode(bitmap: Bitmap, formats: readonly BarcodeFormat[]): Result {
  const margin = 40;
  const width = bitmap.width + 2 * margin;
  const height = bitmap.height + 2 * margin;
  const pixels = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels[y * width + x] = isBlack(bitmap, x - margin, y - margin) ? 0 : 255;
    }
  }
  const picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, width, height)));
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.TRY_HARDER, true],
    [DecodeHintType.POSSIBLE_FORMATS, formats],
  ]);
  return new MultiFormatReader().decode(picture, hints);
}
