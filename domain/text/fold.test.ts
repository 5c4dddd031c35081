import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normaliseText, searchTokens } from './fold.ts';

const vowels = 'aăâeêioôơuưy';
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const letters = [...vowels, 'đ'].flatMap((letter) => tones.map((tone) => (letter + tone).normalize('NFC')));

describe('fold', () => {
  it.each([
    ['Đường', 'duong'],
    ['NGUYỄN NHẬT ÁNH', 'nguyen nhat anh'],
    ['Ðất rừng phương Nam', 'dat rung phuong nam'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('maps every Vietnamese letter to a–z in both cases', () => {
    for (const letter of letters) {
      expect(fold(letter)).toMatch(/^[a-z]$/);
      expect(fold(letter.toUpperCase())).toMatch(/^[a-z]$/);
    }
  });

  it('does not care how the text was composed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters, ' ', '1'), { maxLength: 40 }), (chars) => {
        const text = chars.join('');
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('normaliseText', () => {
  it('gives one spelling for one text', () => {
    expect(normaliseText('Nguye\u0302\u0303n Ðức\u00a0An')).toBe('Nguyễn Đức An');
  });
});

describe('searchTokens', () => {
  it('splits at anything that is neither letter nor digit', () => {
    expect(searchTokens('Dế Mèn: phiêu-lưu ký (tập 2)')).toEqual([
      'de',
      'men',
      'phieu',
      'luu',
      'ky',
      'tap',
      '2',
    ]);
  });
});
