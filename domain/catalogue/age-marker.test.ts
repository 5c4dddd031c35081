import { describe, expect, it } from 'vitest';
import { readAgeMarker } from './age-marker.ts';

describe('readAgeMarker', () => {
  // ils.md §6 G13: Koha t/Circulation/AgeRestrictionMarkers.t.
  it.each(['FSK 16', 'PEGI16', 'PEGI 16', 'Age 16', 'K16'])('G13: %s → 16', (text) => {
    expect(readAgeMarker(text)).toBe(16);
  });

  it.each([
    ['fsk 12', 12],
    ['Phim · FSK  6 · DVD', 6],
    ['USK 18', 18],
    ['Truyện tranh 16+', 16],
    ['18 +', 18],
    ['Dành cho bạn đọc từ 16 tuổi', 16],
    ['Dành cho bạn đọc từ đủ 18 tuổi trở lên'.normalize('NFD'), 18],
    ['FSK 12, PEGI 16', 16],
    ['FSK 0', 0],
  ])('%s → %i', (text, age) => {
    expect(readAgeMarker(text)).toBe(age);
  });

  it.each([
    '',
    'Tập 16',
    'T16',
    'SK 16',
    'PEGI 1600',
    'K',
    'FSK mười sáu',
    'DK16',
    'Age of 16 kings',
    '2016+1 chuyện',
    'từ 1954 đến 1975',
    'C++ 20',
  ])('%s says no age', (text) => {
    expect(readAgeMarker(text)).toBeNull();
  });
});
