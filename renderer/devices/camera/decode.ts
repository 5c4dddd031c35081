import type { Reader } from '@zxing/library';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  EAN13Reader,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  MultiFormatOneDReader,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';

/** A picture as brightness, one byte a pixel, row by row. */
export interface GreyPicture {
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export interface Decoded {
  readonly text: string;
  /** The symbology can be seen where there is none: more pictures have to agree. */
  readonly weak: boolean;
}

/** Decodes one picture: the code it shows, or null. Never throws. */
export type Decode = (picture: GreyPicture) => Decoded | null;

/**
 * What libraries, books and papers carry; nothing else is looked for, so nothing else is misread. EAN comes after all
 * others have failed: its reader sees numbers in the bars of Code 128. Each reader by itself, because the library's
 * own reader of everything writes every failure to the console.
 */
function readersOf(): readonly Reader[] {
  const others = new Map<DecodeHintType, unknown>([
    [
      DecodeHintType.POSSIBLE_FORMATS,
      [BarcodeFormat.CODE_128, BarcodeFormat.CODE_39, BarcodeFormat.CODABAR, BarcodeFormat.ITF],
    ],
  ]);
  return [new QRCodeReader(), new MultiFormatOneDReader(others), new EAN13Reader()];
}

/** Every row of the picture, not only those near its middle. */
const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);

/** Shortest ITF code taken: a part of a longer one reads as a shorter one. */
const shortestItf = 6;
/** EAN-13 of books and serials; others are a library's own, and rare. */
const bookNumber = /^97[789]/u;
/** Start and stop letters of Codabar are no part of the code. */
const codabar = /^[A-D](.+)[A-D]$/u;

/**
 * A decoder that keeps nothing from one picture to the next. A blurred one-dimensional code is found by the brightness
 * of the whole picture where the local one fails, and one that lies on its side in the turned picture.
 */
export function createDecoder(): Decode {
  const readers = readersOf();
  return (picture) => {
    const { pixels, width, height } = picture;
    if (width < 1 || height < 1 || pixels.length !== width * height) return null;
    const source = sourceOf(picture);
    return (
      firstOf(readers, new BinaryBitmap(new HybridBinarizer(source))) ??
      firstOf(readers, new BinaryBitmap(new GlobalHistogramBinarizer(source))) ??
      firstOf(readers, new BinaryBitmap(new HybridBinarizer(sourceOf(turned(picture)))))
    );
  };
}

function sourceOf({ pixels, width, height }: GreyPicture): RGBLuminanceSource {
  return new RGBLuminanceSource(pixels, width, height);
}

function firstOf(readers: readonly Reader[], bitmap: BinaryBitmap): Decoded | null {
  for (const reader of readers) {
    try {
      const result = reader.decode(bitmap, hints);
      const decoded = taken(result.getBarcodeFormat(), result.getText());
      if (decoded) return decoded;
    } catch {
      // Nothing found is an exception there; so is a picture that drives a reader beyond its bounds.
    } finally {
      reader.reset();
    }
  }
  return null;
}

function taken(format: BarcodeFormat, text: string): Decoded | null {
  switch (format) {
    case BarcodeFormat.ITF:
      return text.length >= shortestItf ? { text, weak: true } : null;
    case BarcodeFormat.EAN_13:
      return { text, weak: !bookNumber.test(text) };
    case BarcodeFormat.CODABAR:
      return { text: codabar.exec(text)?.[1] ?? text, weak: false };
    default:
      return text === '' ? null : { text, weak: false };
  }
}

/** The picture turned by a quarter. */
function turned({ pixels, width, height }: GreyPicture): GreyPicture {
  const out = new Uint8ClampedArray(pixels.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) out[x * height + (height - 1 - y)] = pixels[y * width + x] ?? 0;
  return { pixels: out, width: height, height: width };
}

/** Brightness of RGBA pixels, with the weights of the eye in 1/256 (ITU-R BT.601). */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): GreyPicture {
  const pixels = new Uint8ClampedArray(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const from = at * 4;
    pixels[at] =
      ((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 150 + (rgba[from + 2] ?? 0) * 29 + 128) >> 8;
  }
  return { pixels, width, height };
}
