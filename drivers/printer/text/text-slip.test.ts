import { BarcodeFormat, QRCodeDecoderErrorCorrectionLevel, QRCodeEncoder } from '@zxing/library';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import { prepareJob, prepareSelfTest } from '../prepare.ts';
import { bench } from '../testing/bench.ts';
import { decodeBarcode, decodeQr, inkOf } from '../testing/decode.ts';
import { anyDocument, loanSlip } from '../testing/documents.ts';
import { candidatePages } from './models.ts';
import { qrModuleFor } from './qr-size.ts';
import { holdsRealTimeCommand } from './text-bytes.ts';
import { textLine } from './text-line.ts';

const epson = { dots: 576, text: { mode: 'code-page', model: 'epson' } } as const;
const pages = { encoding: 'tcvn-3', page: 30, capitals: 31 } as const;

async function bytesOfSlip(document: SlipDocument): Promise<Buffer> {
  return Buffer.concat((await prepareJob(document, epson))?.commands ?? []);
}
const textOf = (text: string) => ({ kind: 'text', text, size: 'body', align: 'left', bold: false }) as const;
const isRaster = (bytes: Buffer): boolean => bytes.includes(Buffer.from('1d763000', 'hex'));

describe('a slip in the printer’s own letters', () => {
  it('is a tenth of the bytes of a drawn one, and comes out', async () => {
    const drawn = Buffer.concat((await prepareJob(loanSlip, { dots: 576 }))?.commands ?? []);
    const text = await bytesOfSlip(loanSlip);
    expect(text.length * 10).toBeLessThan(drawn.length);
    const { slip, type, faults } = await bench(576);
    type(text);
    expect(inkOf(await slip())).toBeGreaterThan(5_000);
    expect(faults).toStrictEqual([]);
  });

  it('names the code page again in every line, after every initialisation', async () => {
    const hex = (await bytesOfSlip(loanSlip)).toString('hex');
    expect(hex.startsWith('1b401c2e')).toBe(true);
    expect(hex.slice(4)).not.toContain('1b40');
    const written = loanSlip.lines.filter(
      ({ kind }) => kind === 'text' || kind === 'pair' || kind === 'rule',
    );
    expect(hex.split('1b741e').length - 1).toBeGreaterThanOrEqual(written.length);
  });

  it('has codes that can be read from the paper', async () => {
    const { slip, type } = await bench(576);
    const lines = [{ kind: 'qr', value: 'Nguyễn Thử https://x.vn/1' }] as const;
    type(await bytesOfSlip({ lines, reprint: false }));
    expect(decodeQr(await slip()).text).toBe('Nguyễn Thử https://x.vn/1');
    type(await bytesOfSlip({ lines: [{ kind: 'barcode', value: 'DTP-00012345' }], reprint: false }));
    expect(decodeBarcode(await slip())).toStrictEqual({
      text: 'DTP-00012345',
      format: BarcodeFormat.CODE_128,
    });
  });

  it('draws only the lines that its pages cannot write', async () => {
    expect(isRaster(await bytesOfSlip(loanSlip))).toBe(false);
    const mixed = await bytesOfSlip({ lines: [textOf('Đất rừng'), textOf('紅樓夢')], reprint: false });
    expect(isRaster(mixed)).toBe(true);
    expect(mixed.includes(Buffer.from('a7ca7420', 'hex')) || mixed.includes(0xa7)).toBe(true);
  });

  it('marks a reprint', async () => {
    const [plain, again] = await Promise.all([
      bytesOfSlip({ lines: [textOf('x')], reprint: false }),
      bytesOfSlip({ lines: [textOf('x')], reprint: true }),
    ]);
    expect(again.length).toBeGreaterThan(plain.length);
    expect(again.includes(Buffer.from('IN L'))).toBe(true);
    expect(isRaster(again)).toBe(false);
  });

  it('keeps both parts of a pair, in any widths', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abc đế'), maxLength: 90 }),
        fc.nat(60),
        (left, size) => {
          const line = { kind: 'pair', left, right: 'r'.repeat(size), bold: false } as const;
          const bytes = Buffer.from(textLine(line, 384, pages)?.bytes ?? []).toString('latin1');
          expect(bytes.split('r').length - 1).toBe(size);
          const count = (text: string): number => text.replaceAll(/[^abc]/g, '').length;
          expect(count(bytes.replaceAll('\u001Ba', ''))).toBe(count(left));
        },
      ),
    );
  });

  it('never carries a real-time command, whatever is on it', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const job = await prepareJob(document, epson);
        for (const command of job?.commands ?? []) expect(holdsRealTimeCommand(command)).toBe(false);
      }),
      { numRuns: 30 },
    );
    const sly = { kind: 'qr', value: '\u0010\u0014\u0001\u0000\u0001' } as const;
    expect(textLine(sly, 576, pages)).toBeNull();
  });
});

it('knows how large a QR code becomes', () => {
  for (const bytes of [1, 14, 15, 62, 63, 300, 666, 667, 2_300]) {
    const size = QRCodeEncoder.encode('a'.repeat(bytes), QRCodeDecoderErrorCorrectionLevel.M)
      .getMatrix()
      .getWidth();
    const module = Math.floor(4_000 / (size + 8));
    expect(qrModuleFor(bytes, 6_000)).toBe(Math.min(16, module));
  }
  expect(qrModuleFor(2_332, 6_000)).toBeNull();
  expect(qrModuleFor(600, 384)).toBeNull();
});

it('the self-test page has a line for every page that may be Vietnamese, and comes out whole', async () => {
  const { commands } = await prepareSelfTest({ dots: 576 });
  const bytes = Buffer.concat(commands);
  for (const { page } of candidatePages()) expect(bytes.includes(Buffer.from(`${page} `))).toBe(true);
  for (const page of [21, 22, 27, 30, 31, 32, 35, 41, 49, 50, 51, 52, 94])
    expect(bytes.includes(Buffer.from([0x1b, 0x74, page]))).toBe(true);
  const { slip, type } = await bench(576);
  type(bytes);
  expect((await slip()).height).toBeGreaterThan(candidatePages().length * 30);
});
