import { BarcodeFormat } from '@zxing/library';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { bench, bytesOf, cut } from './testing/bench.ts';
import { decodeBarcode, inkOf } from './testing/decode.ts';

describe('what other programs print', () => {
  it.each([
    ['a Code 39', bytesOf('Code39 function A (NUL terminated) ABC123'), 'ABC123', BarcodeFormat.CODE_39],
    [
      'a Code 128',
      [0x1d, 0x68, 80, 0x1d, 0x77, 2, 0x1d, 0x6b, 73, 10, ...Buffer.from('{BVN.00123')],
      'VN.00123',
      BarcodeFormat.CODE_128,
    ],
    [
      'a QR code',
      bytesOf('QR model 2, size 6, EC M, data https://x.vn/1'),
      'https://x.vn/1',
      BarcodeFormat.QR_CODE,
    ],
  ] as const)('%s can be read from the paper', async (_, bytes, text, format) => {
    const { slip, type } = await bench(576);
    type([0x1b, 0x61, 1], Uint8Array.from(bytes), cut);
    expect(decodeBarcode(await slip(), [format])).toEqual({ text, format });
  });

  it('all of Code 39 can be read from the paper', async () => {
    const { slip, type } = await bench(576);
    for (const text of ['0123456789', 'ABCDEFGHIJ', 'KLMNOPQRST', 'UVWXYZ-. $', '/+%']) {
      type([0x1d, 0x77, 2, 0x1d, 0x6b, 69, text.length], text, cut);
      expect(decodeBarcode(await slip(), [BarcodeFormat.CODE_39]).text).toBe(text);
    }
  });

  it('TCVN-3 text shows as the letters it means', async () => {
    const { slip, type } = await bench(576);
    type([0x1b, 0x74, 30], bytesOf('TCVN-3 lower-case page: all 67 accented letters + base vowels'), cut);
    const tcvn = await slip();
    // The same word in two encodings is the same picture: "Đồng" as TCVN-3 and as Windows-1258.
    type([0x1b, 0x74, 30, 0xa7, 0xe5], 'ng', cut, [0x1b, 0x74, 52, 0xd0, 0xf4, 0xcc], 'ng', cut);
    const [one, other] = [await slip(), await slip()];
    expect(inkOf(tcvn)).toBeGreaterThan(4_000);
    expect(inkOf(one)).toBeGreaterThan(150);
    expect(Buffer.from(one.bits).equals(other.bits)).toBe(true);
  });

  it('bold, size and alignment show', async () => {
    const { slip, type } = await bench(576);
    const line = async (...before: readonly number[]): Promise<Bitmap> => {
      type([0x1b, 0x40, ...before], 'THU VIEN\n', cut);
      return slip();
    };
    const plain = await line();
    const left = (paper: Bitmap): number => {
      for (let x = 0; x < paper.width; x += 8) {
        for (let y = 0; y < paper.height; y += 1) if (paper.bits[(y * paper.width + x) >> 3]) return x;
      }
      return paper.width;
    };
    expect(plain.height).toBe(30);
    expect(inkOf(await line(0x1b, 0x45, 1))).toBeGreaterThan(inkOf(plain));
    expect((await line(0x1d, 0x21, 0x11)).height).toBe(48);
    expect((await line(0x1b, 0x21, 0x30)).height).toBe(48);
    expect(left(await line(0x1b, 0x61, 1))).toBeGreaterThanOrEqual(232);
    expect(left(await line(0x1b, 0x61, 2))).toBeGreaterThanOrEqual(480);
    expect(left(plain)).toBe(0);
  });

  it('long text goes on in the next line', async () => {
    const { slip, type } = await bench(384);
    type('x'.repeat(65), '\n', cut);
    expect((await slip()).height).toBe(90);
  });

  it('column pictures show', async () => {
    const { slip, type } = await bench(384);
    type([0x1b, 0x33, 24, 0x1b, 0x2a, 33, 16, 0, ...Array.from({ length: 48 }, () => 0xff), 0x0a], cut);
    const paper = await slip();
    expect(paper.height).toBe(24);
    expect(inkOf(paper)).toBe(24 * 16);
  });

  it('unknown commands leave the text after them alone', async () => {
    const { slip, type } = await bench(384);
    type('A\n', cut);
    const plain = await slip();
    const unknown = [
      [0x1b, 0x52, 12],
      [0x1b, 0x44, 8, 16, 24, 0],
      [0x1c, 0x2e],
      [0x1d, 0x4c, 0, 0],
      [0x1d, 0x28, 0x41, 2, 0, 0, 2],
      [0x1b, 0x63, 0x35, 0],
      [0x1d, 0x2a, 1, 1, ...Array.from({ length: 8 }, () => 0x41)],
      [0x10, 0x14, 1, 0, 1],
      [0x1b, 0x26, 3, 65, 65, 1, 1, 2, 3],
    ];
    for (const command of unknown) {
      type(command, 'A\n', cut);
      expect(Buffer.from((await slip()).bits).equals(plain.bits)).toBe(true);
    }
  });
});
