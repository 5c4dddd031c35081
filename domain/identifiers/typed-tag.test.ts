import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTypedTag, type TypedTagSettings } from './typed-tag.ts';

it.each([
  ['E2003412013F1234ABCD5678', 'epc', 'E2003412013F1234ABCD5678'],
  ['e2 00 34 12 01 3f 12 34 ab cd 56 78\r\n', 'epc', 'E2003412013F1234ABCD5678'],
  ['0xE2003412013F1234ABCD5678', 'epc', 'E2003412013F1234ABCD5678'],
  ['1703000398130803F404000012345678', 'epc', '1703000398130803F404000012345678'],
  ['E00401500A1B2C3D\t', 'uid', 'E00401500A1B2C3D'],
  ['00012345\r', 'barcode', '00012345'],
  ['SGK.0001-2', 'barcode', 'SGK.0001-2'],
  ['0012345678901234', 'barcode', '0012345678901234'],
])('%j is certain', (text, kind, code) => {
  expect(readTypedTag(text)).toEqual({ ok: true, kind, code });
});

it.each([
  ['300000000000000000001242', ['epc', 'barcode']],
  ['00000000000000000000000000001242', ['epc', 'barcode']],
  ['E00401500A1B2CE0', ['uid', 'epc', 'barcode']],
  ['3D2C1B0A500104E0', ['uid', 'epc', 'barcode']],
  ['E2003412013F1234', ['epc', 'barcode']],
])('%s is left to the settings', (text, candidates) => {
  expect(readTypedTag(text)).toEqual({ ok: false, fault: 'ambiguous', candidates });
});

it('follows the settings of the site', () => {
  const typed = (text: string, types: TypedTagSettings['types'], prefix = '') =>
    readTypedTag(text, { prefix, types });
  expect(typed('300000000000000000001242', 'epc')).toMatchObject({ kind: 'epc' });
  expect(typed('300000000000000000001242', 'barcode')).toMatchObject({ kind: 'barcode' });
  expect(typed('3D2C1B0A500104E0', 'uid-reversed')).toEqual({
    ok: true,
    kind: 'uid',
    code: 'E00401500A1B2C3D',
  });
  expect(typed('3D2C1B0A500104E0', 'uid')).toEqual({ ok: false, fault: 'shape' });
  expect(typed('LT-001', 'epc')).toEqual({ ok: false, fault: 'shape' });
  expect(typed('#00123', 'auto', '#')).toEqual({ ok: true, kind: 'barcode', code: '00123' });
  expect(typed('00123', 'auto', '#')).toEqual({ ok: false, fault: 'prefix' });
  expect(typed('#', 'auto', '#')).toEqual({ ok: false, fault: 'empty' });
  expect(typed(' \r\n', 'auto')).toEqual({ ok: false, fault: 'empty' });
});

it.each(['8.9348E+12', '3,00E+23'])('does not take %s, of which a spreadsheet lost the digits', (text) => {
  expect(readTypedTag(text)).toEqual({ ok: false, fault: 'rounded' });
});

it('never throws, and reads what it gives once more as the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Fa-f \-:]{0,40}$/u)), (text) => {
      const read = readTypedTag(text);
      if (!read.ok) return;
      expect(readTypedTag(read.code, { prefix: '', types: read.kind })).toEqual(read);
    }),
    { numRuns: Number(process.env['LUU_THONG_FUZZ'] ?? 2_000) },
  );
});
