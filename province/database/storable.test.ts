import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorable, fitsJsonb, toStorable } from './storable.ts';

describe('text that PostgreSQL can hold', () => {
  it('is any text but with NUL or half a surrogate pair', () => {
    expect(isStorable('Đường 🏠 \u0001')).toBe(true);
    expect(isStorable('a\u0000')).toBe(false);
    expect(isStorable('a\ud83c')).toBe(false);
    expect(toStorable('a\u0000b\ud83c')).toBe('a\ufffdb\ufffd');
  });

  it('is what jsonb can hold, in keys and values, to a depth', () => {
    expect(fitsJsonb({ a: [1, null, 'ế'] })).toBe(true);
    expect(fitsJsonb({ a: { b: ['\u0000'] } })).toBe(false);
    expect(fitsJsonb({ 'a\udc00': 1 })).toBe(false);
    expect(fitsJsonb(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toBe(false);
    const nest = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect([fitsJsonb(nest(64)), fitsJsonb(nest(65))]).toEqual([true, false]);
  });

  it('says no only for a reason', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(fitsJsonb(value)).toBe(!/\\u0000|\\ud[89a-f]/.test(JSON.stringify(value)));
      }),
    );
  });
});
