import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, readAmount } from './amount-text.ts';

describe('readAmount', () => {
  it.each([
    ['35000', 35_000],
    ['35.000', 35_000],
    ['35,000', 35_000],
    ['35 000', 35_000],
    ['35\u00a0000', 35_000],
    ['35\u202f000\u00a0₫', 35_000],
    ['1\u2009234\u2009567', 1_234_567],
    ['35000đ', 35_000],
    ['35.000 ₫', 35_000],
    ['35.000 VND', 35_000],
    ['35.000 vnđ', 35_000],
    ['35.000 đồng'.normalize('NFD'), 35_000],
    ['  0 đ ', 0],
    ['1.234.567', 1_234_567],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9.007.199.254.740.991', Number.MAX_SAFE_INTEGER],
  ])('%j', (text, amount) => {
    expect(readAmount(text)).toStrictEqual({ ok: true, amount });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['đ', 'empty'],
    ['-5', 'negative'],
    ['− 35.000 đ', 'negative'],
    // G12 (Koha t/db_dependent/Koha/CirculationRules.t): "10,00" is rejected on save.
    ['10,00', 'decimal'],
    ['10.5', 'decimal'],
    ['35.0000', 'decimal'],
    ['0.500', 'decimal'],
    ['1.000,50', 'decimal'],
    ['1,000.5', 'decimal'],
    ['1.00.000', 'separators'],
    ['1.000,000', 'separators'],
    ['1 000.000', 'separators'],
    ['1..000', 'separators'],
    ['35.', 'separators'],
    ['1  000', 'separators'],
    ['35 00', 'separators'],
    ['1234.567', 'separators'],
    ['.500', 'not-a-number'],
    ['35k', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['-', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['３５０００', 'not-a-number'],
    ['٣٥', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['35\n000', 'not-a-number'],
    ['9007199254740992', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('%j: %s', (text, fault) => {
    expect(readAmount(text)).toStrictEqual({ ok: false, fault });
  });

  it('reads a whole amount that is not negative, or a fault, from any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123459.,  -đ') }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const reading = readAmount(typed);
        if (!reading.ok) return;
        expect(Number.isSafeInteger(reading.amount) && reading.amount >= 0).toBe(true);
        expect(typed.replaceAll(/[^0-9]/gu, '').replace(/^0+(?=.)/u, '')).toBe(String(reading.amount));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('formatAmount', () => {
  it.each([
    [0, '0 đ'],
    [-0, '0 đ'],
    [999, '999 đ'],
    [35_000, '35.000 đ'],
    [1_234_567, '1.234.567 đ'],
    [-5000, '-5.000 đ'],
  ])('%d: %s', (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });

  it('is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        expect(readAmount(formatAmount(amount))).toStrictEqual({ ok: true, amount });
      }),
    );
  });

  it.each([0.5, Number.NaN, 2 ** 53])('has no words for %d', (amount) => {
    expect(() => formatAmount(amount)).toThrow(RangeError);
  });
});
