import { describe, expect, it } from 'vitest';
import { allianceBitmap, allianceElements } from '../alliance/content-parameter.ts';
import { piiBytes, piiText } from '../alliance/pii.ts';
import { readAllianceBank, writeAllianceBank } from '../alliance/user-bank.ts';
import { storedCrc } from '../crc16.ts';
import {
  decodeTag,
  defaultTagSettings,
  encodeTag,
  hexBytes,
  hexText,
  parseTid,
  withLoanFlag,
} from '../index.ts';
import type { TagContent, TagEncoding, TagReading } from '../index.ts';
import { layOut } from '../iso15962/layout.ts';
import { code40Bytes, code40Text } from './code40.ts';
import { hasStoredCrc } from './epc-bank.ts';
import file from './uhf-library-tags.vectors.json' with { type: 'json' };

const bytesOf = (hex: string): Uint8Array => hexBytes(hex) ?? new Uint8Array();
const memory = (epc: string, user: string | null = null) =>
  ({
    technology: 'uhf',
    epcBank: bytesOf(epc),
    tid: null,
    user: user === null ? null : bytesOf(user),
  }) as const;
const read = (epc: string, user: string | null = null): TagReading => decodeTag(memory(epc, user), 'auto');
const banks = (encoding: TagEncoding): unknown =>
  encoding.ok && encoding.tag.technology === 'uhf'
    ? [hexText(encoding.tag.epcBank), encoding.tag.user && hexText(encoding.tag.user)]
    : encoding;
const hexOf = (bytes: Uint8Array | null): string | null => bytes && hexText(bytes);

describe('published vectors', () => {
  it.each(file.vectors.filter(({ crc }) => crc !== undefined))(
    'StoredCRC $crc ($source)',
    ({ hex_in: hex, crc = '' }) => {
      const bytes = bytesOf(hex);
      expect(
        hexText(
          Uint8Array.of(storedCrc(bytes, 0, bytes.length) >> 8, storedCrc(bytes, 0, bytes.length) & 0xff),
        ),
      ).toBe(crc);
    },
  );

  it.each(file.vectors.filter(({ description }) => /Code 40|FB prefix/u.test(description)))(
    'Code 40 $text ($source)',
    ({ hex_in: hex, text = '' }) => {
      expect(code40Text(bytesOf(hex))).toBe(text);
      // An escape of odd length is filled up to whole words.
      expect(hexOf(code40Bytes(text))).toBe(hex.length % 4 === 0 ? hex : `${hex}00`);
    },
  );

  it.each(file.vectors.filter(({ description }) => description.includes('EPC PII')))(
    '$description: $text',
    ({ description, hex_in: hex, text = '' }) => {
      const code = description.includes('96-bit') ? 0 : 1;
      expect(piiText(code, bytesOf(hex))).toBe(text);
      expect(hexOf(piiBytes(code, text))).toBe(hex);
    },
  );

  it.each(file.vectors.filter(({ description }) => description.includes('TID')))(
    'TID $hex_in ($source)',
    ({ hex_in: hex, fields }) => {
      expect(parseTid(bytesOf(hex))).toMatchObject({
        maker: fields?.mdid,
        model: fields?.model,
        extended: fields?.xtid,
        uri: fields?.stid ?? null,
      });
    },
  );

  it('content parameter 00A1 (alliance document, through dp2)', () => {
    expect(allianceElements(0x00a1)).toEqual([3, 12, 15]);
    expect(allianceBitmap([3, 12, 15])).toBe(0x00a1);
  });

  it('bank 01 of ISO 28560-4, from the PC word, without CRC read, and with it (dp2 Test_decode_epcbank_1)', () => {
    const hex = '45C2141CC04FC70BADB5C6E2DA1DED4DD319';
    const crc = storedCrc(bytesOf(hex), 0, 18).toString(16).padStart(4, '0');
    for (const bank of [hex, `0000${hex}`, crc + hex])
      expect(read(bank)).toMatchObject({
        kind: 'item',
        itemId: '12345678',
        owner: 'CH-000134-1',
        parts: { number: 1, total: 3 },
        secured: false,
        profile: 'iso28560-4',
      });
    expect(hasStoredCrc(bytesOf(crc + hex))).toBe(true);
    expect(read(`1234${hex}`)).toMatchObject({ kind: 'unknown', why: 'checksum' });
  });

  it('… and is written so, with a user bank (ISO/TS 28560-4 page 52)', () => {
    const user = '060201D0140204B34607441CB6E2E335D65308AB4D6C9DD556CDEB00';
    const objects = [
      { oid: 4, text: '1203' },
      { oid: 6, text: 'QA268.L55' },
      { oid: 3, text: 'US-InU-Mu', scheme: 5 },
    ];
    const content: TagContent = { kind: 'item', itemId: '12345678', objects, secured: false };
    const encoding = encodeTag('iso28560-4', content);
    expect(banks(encoding)).toMatchObject({ 1: user });
    const [epc, bank] = [
      encoding.ok && encoding.tag.technology === 'uhf' ? hexText(encoding.tag.epcBank) : '',
      user,
    ];
    expect(read(epc, bank)).toMatchObject({
      itemId: '12345678',
      owner: 'US-InU-Mu',
      parts: { number: 3, total: 12 },
      complete: true,
    });
    expect(hexOf(layOut([{ oid: 2, text: 'D0' }, ...objects], [], 4)?.bytes ?? null)).toBe(user.slice(2, -2));
    const uii: TagContent = {
      kind: 'item',
      itemId: '12345678',
      owner: 'CH-000134-1',
      parts: { number: 1, total: 3 },
      title: 'Thử',
      secured: false,
    };
    expect(banks(encodeTag('iso28560-4', uii))).toMatchObject({ 0: '45C2141CC04FC70BADB5C6E2DA1DED4DD319' });
  });

  // IPC, RFID standard for test letters, page 17, through dp2 Test_encode_uii_3.
  it('a long number inside a text', () => {
    expect(hexOf(code40Bytes('B.A12312345678'))).toBe('10E2FB2102DDDF7C4E00');
    expect(code40Text(bytesOf('10E2FB2102DDDF7C4E00'))).toBe('B.A12312345678');
  });
});

