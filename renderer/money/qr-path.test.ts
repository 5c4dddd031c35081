import { BinaryBitmap, GlobalHistogramBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import { expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

/** Sample 6.1.3 of the NAPAS specification (`reference/vietnam.md` §2). */
const payload =
  '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E';

/** Paints the path and reads it as a telephone would. */
function scanned({ path, size }: NonNullable<ReturnType<typeof qrPath>>): string {
  const scale = 4;
  const pixels = new Uint8ClampedArray(size * scale * size * scale).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/gu))
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1)
        pixels[(Number(y) * scale + dy) * size * scale + Number(x) * scale + dx] = 0;
  const source = new RGBLuminanceSource(pixels, size * scale, size * scale);
  return new QRCodeReader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(source))).getText();
}

it('draws a code that is read back as it was', () => {
  const drawn = qrPath(payload);
  expect(drawn && scanned(drawn)).toBe(payload);
});

it('has no code for a text that fits into none', () => {
  expect(qrPath('9'.repeat(8000))).toBeNull();
});
