import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhnDigit, mod11Character, mod43Character, mod97Digits } from './check-characters.ts';

describe('published examples', () => {
  it('Luhn: labels of NC Cardinal and of zxing codabar-1/12, and the example of Wikipedia', () => {
    expect(luhnDigit('5819800094399')).toBe('6');
    expect(luhnDigit('3111701320637')).toBe('5');
    expect(luhnDigit('1789372997')).toBe('4');
  });

  it('Code 39: CODE 39 → R, and nothing outside the alphabet', () => {
    expect(mod43Character('CODE 39')).toBe('R');
    expect(mod43Character('đ')).toBeNull();
    expect(mod43Character('a')).toBeNull();
  });

  it('MOD 11-2: ISNI 0000 0001 2150 090X and ORCID 0000-0002-1825-0097', () => {
    expect(mod11Character('000000012150090')).toBe('X');
    expect(mod11Character('000000021825009')).toBe('7');
  });

  // An IBAN is MOD 97-10 with country and check digits moved behind the account: GB82 WEST 1234 5698 7654 32.
  it('MOD 97-10: the IBAN of the standard, and marks that do not count', () => {
    expect(mod97Digits('WEST12345698765432GB')).toBe('82');
    expect(mod97Digits('794')).toBe('44');
    expect(mod97Digits('VV.004512')).toBe(mod97Digits('VV004512'));
  });
});

describe('what they find', () => {
  const digits = fc.stringMatching(/^\d{6,12}$/);

  it.each([
    ['luhn', luhnDigit],
    ['mod11', mod11Character],
    ['mod97', mod97Digits],
    ['mod43', mod43Character],
  ])('%s: one wrong digit', (_, check) => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, where, change) => {
        const place = where % text.length;
        const wrong = String((Number(text[place]) + change) % 10);
        expect(check(text.slice(0, place) + wrong + text.slice(place + 1))).not.toBe(check(text));
      }),
    );
  });

  it.each([
    ['mod11', mod11Character],
    ['mod97', mod97Digits],
  ])('%s: two neighbours changed over', (_, check) => {
    fc.assert(
      fc.property(digits, fc.nat(), (text, where) => {
        const place = where % (text.length - 1);
        const [one = '', other = ''] = text.slice(place, place + 2);
        fc.pre(one !== other);
        expect(check(text.slice(0, place) + other + one + text.slice(place + 2))).not.toBe(check(text));
      }),
    );
  });
});
