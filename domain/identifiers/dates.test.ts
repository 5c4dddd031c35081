import { describe, expect, it } from 'vitest';
import { readDate, yearsBetween } from './dates.ts';

describe('readDate', () => {
  it.each([
    ['01011990', '1990-01-01'],
    ['1/1/1990', '1990-01-01'],
    ['31-12-1990', '1990-12-31'],
    ['1.6.2015', '2015-06-01'],
    ['1990-1-1', '1990-01-01'],
    ['29022000', '2000-02-29'],
    ['29021900', null],
    ['31041990', null],
    ['00011990', null],
    ['01001990', null],
    ['01130000', null],
    ['01010000', null],
    ['0101199', null],
    ['1990', null],
    ['01/01-90', null],
    ['', null],
  ])('%s → %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});

describe('yearsBetween', () => {
  it.each([
    ['2010-06-01', '2026-05-31', 15],
    ['2010-06-01', '2026-06-01', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2026-06-01', '2026-05-31', -1],
  ])('%s to %s: %i', (birth, day, years) => {
    expect(yearsBetween(birth, day)).toBe(years);
  });
});