describe('ISO 28560-4', () => {
  it.each(['aaaaa', '1234/56789', '1234中国56789', 'Đ-é:1', '000000000123', '1'.repeat(30), 'VV.004512'])(
    'Code 40 takes %s and gives it back',
    (text) => {
      expect(code40Text(code40Bytes(text) ?? new Uint8Array())).toBe(text);
    },
  );

  it.each(['FF00', 'FB', 'FB0000', 'FC07', 'FD4142', '1', '141C00141C', 'FAFF', '0001'])(
    '%s is no Code 40',
    (hex) => {
      expect(code40Text(bytesOf(hex.length % 2 === 0 ? hex : `${hex}4`))).toBeNull();
    },
  );

  it.each([
    [
      { kind: 'item', itemId: 'VV.004512', owner: 'VN-TVBG' },
      { itemId: 'VV.004512', owner: 'VN-TVBG' },
    ],
    [
      { kind: 'item', itemId: 'VV.004512' },
      { itemId: 'VV.004512', owner: null },
    ],
    [
      { kind: 'item', itemId: '17', owner: 'Thư viện' },
      { itemId: '17', owner: 'Thư viện' },
    ],
    [
      { kind: 'item', itemId: '17', parts: { number: 2, total: 2 } },
      { itemId: '17', parts: { number: 2, total: 2 } },
    ],
    [
      { kind: 'patron-card', cardNumber: '000123' },
      { kind: 'patron-card', cardNumber: '000123', secured: false },
    ],
  ] as const)('%j comes back', (content, expected) => {
    const encoding = encodeTag('iso28560-4', content);
    const tag = encoding.ok && encoding.tag.technology === 'uhf' ? encoding.tag : null;
    expect(tag).not.toBeNull();
    expect(tag && decodeTag({ ...tag, tid: null }, 'auto')).toMatchObject(expected);
  });

  it('a real bank, longer than its PC word says (dp2 TestUHF.cs display_epc_2)', () => {
    expect(read('A3623D07150CC6B7C697ADB45964B3CFC1C123EF')).toMatchObject({
      itemId: '001',
      owner: 'CN-110108-1-NLC',
      secured: true,
    });
  });

  it('another trade with an AFI of its own is foreign', () => {
    expect(read('4591141CC04FC70BADB5C6E2DA1DED4DD319')).toEqual({ kind: 'unknown', why: 'foreign' });
  });

  it('refuses what does not fit the tag', () => {
    const content = { kind: 'item', itemId: 'VV.004512', owner: 'VN-TVBG' } as const;
    expect(encodeTag('iso28560-4', content, { epcBytes: 12 })).toMatchObject({
      problem: 'too-long',
      field: 'id',
    });
    expect(encodeTag('iso28560-4', { ...content, title: 'Thử' }, { userBytes: 0 })).toMatchObject({
      field: 'tag',
    });
    expect(encodeTag('iso28560-4', { kind: 'item', itemId: 'VN-TVBG.1' })).toMatchObject({
      problem: 'characters',
    });
  });
});

