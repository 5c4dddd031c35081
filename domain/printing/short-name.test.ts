import { describe, expect, it } from 'vitest';
import { cardEnd, shortName } from './short-name.ts';

describe('a name on the hold shelf', () => {
  it.each([
    ['Nguyễn Văn An', 'Nguyễn V. A.'],
    ['  trần  đức   ẩn ', 'trần Đ. Ẩ.'],
    ['Nguyễn Văn Ẩn'.normalize('NFD'), 'Nguyễn V. Ẩ.'],
    ["H'Hen Niê", "H'Hen N."],
    ['An', 'An'],
    ['', ''],
  ])('%j is %j', (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  it('comes with the end of the card number', () => {
    expect(cardEnd('THE-00012345')).toBe('2345');
    expect(cardEnd('12')).toBe('12');
  });
});
