import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import file from './citizen-card.vectors.json' with { type: 'json' };
import { readCitizenNumber } from './citizen-number.ts';

describe('readCitizenNumber', () => {
  it.each(file.vectors.filter(({ expect: { ok } }) => ok))('$id', ({ expect: { id, number } }) => {
    expect(readCitizenNumber(id ?? '')).toEqual({
      province: number?.province,
      provinceName: number?.provinceName,
      sex: number?.sex,
      birthYear: number?.birthYear,
    });
  });

  // The anchor of reference/vietnam.md §1.1: Ninh Bình, female, 1953.
  it('reads a published example', () => {
    expect(readCitizenNumber('037153000257')).toEqual({
      province: '037',
      provinceName: 'Ninh Bình',
      sex: 'F',
      birthYear: 1953,
    });
  });

  it('counts sex and century together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 99 }), (digit, year) => {
        const number = `027${digit}${String(year).padStart(2, '0')}000001`;
        const reading = readCitizenNumber(number);
        expect(reading?.sex).toBe(['M', 'F'][digit % 2]);
        expect(reading?.birthYear).toBe(Number(`${19 + (digit - (digit % 2)) / 2}00`) + year);
      }),
    );
  });

  it.each(['', '02409000123', '0240900012345', '02409000123X', ' 024090001234'])('refuses "%s"', (text) => {
    expect(readCitizenNumber(text)).toBeNull();
  });
});
