import { expect, it } from 'vitest';
import { crc16 } from './crc16.ts';

// The first is the check value of CRC-16/CCITT-FALSE; the others were worked out with independent code.
it.each([
  ['123456789', '29B1'],
  ['', 'FFFF'],
  ['Phí thẻ 😀', '4277'],
  ['\ud800', '38D9'],
])('%j: %s', (text, crc) => {
  expect(crc16(text)).toBe(crc);
});
