import { BarcodeFormat } from '@zxing/library';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlipDocument, SlipLine } from '../../contract/devices/slip.ts';
import { bitmapRows, isBlack } from './bitmap.ts';
import type { Bitmap } from './bitmap.ts';
import { drawSlip } from './raster.ts';
import { decodeBarcode, inkOf } from './testing/decode.ts';
import { anyDocument, drawn, loanSlip } from './testing/documents.ts';

const slipOf = (...lines: readonly SlipLine[]): SlipDocument => ({ lines, reprint: false });
const body = (text: string): SlipLine => ({ kind: 'text', text, size: 'body', align: 'left', bold: false });
const same = (a: Bitmap, b: Bitmap): boolean => a.height === b.height && Buffer.from(a.bits).equals(b.bits);

describe('a drawn slip', () => {
  it('is as wide as the paper and the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.constantFrom<576 | 384>(576, 384), async (document, dots) => {
        const slip = await drawn(document, dots);
        expect(slip.width).toBe(dots);
        expect(slip.bits).toHaveLength((slip.height * dots) / 8);
        expect(same(slip, await drawn(document, dots))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('never holds the bytes of a real-time command', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const bytes = Buffer.from((await drawn(document, 384)).bits).toString('latin1');
        // oxlint-disable-next-line no-control-regex -- these are the commands
        expect(bytes).not.toMatch(/\u0010[\u0004\u0005\u0014]/);
      }),
      { numRuns: 25 },
    );
  });

  it('has no blank boxes for any Vietnamese letter, composed or not', async () => {
    const letters = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ';
    const pictures = new Set<string>();
    for (const letter of letters + letters.toUpperCase()) {
      const slip = await drawn(slipOf(body(letter)));
      pictures.add(Buffer.from(slip.bits).toString('base64'));
      expect(same(slip, await drawn(slipOf(body(letter.normalize('NFD')))))).toBe(true);
    }
    // A missing glyph would make two letters look alike.
    expect(pictures.size).toBe(letters.length * 2);
  });

  it('wraps a long title and keeps the right part of a pair on the first line', async () => {
    const short = await drawn(slipOf(body('Dế Mèn')));
    const long = await drawn(slipOf(body('Dế Mèn phiêu lưu ký '.repeat(8).trim())));
    expect(long.height).toBeGreaterThan(short.height * 2);
    const pair = await drawn(
      slipOf({
        kind: 'pair',
        left: 'Tuyển tập truyện ngắn Việt Nam thế kỷ hai mươi',
        right: '06/12/2026',
        bold: false,
      }),
    );
    const right = (from: number, rows: number): boolean => {
      for (let y = from; y < from + rows; y += 1)
        for (let x = 450; x < 576; x += 1) if (isBlack(pair, x, y)) return true;
      return false;
    };
    const line = short.height - 16;
    expect(right(8, line)).toBe(true);
    expect(right(8 + line, pair.height - 8 - line)).toBe(false);
  });

  it('puts the right part below where the left one would be squeezed', async () => {
    const oneLine = (await drawn(slipOf(body('x')), 384)).height - 16;
    const heightOf = async (left: string, right: string): Promise<number> =>
      (await drawn(slipOf({ kind: 'pair', left, right, bold: false }), 384)).height - 16;
    expect(await heightOf('VN.012345', 'Hạn trả 06/12/2026')).toBe(oneLine);
    expect(await heightOf('VV.0004512 VV.0004513', 'Hạn trả 06/12/2026')).toBe(2 * oneLine);
    expect(await heightOf('a b c d e f g h i k l', 'Công Tằng Tôn Nữ Ngọc')).toBe(2 * oneLine);
  });

  it('draws a line alike wherever the bands it is drawn in end', async () => {
    const line: SlipLine = { kind: 'text', text: 'ẨỖẶ Ngọc gỷ', size: 'title', align: 'left', bold: true };
    const slip = await drawn(slipOf(...Array.from({ length: 60 }, () => line)));
    const height = (slip.height - 16) / 60;
    const pictures = Array.from({ length: 60 }, (_, n) =>
      Buffer.from(bitmapRows(slip, 8 + n * height, height).bits).toString('base64'),
    );
    expect(new Set(pictures.slice(1, -1)).size).toBe(1);
  });

  it('says when it is a reprint', async () => {
    const once = await drawn(loanSlip);
    const again = await drawn({ ...loanSlip, reprint: true });
    const mark = again.height - once.height;
    expect(mark).toBeGreaterThan(40);
    expect(inkOf(bitmapRows(again, 0, mark))).toBeGreaterThan(2_000);
    expect(inkOf(bitmapRows(once, 0, 8))).toBe(0);
  });

  it.each([576, 384] as const)('carries a Code 128 that ZXing reads on %i dots', async (dots) => {
    const slip = await drawn(loanSlip, dots);
    expect(decodeBarcode(slip)).toEqual({ text: 'DTP-00012345', format: BarcodeFormat.CODE_128 });
  });

  it('leaves ten modules white on either side of any barcode', async () => {
    for (let length = 1; length <= 26; length += 1) {
      const slip = await drawn(slipOf({ kind: 'barcode', value: 'a'.repeat(length) }), 384);
      // The bottom of the bars; only white there when it did not fit at all.
      const bars = bitmapRows(slip, slip.height - 30, 1);
      const margins = [0, 8, 376].filter((x) => bars.bits[x >> 3] !== 0);
      expect(margins).toEqual([]);
    }
  });

  it('prints a barcode value as text alone when no scanner could read it', async () => {
    const barcode = async (value: string): Promise<Bitmap> => drawn(slipOf({ kind: 'barcode', value }), 384);
    const withBars = await barcode('0001');
    for (const value of ['ĐKCB 01', 'x'.repeat(20)]) {
      const slip = await barcode(value);
      expect(inkOf(slip)).toBeGreaterThan(100);
      expect(slip.height).toBeLessThan(withBars.height - 80);
    }
  });

  it('takes control characters and loose halves without a mark of them', async () => {
    const plain = await drawn(slipOf(body('Tô Hoài')));
    expect(same(plain, await drawn(slipOf(body('  Tô\u0000\n\tHoài\u2028'))))).toBe(true);
    expect((await drawn(slipOf(body('\ud800')))).height).toBe(plain.height);
  });

  it('is not drawn when it is taller than five metres', async () => {
    const lines = Array.from({ length: 2_000 }, () => body('Một dòng'));
    expect(await drawSlip({ lines, reprint: false }, 576)).toBeNull();
  });
});
