import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenly, breakText } from './line-breaking.ts';

/** Every letter is ten dots wide. */
const measure = (text: string): number => [...text.normalize('NFC')].length * 10;

describe('breaking text into lines', () => {
  it('loses nothing and keeps within the width', () => {
    const word = fc.stringMatching(/^[a-zđêạ]{1,30}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 15 }), fc.integer({ min: 10, max: 300 }), (words, width) => {
        for (const wrap of [breakText, breakEvenly]) {
          const lines = wrap(words.join(' '), width, measure);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('breaks between words when they fit', () => {
    expect(breakText('Đất rừng phương Nam', 120, measure)).toEqual(['Đất rừng', 'phương Nam']);
  });

  it('breaks a word that is too long, never before its tone mark', () => {
    const codePoints = (text: string): number => [...text].length * 10;
    expect(breakText('nghiêng'.normalize('NFD'), 50, codePoints)).toEqual(['nghi', 'êng'.normalize('NFD')]);
    expect(breakText('nghiêng', 50, measure)).toEqual(['nghiê', 'ng']);
  });

  it('shares centred words out evenly', () => {
    expect(breakText('THƯ VIỆN TỈNH ĐỒNG THÁP', 180, measure)).toEqual(['THƯ VIỆN TỈNH ĐỒNG', 'THÁP']);
    expect(breakEvenly('THƯ VIỆN TỈNH ĐỒNG THÁP', 180, measure)).toEqual(['THƯ VIỆN TỈNH', 'ĐỒNG THÁP']);
  });

  it('makes no line of nothing', () => {
    expect(breakText('   ', 100, measure)).toEqual([]);
  });
});
