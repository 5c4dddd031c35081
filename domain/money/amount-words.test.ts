import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from './amount-words.ts';

const ones = new Map(
  Object.entries({
    không: 0,
    một: 1,
    mốt: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    năm: 5,
    lăm: 5,
    sáu: 6,
    bảy: 7,
    tám: 8,
    chín: 9,
  }),
);
const scales = new Map(Object.entries({ nghìn: 1000, triệu: 1_000_000 }));

/**
 * Reads the words one after the other, as a listener does, and knows nothing of how they were made: a digit waits
 * for what follows it, `trăm` and `mươi` raise it, `nghìn`, `triệu` and `tỷ` close a group.
 */
function listen(words: string): number {
  let billions = 0;
  let below = 0;
  let group = 0;
  let digit = 0;
  for (const word of words
    .toLowerCase()
    .replace(/ đồng$/u, '')
    .split(' ')) {
    const value = ones.get(word);
    const scale = scales.get(word);
    if (value !== undefined) digit = value;
    else if (word === 'trăm') [group, digit] = [group + digit * 100, 0];
    else if (word === 'mươi') [group, digit] = [group + digit * 10, 0];
    else if (word === 'mười') group += 10;
    else if (scale !== undefined) [below, group, digit] = [below + (group + digit) * scale, 0, 0];
    else if (word === 'tỷ') [billions, below, group, digit] = [below + group + digit, 0, 0, 0];
    else if (word !== 'lẻ') throw new Error(`unknown word ${word}`);
  }
  return billions * 1_000_000_000 + below + group + digit;
}

describe('amountInWords', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi bốn đồng'],
    [100, 'Một trăm đồng'],
    [101, 'Một trăm lẻ một đồng'],
    [105, 'Một trăm lẻ năm đồng'],
    [115, 'Một trăm mười lăm đồng'],
    [555, 'Năm trăm năm mươi lăm đồng'],
    [1000, 'Một nghìn đồng'],
    [1005, 'Một nghìn không trăm lẻ năm đồng'],
    [1010, 'Một nghìn không trăm mười đồng'],
    [35_000, 'Ba mươi lăm nghìn đồng'],
    [180_000, 'Một trăm tám mươi nghìn đồng'],
    [1_000_005, 'Một triệu không trăm lẻ năm đồng'],
    [1_050_000, 'Một triệu không trăm năm mươi nghìn đồng'],
    [1_005_000, 'Một triệu không trăm lẻ năm nghìn đồng'],
    [1_234_567, 'Một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [1_000_000_001, 'Một tỷ không trăm lẻ một đồng'],
    [2_005_000_000_000, 'Hai nghìn không trăm lẻ năm tỷ đồng'],
    [1_000_000_000_000_000, 'Một triệu tỷ đồng'],
    [
      Number.MAX_SAFE_INTEGER,
      'Chín triệu không trăm lẻ bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi bốn triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt đồng',
    ],
  ])('%d', (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
  });

  it('is heard as the same amount', () => {
    const round = fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.nat({ max: 12 }))
      .map(([n, p]) => n * 10 ** p);
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeNat(), fc.nat({ max: 99_999 }), round), (amount) => {
        expect(listen(amountInWords(amount))).toBe(amount);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('has no words for %d', (amount) => {
    expect(() => amountInWords(amount)).toThrow(RangeError);
  });
});
