import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, unescaped } from './escaped.ts';

describe('characters that nobody can type', () => {
  it.each([
    ['\r', '\\r'],
    ['\r\n', '\\r\\n'],
    ['\t', '\\t'],
    ['\x02VV', '\\x02VV'],
    ['a\\b', 'a\\\\b'],
  ])('%j is written %s', (text, written) => {
    expect(escaped(text)).toBe(written);
    expect(unescaped(written)).toBe(text);
  });

  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unescaped(escaped(text))).toBe(text);
      }),
    );
  });

  it.each(['\\', '\\q', '\\x', '\\x1', '\\xzz'])('%s means itself', (text) => {
    expect(unescaped(text)).toBe(text);
  });
});
