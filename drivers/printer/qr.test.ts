import { describe, expect, it } from 'vitest';
import type { SlipLine } from '../../contract/devices/slip.ts';
import { isBlack } from './bitmap.ts';
import type { Bitmap } from './bitmap.ts';
import { decodeQr, inkOf } from './testing/decode.ts';
import { drawn } from './testing/documents.ts';

const printed = (value: string, dots: 576 | 384, ...before: readonly SlipLine[]): Promise<Bitmap> =>
  drawn({ lines: [...before, { kind: 'qr', value }], reprint: false }, dots);

/** NAPAS' own sample of a dynamic code for a bank transfer: `reference/vietnam.md` §2, item 3. */
const transfer =
  '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E';

const texts = [
  transfer,
  'HTTPS://THU.EXAMPLE/1',
  'https://thuvien.example/đọc?ĐKCB=VV.0001',
  '  hai  khoảng trắng\tvà một dòng\nmới',
  '7',
  'Nguyễn Ngọc Ngạn — '.repeat(12),
];

/** First and last black column and row of a picture that holds a code and nothing else. */
function edges(picture: Bitmap): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const x: number[] = [];
  const y: number[] = [];
  for (let row = 0; row < picture.height; row += 1) {
    for (let column = 0; column < picture.width; column += 1) {
      if (!isBlack(picture, column, row)) continue;
      x.push(column);
      y.push(row);
    }
  }
  const span = (at: readonly number[]): readonly number[] => [
    at.reduce((a, b) => Math.min(a, b)),
    at.reduce((a, b) => Math.max(a, b)) + 1,
  ];
  return { x: span(x), y: span(y) };
}

/** Dots of one module: the finder pattern in the corner is seven modules wide. */
function moduleOf(picture: Bitmap, left: number, top: number): number {
  let width = 0;
  while (isBlack(picture, left + width, top)) width += 1;
  return width / 7;
}

describe.each([576, 384] as const)('a QR code on %i dots', (dots) => {
  it.each(texts)('is read back as it was, with error correction M: %j', async (text) => {
    const line: SlipLine = {
      kind: 'text',
      text: 'Quét để trả tiền',
      size: 'body',
      align: 'center',
      bold: false,
    };
    expect(decodeQr(await printed(text, dots, line))).toEqual({ text, level: 'M' });
  });

  it.each(texts)(
    'is as large as two thirds of the paper allow, in the middle, with white around it: %j',
    async (text) => {
      const picture = await printed(text, dots);
      const { x, y } = edges(picture);
      const [left = 0, right = 0] = x;
      const [top = 0, bottom = 0] = y;
      const module = moduleOf(picture, left, top);
      const modules = (right - left) / module;
      expect([module, modules].every(Number.isInteger)).toBe(true);
      expect(bottom - top).toBe(right - left);
      expect((modules + 8) * module).toBeLessThanOrEqual((dots * 2) / 3);
      expect((modules + 8) * (module + 1)).toBeGreaterThan((dots * 2) / 3);
      expect(Math.abs(left + right - dots)).toBeLessThanOrEqual(1);
      // The sheet's own margins are 8 dots.
      expect(top - 8).toBe(4 * module);
      expect(picture.height - 8 - bottom).toBe(4 * module);
    },
  );

  it('is text where no phone could read it, without its control characters', async () => {
    const long = 'x'.repeat(dots === 576 ? 2_000 : 1_000);
    const text: SlipLine = { kind: 'text', text: `a ${long}`, size: 'small', align: 'center', bold: false };
    const expected = await drawn({ lines: [text], reprint: false }, dots);
    expect(Buffer.from((await printed(`a\u0007${long}`, dots)).bits).equals(expected.bits)).toBe(true);
  });

  it('of nothing is nothing', async () => {
    const picture = await printed('', dots);
    expect(inkOf(picture)).toBe(0);
  });
});
