import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import escpos from '../escpos.vectors.json' with { type: 'json' };
import { characterOf } from '../emulator/code-pages.ts';
import { encodeText } from './encode.ts';
import type { CodePages, PageRun } from './encode.ts';
import { candidatePages } from './models.ts';
import tcvn3 from './tcvn3-table.vectors.json' with { type: 'json' };

const epson: CodePages = { encoding: 'tcvn-3', page: 30, capitals: 31 };
const epson1258: CodePages = { encoding: 'windows-1258', page: 52, capitals: 52 };
const bixolonViscii: CodePages = { encoding: 'viscii', page: 51, capitals: 51 };
const published = (start: string) =>
  escpos.vectors.find(({ description }) => description.startsWith(start)) ?? { text: '', hex_in: '' };

const hex = (runs: readonly PageRun[] | null): string =>
  Buffer.from(runs?.flatMap(({ bytes }) => bytes) ?? [])
    .toString('hex')
    .toUpperCase();
/** As the emulated printer's font shows it. */
const read = (runs: readonly PageRun[] | null): string =>
  (runs ?? [])
    .flatMap(({ page, bytes }) => bytes.map((byte) => characterOf(page, byte)))
    .join('')
    .normalize('NFC');

const letters = [...'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ'];
const everyLetter = [...letters, ...letters.map((letter) => letter.toUpperCase())];
const words = fc.array(fc.constantFrom(...everyLetter, ' ', '-', '7', 'k'), { maxLength: 40 });

describe('TCVN-3', () => {
  it.each(Object.entries(tcvn3.lower))(
    'small page, %s: two tables of escpos-printer-db and npm agree',
    (letter, byte) => {
      expect(encodeText(letter, epson)).toStrictEqual([{ page: 30, bytes: [Number.parseInt(byte, 16)] }]);
    },
  );

  it.each(Object.entries(tcvn3.caps))('page of capitals, %s: the same two tables', (letter, byte) => {
    const runs = encodeText(letter, epson)?.filter(({ bytes }) => bytes.length > 0);
    expect(runs).toStrictEqual([{ page: 31, bytes: [Number.parseInt(byte, 16)] }]);
  });

  it('writes all its letters as published', () => {
    const { text = '', hex_in } = published('TCVN-3 lower-case page');
    expect(text).toHaveLength(73);
    expect(hex(encodeText(text, epson))).toBe(hex_in);
  });

  it('knows Đ (U+0110) as the capital of the second page, and asks no third page for it', () => {
    const runs = encodeText('Thư viện tỉnh Đồng Tháp', epson);
    expect(runs?.map(({ page }) => page)).toStrictEqual([30, 31, 30]);
    expect(runs?.[1]?.bytes).toStrictEqual([0xa7]);
    // The published encoder goes to CP852 (ESC t 18) for it, which misprints: not ours.
    expect(published('auto code page').hex_in).toContain('1B7412D1');
    expect(hex(runs)).not.toContain('D1');
    expect(read(runs)).toBe('Thư viện tỉnh Đồng Tháp');
  });
});

describe('Windows-1258', () => {
  it('writes ế and ộ as letter and tone, from composed and decomposed text alike', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      expect(hex(encodeText('ế'.normalize(form), epson1258))).toBe('EAEC');
      expect(hex(encodeText('ộ'.normalize(form), epson1258))).toBe('F4F2');
      expect(hex(encodeText('Đồng'.normalize(form), epson1258))).toBe('D0F4CC6E67');
    }
  });
});

describe('VISCII', () => {
  it('writes what RFC 1456 has in its upper half', () => {
    expect(hex(encodeText('ĐđếộữƯƠ', bixolonViscii))).toBe('D0F0AAB5E6BFB4');
  });

  it('leaves the six capitals that are control characters to be drawn', () => {
    for (const letter of 'ẲẴẪỶỸỴ') expect(encodeText(letter, bixolonViscii)).toBeNull();
  });
});

describe('every encoding', () => {
  const forms = fc.constantFrom('NFC', 'NFD');
  it.each([epson, epson1258, bixolonViscii])(
    '$encoding reads as what was written, in any normal form',
    (pages) => {
      fc.assert(
        fc.property(words, forms, (parts, form) => {
          const text = parts.join('');
          const runs = encodeText(text.normalize(form), pages);
          const unwritable = pages.encoding === 'viscii' && /[ẲẴẪỶỸỴ]/.test(text);
          expect(runs === null).toBe(unwritable);
          expect(read(runs)).toBe(unwritable ? '' : text);
          const bytes = (runs ?? []).flatMap((run) => run.bytes);
          expect(bytes.every((byte) => byte >= 0x20 && byte <= 0xff)).toBe(true);
        }),
      );
    },
  );

  it('has ASCII for dashes, quotes and dots, and refuses what it cannot write', () => {
    for (const pages of [epson, bixolonViscii])
      expect(hex(encodeText('“a”–…', pages))).toBe('2261222D2E2E2E');
    for (const pages of candidatePages()) {
      for (const text of ['漢', '\n', '\u0010', '😀', '\uD800']) expect(encodeText(text, pages)).toBeNull();
    }
    expect(read(encodeText('35.000 ₫', epson))).toBe('35.000 đ');
    expect(read(encodeText('35.000 ₫', epson1258))).toBe('35.000 ₫');
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom(...candidatePages()),
        (text, pages) => {
          const runs = encodeText(text, pages);
          expect(runs === null || runs.flatMap(({ bytes }) => bytes).every((byte) => byte >= 0x20)).toBe(
            true,
          );
        },
      ),
    );
  });
});
