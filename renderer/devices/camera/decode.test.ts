import { toBuffer } from 'bwip-js/node';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { createDecoder, greyOf } from './decode.ts';
import type { GreyPicture } from './decode.ts';

const decodeWhole = createDecoder();
const decode = (seen: GreyPicture): string | null => decodeWhole(seen)?.text ?? null;

/** A label as a camera sees it: drawn by another library than the one that reads it, on white. */
async function picture(bcid: string, text: string, more: object = {}): Promise<GreyPicture> {
  const png = PNG.sync.read(
    await toBuffer({
      bcid,
      text,
      scale: 3,
      ...(bcid === 'qrcode' ? {} : { height: 14 }),
      paddingwidth: 12,
      paddingheight: 12,
      backgroundcolor: 'ffffff',
      ...more,
    }),
  );
  return greyOf(new Uint8ClampedArray(png.data), png.width, png.height);
}

/** The picture turned by a quarter, dimmed, and with the grain of a cheap camera. */
function worse({ pixels, width, height }: GreyPicture, seed: number, turn: boolean): GreyPicture {
  let state = seed;
  const grain = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state / 2 ** 32 - 0.5) * 24;
  };
  const out = new Uint8ClampedArray(pixels.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      out[turn ? x * height + (height - 1 - y) : y * width + x] =
        40 + (pixels[y * width + x] ?? 0) * 0.65 + grain();
  return turn ? { pixels: out, width: height, height: width } : { pixels: out, width, height };
}

const card = '024090001234|121234567|BẠN ĐỌC THỬ|01011990|Nam|Xã Thử, Bắc Giang|15042021';
const labels = [
  ['code128', 'VV.004512', 'VV.004512'],
  ['code128', 'BN-900123', 'BN-900123'],
  ['code39', 'PM.002774', 'PM.002774'],
  ['rationalizedCodabar', 'A58198000943996B', '58198000943996'],
  ['interleaved2of5', '58198000943996', '58198000943996'],
  ['ean13', '9786042212342', '9786042212342'],
  ['isbn', '978-604-2-21234-2', '9786042212342'],
  ['qrcode', 'https://opac.vn/i/00a1', 'https://opac.vn/i/00a1'],
  ['qrcode', card, card],
] as const;

describe('a label of each kind', () => {
  it.each(labels)('%s %s is read', async (bcid, text, code) => {
    expect(decode(await picture(bcid, text))).toBe(code);
  });

  it.each(labels)('%s %s is read from a dim and grainy picture, also turned', async (bcid, text, code) => {
    const clean = await picture(bcid, text);
    expect(decode(worse(clean, 7, false))).toBe(code);
    expect(decode(worse(clean, 8, true))).toBe(code);
  });

  it('with a wrong check digit is not read', async () => {
    const right = await picture('ean13', '9786042212342');
    // The last digit's bars are painted over.
    const { pixels, width, height } = right;
    const spoilt = pixels.map((value, at) =>
      at % width > width * 0.72 && at % width < width * 0.82 ? 255 : value,
    );
    expect(decode({ pixels: spoilt, width, height })).toBeNull();
  });

  it('that nobody here uses is not read', async () => {
    expect(decode(await picture('code93', 'VV.004512'))).toBeNull();
  });
});

describe('a picture without a code', () => {
  it('is nothing, and the next one is read', async () => {
    const good = await picture('code128', 'VV.004512');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer(),
        (width, height, seed) => {
          const blank = { pixels: new Uint8ClampedArray(width * height).fill(128), width, height };
          expect(decode(worse(blank, seed, false))).toBeNull();
        },
      ),
      { numRuns: 40 },
    );
    expect(decode({ ...good, width: good.width * 9 })).toBeNull();
    expect(decode(good)).toBe('VV.004512');
  });
});
