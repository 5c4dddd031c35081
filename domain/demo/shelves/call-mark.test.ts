import { describe, expect, it } from 'vitest';
import { callNumber } from './call-mark.ts';

describe('callNumber', () => {
  it.each([
    ['Bác vẫn cùng chúng cháu hành quân', 'B101V'],
    ['Dế Mèn phiêu lưu ký', 'D250M'],
    ['Truyện Kiều', 'TR527K'],
    ['Giáo trình triết học', 'GI108T'],
    ['Giếng làng', 'GI306L'],
    ['Quê nội', 'QU250N'],
    ['Quyển sách', 'QU527S'],
    ['Đất rừng phương Nam', 'Đ124R'],
    ['Nghệ thuật', 'NGH250T'],
    ['Hướng dẫn', 'H561D'],
    ['Ăn uống', 'Ă115U'],
    ['Ông già và biển cả', 'Ô-455G'],
    ['Ý kiến', 'Y600K'],
  ])('%s → %s', (title, mark) => {
    expect(callNumber('895', title)).toBe(`895 ${mark}`);
  });

  it('reads a figure as it is spoken, and passes over one that follows', () => {
    expect(callNumber('641', '100 món ngon')).toBe('641 M458T');
    expect(callNumber('510', 'Toán 7. Tập 2')).toBe('510 T406T');
  });

  it('gives acronyms 000 and foreign words the rime they begin like', () => {
    expect(callNumber('895', 'AQ chính truyện')).toBe('895 A000C');
    expect(callNumber('823', 'Harry Potter')).toBe('823 H100P');
    expect(callNumber('823', 'Sherlock Holmes')).toBe('823 S200H');
  });

  it('does not care about the tone', () => {
    const marks = ['Ma', 'Má', 'Mà', 'Mả', 'Mã', 'Mạ'].map((word) => callNumber('1', word));
    expect(new Set(marks).size).toBe(1);
  });
});
