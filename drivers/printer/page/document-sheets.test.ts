import { describe, expect, it } from 'vitest';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import { blackenArea, blankBitmap } from '../bitmap.ts';
import { decodeBarcode, decodeQr, inkOf } from '../testing/decode.ts';
import { loanSlip } from '../testing/documents.ts';
import { partOf, readPdf } from '../testing/read-pdf.ts';
import { cutIntoPages } from './cut-pages.ts';
import { documentSheets } from './document-sheets.ts';

describe('a slip on office paper', () => {
  it.each([
    ['A4', [595.276, 841.89]],
    ['A5', [419.528, 595.276]],
  ] as const)('fits %s with white all around, and its code can be read', async (size, box) => {
    const sheets = await documentSheets(loanSlip, size);
    const { boxes, pictures } = readPdf(sheets?.pdf ?? new Uint8Array());
    expect(boxes).toStrictEqual([box]);
    const [page] = pictures;
    if (!page) throw new Error('no page');
    expect(decodeBarcode(page).text).toBe('DTP-00012345');
    const margin = 168;
    expect(inkOf(partOf(page, 0, 0, margin, page.height))).toBe(0);
    expect(inkOf(partOf(page, 0, 0, page.width, margin))).toBe(0);
    expect(inkOf(partOf(page, page.width - margin, 0, margin, page.height))).toBe(0);
    expect(inkOf(page)).toBeGreaterThan(10_000);
  });

  it('has a QR code of a hand’s size, not of the page’s', async () => {
    const document: SlipDocument = { lines: [{ kind: 'qr', value: 'https://x.vn/1' }], reprint: false };
    const [page] = readPdf((await documentSheets(document, 'A4'))?.pdf ?? new Uint8Array()).pictures;
    if (!page) throw new Error('no page');
    expect(decodeQr(page).text).toBe('https://x.vn/1');
    expect(inkOf(partOf(page, 0, 900, page.width, page.height - 900))).toBe(0);
  });

  it('takes as many pages as it needs, and refuses what nobody means', async () => {
    const line = {
      kind: 'text',
      text: 'Đất rừng phương Nam',
      size: 'body',
      align: 'left',
      bold: false,
    } as const;
    const long: SlipDocument = { lines: Array.from({ length: 150 }, () => line), reprint: false };
    const sheets = await documentSheets(long, 'A5');
    expect(sheets?.pages.length).toBe(readPdf(sheets?.pdf ?? new Uint8Array()).pictures.length);
    expect(sheets?.pages.length).toBeGreaterThan(3);
    const endless = { lines: Array.from({ length: 3_000 }, () => line), reprint: false };
    expect(await documentSheets(endless, 'A5')).toBeNull();
  });
});

describe('cutting a long picture', () => {
  it('goes between lines, loses no ink and begins each page with some', () => {
    const picture = blankBitmap(16, 400);
    for (let row = 10; row < 390; row += 30) blackenArea(picture, 0, row, 9, 20);
    const pages = cutIntoPages(picture, 100);
    expect(pages.every(({ height }) => height <= 100)).toBe(true);
    expect(pages.reduce((sum, page) => sum + inkOf(page), 0)).toBe(inkOf(picture));
    // Every line is whole: its ink is a multiple of a whole line's.
    expect(pages.every((page) => inkOf(page) % (9 * 20) === 0)).toBe(true);
  });

  it('goes through what is taller than a page, and ends', () => {
    const black = blankBitmap(8, 250);
    blackenArea(black, 0, 0, 8, 250);
    expect(cutIntoPages(black, 100).map(({ height }) => height)).toStrictEqual([100, 100, 50]);
    expect(cutIntoPages(blankBitmap(8, 0), 100)).toStrictEqual([]);
  });
});
