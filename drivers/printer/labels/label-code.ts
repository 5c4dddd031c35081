import bwipjs from 'bwip-js';
import type { Label } from '../../../contract/devices/printing.ts';
import { blackenArea, blankBitmap } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';

type LabelCode = NonNullable<Label['code']>;

const names = {
  code128: 'code128',
  code39: 'code39',
  codabar: 'rationalizedCodabar',
  qr: 'qrcode',
} as const;

/** Narrowest bar that a cheap scanner reads from an office printer's paper: 0.17 mm, two dots at 300 dpi. */
const smallestModule = 2;

/** White around bars (ISO/IEC 15417) and around a QR code (ISO/IEC 18004), in modules. */
const quiet = { bars: 10, qr: 4 } as const;

/**
 * The picture of a code, with its white on the sides, in whole dots a module so that no bar is blurred; null when the
 * kind cannot hold the value, or it does not fit.
 * @param most dots it may take; bars are as high as that
 */
export function labelCode(
  { symbology, value }: LabelCode,
  most: { readonly width: number; readonly height: number },
): Bitmap | null {
  // bwip-js would put the UTF-8 bytes of other letters into bars, which scanners read as other letters.
  if (symbology !== 'qr' && !/^[ -~]+$/.test(value)) return null;
  const [symbol] = rawSymbol(names[symbology], value);
  if (symbol === undefined) return null;
  return 'sbs' in symbol ? bars(symbol.sbs, most) : squares(symbol, most);
}

/** Widths of bars and spaces in turn, or the squares of a code in rows. */
type RawSymbol =
  | { readonly sbs: readonly number[] }
  | { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number };

/** bwip-js throws what is wrong with the value. */
function rawSymbol(name: string, value: string): readonly RawSymbol[] {
  try {
    return bwipjs.raw(name, value, name === names.qr ? 'eclevel=M' : '');
  } catch {
    return [];
  }
}

function bars(
  elements: readonly number[],
  most: { readonly width: number; readonly height: number },
): Bitmap | null {
  const modules = elements.reduce((sum, width) => sum + width, 0) + 2 * quiet.bars;
  const module = Math.min(6, Math.floor(most.width / modules));
  if (module < smallestModule) return null;
  const picture = blankBitmap(Math.ceil(modules * module), most.height);
  let x = quiet.bars * module;
  elements.forEach((width, index) => {
    const dots = Math.round(width * module);
    if (index % 2 === 0) blackenArea(picture, x, 0, dots, most.height);
    x += dots;
  });
  return picture;
}

function squares(
  { pixs, pixx, pixy }: { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number },
  most: { readonly width: number; readonly height: number },
): Bitmap | null {
  const modules = pixx + 2 * quiet.qr;
  const module = Math.floor(Math.min(most.width / modules, most.height / (pixy + 2 * quiet.qr)));
  if (module < smallestModule + 1) return null;
  const picture = blankBitmap(modules * module, (pixy + 2 * quiet.qr) * module);
  pixs.forEach((pixel, at) => {
    const [x, y] = [quiet.qr + (at % pixx), quiet.qr + Math.floor(at / pixx)];
    if (pixel) blackenArea(picture, x * module, y * module, module, module);
  });
  return picture;
}
