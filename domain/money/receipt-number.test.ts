import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceiptRange } from './payment.ts';
import { formatReceiptNumber, nextReceipt, receiptFor } from './receipt-number.ts';

const range = (id: string, from: number, to: number, changes: Partial<ReceiptRange> = {}): ReceiptRange => ({
  id,
  station: 'ST-01',
  series: 'TV26',
  year: 2026,
  from,
  to,
  ...changes,
});
const numberOf = (ranges: readonly ReceiptRange[], used: Readonly<Record<string, number>> = {}): unknown => {
  const next = nextReceipt(ranges, new Map(Object.entries(used)), 2026);
  return next === 'none-left' ? next : next.number;
};

describe('nextReceipt', () => {
  it('begins at the start of the lowest range and goes on from there', () => {
    const ranges = [range('b', 301, 400), range('a', 101, 200)];
    expect(nextReceipt(ranges, new Map(), 2026)).toStrictEqual({
      kind: 'leased',
      series: 'TV26',
      year: 2026,
      number: 101,
    });
    expect(numberOf(ranges, { a: 101 })).toBe(102);
    expect(numberOf(ranges, { a: 200 })).toBe(301);
    expect(numberOf(ranges, { a: 200, b: 400 })).toBe('none-left');
  });

  it('starts anew every year: ranges of another year are no use', () => {
    expect(numberOf([range('old', 1, 100, { year: 2025 })])).toBe('none-left');
    expect(numberOf([])).toBe('none-left');
  });

  it('never goes back below a number already given in the series', () => {
    expect(numberOf([range('late', 1, 50), range('b', 301, 400)], { b: 310 })).toBe(311);
    expect(numberOf([range('late', 1, 50, { series: 'TV26B' }), range('b', 301, 400)], { b: 400 })).toBe(1);
  });

  it('never has more than eight digits', () => {
    expect(numberOf([range('z', 99_999_999, 100_000_050)])).toBe(99_999_999);
    expect(numberOf([range('z', 99_999_999, 100_000_050)], { z: 99_999_999 })).toBe('none-left');
  });

  it('gives every number of its ranges once and in order', () => {
    const spans = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 5 });
    fc.assert(
      fc.property(spans, (gaps) => {
        let at = 0;
        const ranges = gaps.map(([gap, length], index) => {
          const from = at + gap + 1;
          at = from + length - 1;
          return range(`r${index}`, from, at);
        });
        const used = new Map<string, number>();
        const given: number[] = [];
        for (;;) {
          const next = nextReceipt(ranges.toReversed(), used, 2026);
          if (next === 'none-left') break;
          given.push(next.number);
          const from = ranges.find(
            (candidate) => candidate.from <= next.number && next.number <= candidate.to,
          );
          used.set(from?.id ?? '', next.number);
        }
        expect(given).toStrictEqual(
          ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
        );
      }),
    );
  });
});

describe('receiptFor', () => {
  const desk = { station: 'ST-01', today: '2026-11-25' };

  it("is the leased number of today's year", () => {
    const source = { ranges: [range('a', 7, 9)], used: new Map(), provisional: 4 };
    expect(receiptFor(source, desk)).toMatchObject({ kind: 'leased', number: 7 });
  });

  it("is the station's own number when nothing is left, another one each time", () => {
    const text = (provisional: number): unknown =>
      receiptFor(
        { ranges: [range('a', 7, 9)], used: new Map(), provisional },
        { ...desk, today: '2027-01-01' },
      );
    expect(text(4)).toStrictEqual({ kind: 'provisional', text: 'ST-01/2027/T0000005' });
    expect(text(5)).not.toStrictEqual(text(4));
  });
});

it('is printed with seven digits, eight when it needs them', () => {
  expect([123, 1, 12_345_678].map(formatReceiptNumber)).toStrictEqual(['0000123', '0000001', '12345678']);
});