// Shanghai Jiao Tong and other samples: dp2 UnitTestRFID/TestGaoxiao1.cs and TestUHF.cs.
describe('the university alliance', () => {
  it.each([
    ['C15734001703000398130803F4040000', '0C0228081004000100010000', '32103179', '10248', true],
    ['B16E34001703000378130803F4040000', '0C0228081004000100010000', '32103177', '10248', true],
    ['FE2A340001045300185304406C0E0000', '0C02D9941004000100012C0038000000', '01519231', '55700', true],
    ['D61F340000000003185304406C0E0000', null, '01519231', null, true],
    ['24E634008003005338130058B9070000', '00000000', 'H0154943', null, false],
  ])('%s', (epc, user, itemId, owner, secured) => {
    expect(hasStoredCrc(bytesOf(epc))).toBe(true);
    expect(read(epc, user)).toMatchObject({ kind: 'item', profile: 'alliance', itemId, owner, secured });
  });

  it.each([
    ['vendor 03', 'DAD53000170328087903000084560000'],
    ['unknown 1', 'C41E3400300833B2DDD9014000000000'],
    ['SGTIN-96', '30003074257BF7194E4000001A85'],
  ])('%s is never a barcode', (_, hex) => {
    expect(read(hex)).toMatchObject({ kind: 'unknown' });
  });

  it('a loan changes the EPC, not the number', () => {
    const bank = '34001703000398130803F4040000';
    const lent = withLoanFlag(bytesOf(bank.slice(4)), true);
    expect(hexText(lent.subarray(0, 2))).toBe('9703');
    const after = `3400${hexText(lent)}`;
    expect(read(after)).toMatchObject({ itemId: '32103179', secured: false });
    expect(withLoanFlag(withLoanFlag(bytesOf(bank), true), false)).toEqual(bytesOf(bank));
  });

  it('writes what was published (dp2 test_decode_tag_1), sorting 7 and its reserve bit aside', () => {
    const content: TagContent = {
      kind: 'item',
      itemId: '32103179',
      owner: '10248',
      parts: { number: 1, total: 1 },
    };
    const settings = { ...defaultTagSettings, alliance: { version: 4, sorting: 7 } };
    expect(banks(encodeTag('alliance', content, {}, settings))).toEqual([
      '34000703000398130803F4040000',
      '0C022808100400010001',
    ]);
  });

  // dp2 UnitTestRFID/TestGaoxiao1.cs: Test_EncodeUserElementContent.
  it.each([
    [3, '90000', 'EA60'],
    [3, '00001', '0001'],
    [4, '1/3', '00030001'],
    [5, '1.2', '0102'],
    [6, '中文', 'E4B8ADE69687'],
  ])('element %i %s', (oid, text, data) => {
    const bytes = writeAllianceBank([{ oid, text }]);
    expect(hexOf(bytes)?.slice(4)).toBe(data);
    expect(readAllianceBank(bytes ?? new Uint8Array())).toEqual({ objects: [{ oid, text }], complete: true });
  });

  it.each([
    [3, '60000'],
    [4, '1'],
    [5, '1'],
    [7, 'x'],
  ])('element %i refuses %s', (oid, text) => {
    expect(writeAllianceBank([{ oid, text }])).toBeNull();
  });

  it('a card never alarms, a long Vietnamese number is UTF-8, another library stands in element 27', () => {
    const encoding = encodeTag('alliance', {
      kind: 'patron-card',
      cardNumber: 'THẺ-000123456789',
      owner: 'VN-TVBG',
    });
    const tag = encoding.ok && encoding.tag.technology === 'uhf' ? encoding.tag : null;
    expect(tag && decodeTag({ ...tag, tid: null }, 'auto')).toMatchObject({
      kind: 'patron-card',
      cardNumber: 'THẺ-000123456789',
      owner: 'VN-TVBG',
      usage: { code: '3.0', name: 'patron-card' },
      secured: false,
    });
  });
});
