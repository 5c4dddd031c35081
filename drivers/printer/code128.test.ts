import { BarcodeFormat } from '@zxing/library';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blacken, blankBitmap } from './bitmap.ts';
import { code128Elements, code128Values } from './code128.ts';
import { decodeBarcode } from './testing/decode.ts';

function printed(text: string): ReturnType<typeof blankBitmap> {
  const elements = code128Elements(code128Values(text) ?? []);
  const width = elements.reduce((sum, element) => sum + element, 0);
  const picture = blankBitmap(width * 2, 60);
  let left = 0;
  elements.forEach((element, index) => {
    for (let x = left; index % 2 === 0 && x < left + element * 2; x += 1) {
      for (let y = 0; y < 60; y += 1) blacken(picture, x, y);
    }
    left += element * 2;
  });
  return picture;
}

describe('Code 128', () => {
  it('is read back by ZXing, whatever the mixture of digits and letters', () => {
    const piece = fc.oneof(
      fc.stringMatching(/^\d{0,9}$/),
      fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const text = pieces.join('').slice(0, 30);
        fc.pre(text !== '');
        expect(decodeBarcode(printed(text))).toEqual({ text, format: BarcodeFormat.CODE_128 });
      }),
      { numRuns: 60 },
    );
  });

  it('puts two digits into one symbol where that is shorter', () => {
    expect(code128Values('00012345')).toHaveLength(5);
    expect(code128Values('DTP-00012345')).toHaveLength(10);
    expect(code128Values('12')).toHaveLength(2);
  });

  it('refuses what it cannot hold', () => {
    expect(code128Values('')).toBeNull();
    expect(code128Values('ĐKCB')).toBeNull();
    expect(code128Values('a\n')).toBeNull();
  });
});
