import { BarcodeFormat } from '@zxing/library';
import { describe, expect, it } from 'vitest';
import type { Label, LabelSheet } from '../../../contract/devices/printing.ts';
import { pageDots } from '../sheet.ts';
import { decodeBarcode, decodeQr, inkOf } from '../testing/decode.ts';
import { partOf, readPdf } from '../testing/read-pdf.ts';
import { labelSheets } from './label-sheets.ts';

/** 24 labels of 63.5 × 33.9 mm on A4, a common sheet. */
const sheet: LabelSheet = {
  width: 210,
  height: 297,
  left: 7,
  top: 13,
  columns: 3,
  rows: 8,
  labelWidth: 63.5,
  labelHeight: 33.9,
  gapX: 2.5,
  gapY: 0,
};

const codes: readonly Label[] = [
  { lines: ['Thư viện Thử', 'Dế Mèn phiêu lưu ký'], code: { symbology: 'code128', value: 'DTP-00012345' } },
  { lines: ['Thử'], code: { symbology: 'code39', value: 'VN.1234' } },
  { lines: ['Thử'], code: { symbology: 'codabar', value: 'A123456B' } },
  { lines: ['Bạn đọc Thử', 'Thẻ số 1'], code: { symbology: 'qr', value: 'https://x.vn/thẻ/1' } },
];

async function pagesOf(labels: readonly Label[], skip = 0, on = sheet) {
  const sheets = await labelSheets(on, labels, skip);
  return sheets === null ? null : readPdf(sheets.pdf);
}

/** The place of the nth label on a page. */
function place(page: Parameters<typeof partOf>[0], n: number) {
  const dots = (mm: number) => Math.round(mm * pageDots);
  const left = dots(sheet.left + (n % 3) * (sheet.labelWidth + sheet.gapX));
  return partOf(
    page,
    left & ~7,
    dots(sheet.top + Math.floor(n / 3) * sheet.labelHeight),
    dots(63.5) & ~7,
    dots(33.9),
  );
}

describe('labels on a sheet', () => {
  it('carry codes that can be read from the PDF, each in its place', async () => {
    const pdf = await pagesOf(codes, 4);
    expect(pdf?.boxes).toStrictEqual([[595.276, 841.89]]);
    const [page] = pdf?.pictures ?? [];
    if (!page) throw new Error('no page');
    const formats = [BarcodeFormat.CODE_128, BarcodeFormat.CODE_39, BarcodeFormat.CODABAR];
    expect(decodeBarcode(place(page, 4), formats)).toStrictEqual({
      text: 'DTP-00012345',
      format: BarcodeFormat.CODE_128,
    });
    expect(decodeBarcode(place(page, 5), formats)).toStrictEqual({
      text: 'VN.1234',
      format: BarcodeFormat.CODE_39,
    });
    expect(decodeBarcode(place(page, 6), formats).text).toContain('123456');
    expect(decodeQr(place(page, 7)).text).toBe('https://x.vn/thẻ/1');
    for (const empty of [0, 3, 8, 23]) expect(inkOf(place(page, empty))).toBe(0);
  });

  it('go on on the next sheet, from its first place', async () => {
    const spine: Label = { lines: ['895.922', 'NG527T'], code: null };
    const pdf = await pagesOf(
      Array.from({ length: 26 }, () => spine),
      23,
    );
    expect(pdf?.pictures).toHaveLength(3);
    const ink = pdf?.pictures.map((page) =>
      Array.from({ length: 24 }, (_, n) => inkOf(place(page, n)) > 500),
    );
    expect(ink?.map((places) => places.filter(Boolean).length)).toStrictEqual([1, 24, 1]);
    expect(ink?.[2]?.[0]).toBe(true);
  });

  it('are not printed at all when one of them would miss something', async () => {
    const [good] = codes;
    if (!good) throw new Error('no label');
    const bad: readonly Label[] = [
      { lines: [], code: { symbology: 'code128', value: 'Đồng' } },
      { lines: [], code: { symbology: 'code39', value: 'chữ' } },
      { lines: [], code: { symbology: 'codabar', value: '' } },
      { lines: [], code: { symbology: 'code128', value: 'x'.repeat(60) } },
      { lines: ['dài '.repeat(400)], code: null },
    ];
    for (const label of bad) expect(await pagesOf([good, label])).toBeNull();
  });

  it('need a sheet that is possible', async () => {
    const impossible: readonly Partial<LabelSheet>[] = [
      { columns: 4 },
      { rows: 9 },
      { rows: 0 },
      { columns: 1.5 },
      { left: -1 },
      { labelHeight: 0 },
      { width: Number.NaN },
      { height: 5_000 },
    ];
    for (const change of impossible) expect(await pagesOf(codes, 0, { ...sheet, ...change })).toBeNull();
    for (const skip of [-1, 24, Number.NaN]) expect(await pagesOf(codes, skip)).toBeNull();
    expect(await pagesOf([])).toBeNull();
  });
});
