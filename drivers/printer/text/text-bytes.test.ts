import { describe, expect, it } from 'vitest';
import { cutCommand } from '../codec.ts';
import { bytesOf } from '../testing/bench.ts';
import { aligned, barcodeCommand, bold, codePage, holdsRealTimeCommand, qrCommand } from './text-bytes.ts';

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const style = { height: 60, module: 3, label: false };

describe('the published bytes (escpos.vectors.json: Epson manuals, receipt-printer-encoder 4.0.1)', () => {
  it.each([
    ['ESC t 0 select code page CP437', codePage(0)],
    ['ESC t 30 select code page Epson TCVN-3 lower', codePage(30)],
    ['ESC t 31 select code page Epson TCVN-3 caps', codePage(31)],
    ['bold A', [...bold(true), ...codePage(0), 0x41, ...bold(false)]],
    ['QR model 2, size 6, EC M, data https://x.vn/1', qrCommand(ascii('https://x.vn/1'), 6, 'M')],
    ['Code39 function A (NUL terminated) ABC123', barcodeCommand('code39', 'ABC123', style) ?? []],
    ['full cut', cutCommand('full', null)],
    ['partial cut', cutCommand('partial', null)],
    ['feed and partial cut (GS V B n)', cutCommand('partial', 3)],
  ] as const)('%s', (description, bytes) => {
    expect(Buffer.from(bytes)).toStrictEqual(Buffer.from(bytesOf(description)));
  });

  it('Code 128 counts its set, Codabar ends with NUL (devices.md §6.1)', () => {
    const hex = (bytes: Uint8Array | null) =>
      Buffer.from(bytes ?? [])
        .toString('hex')
        .toUpperCase();
    const before = '1D683C1D77031D4800';
    expect(hex(barcodeCommand('code128', 'VN.1', style))).toBe(`${before}1D6B49067B42564E2E31`);
    expect(hex(barcodeCommand('code128', 'A{B', style))).toBe(`${before}1D6B49067B42417B7B42`);
    expect(hex(barcodeCommand('codabar', 'A123B', style))).toBe(`${before}1D6B06413132334200`);
    expect(aligned('right')).toStrictEqual([0x1b, 0x61, 2]);
  });
});

it('refuses barcodes that their kind cannot hold', () => {
  for (const text of ['', 'Đ', '\u0000', 'x'.repeat(254)])
    expect(barcodeCommand('code128', text, style)).toBeNull();
  for (const text of ['', 'abc', '*']) expect(barcodeCommand('code39', text, style)).toBeNull();
  for (const text of ['', '123', 'A12', 'A1E', 'AxB'])
    expect(barcodeCommand('codabar', text, style)).toBeNull();
});

it('finds what a printer would obey at once', () => {
  expect(holdsRealTimeCommand(Uint8Array.of(0x41, 0x10, 0x14, 0x41))).toBe(true);
  expect(holdsRealTimeCommand(Uint8Array.of(0x10, 0x10, 0x04))).toBe(true);
  expect(holdsRealTimeCommand(Uint8Array.of(0x10, 0x03, 0x04))).toBe(false);
});
