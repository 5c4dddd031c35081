import { expect, it } from 'vitest';
import escpos from '../escpos.vectors.json' with { type: 'json' };
import { bytesOf } from '../testing/bench.ts';
import { characterOf } from './code-pages.ts';

const description = 'TCVN-3 lower-case page: all 67 accented letters + base vowels';
const { text = '' } = escpos.vectors.find((vector) => vector.description === description) ?? {};
const read = (page: number, bytes: Iterable<number>): string =>
  [...bytes].map((byte) => characterOf(page, byte)).join('');

it('reads every letter of TCVN-3, small and capital', () => {
  expect(text).toHaveLength(73);
  expect(read(30, bytesOf(description))).toBe(text);
  expect(
    read(
      31,
      bytesOf(description).filter((byte) => byte >= 0x80),
    ),
  ).toBe([...text.replaceAll(/[a-z]/g, '')].join('').toUpperCase());
  expect(read(31, [0xa1, 0xa2, 0xa7])).toBe('ĂÂĐ');
});

it('reads Windows-1258 with its marks apart', () => {
  expect(read(52, [0xd0, 0xf4, 0xcc, 0x6e, 0x67]).normalize('NFC')).toBe('Đồng');
});

it('reads anything on any page', () => {
  for (let page = 0; page < 256; page += 1) {
    for (let byte = 0x20; byte < 256; byte += 1) expect(characterOf(page, byte)).not.toBe('');
  }
});
