import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorable, toJsonb, toStorable } from './storable.ts';

describe('text that PostgreSQL can hold', () => {
  it('is any text but with NUL or half a surrogate pair', () => {
    expect(isStorable('Đường 🏠 \u0001')).toBe(true);
    expect(isStorable('a\u0000')).toBe(false);
    expect(isStorable('a\ud83c')).toBe(false);
    expect(toStorable('a\u0000b\ud83c')).toBe('a\ufffdb\ufffd');
  });

  it('makes jsonb of a value exactly, or not at all', () => {
    expect(toJsonb({ a: [1, null, 'ế'] })).toBe('{"a":[1,null,"ế"]}');
    expect(toJsonb({ a: { b: ['\u0000'] } })).toBeNull();
    expect(toJsonb({ 'a\udc00': 1 })).toBeNull();
    expect(toJsonb(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toBeNull();
  });

  it('never lets a refused text through', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = toJsonb(value);
        if (text === null) expect(JSON.stringify(value)).toMatch(/\\u0000|\\ud[89a-f]/);
        else expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
