import { describe, expect, it } from 'vitest';
import { decodeTag, defaultTagSettings, encodeTag, hexBytes, hexText } from '../index.ts';
import type { TagContent, TagEncoding, TagReading } from '../index.ts';
import { chooseScheme, compact, expand } from './compaction.ts';
import { bitmapOf, elementsOf } from './content-parameter.ts';
import { layOut } from './layout.ts';
import { lengthBytes, readLength } from './length.ts';
import { readObjects } from './objects.ts';
import file from './iso28560-2.vectors.json' with { type: 'json' };

const bytesOf = (hex: string): Uint8Array => hexBytes(hex) ?? new Uint8Array();
const hexOf = (bytes: Uint8Array | null): string | null => bytes && hexText(bytes);
const read = (hex: string, dsfid: number | null = 0x06): TagReading =>
  decodeTag({ technology: 'hf', uid: new Uint8Array(8), dsfid, afi: 0xc2, bytes: bytesOf(hex) }, 'auto');
const written = (encoding: TagEncoding): string =>
  encoding.ok && encoding.tag.technology === 'hf' ? hexText(encoding.tag.bytes) : JSON.stringify(encoding);
const locking = { ...defaultTagSettings, lockedElements: [1, 3, 17] };
const annexD = '9100051CBE991A140201D0140204B34607441CB6E2E335D6830207ACC09EBAA06F6B0000';

describe('compaction', () => {
  it.each(file.vectors.filter(({ scheme }) => typeof scheme === 'number'))(
    '$description of $text ($source)',
    ({ scheme, text = '', hex_in: hex }) => {
      expect(expand(6, Number(scheme), bytesOf(hex))).toBe(text);
      expect(hexOf(compact(6, Number(scheme), text))).toBe(hex);
    },
  );

  it.each(file.vectors.filter(({ scheme }) => scheme === 'ISIL'))(
    'ISIL $text ($source)',
    ({ text = '', hex_in: hex }) => {
      expect(expand(3, 0, bytesOf(hex))).toBe(text);
      expect(hexOf(compact(3, 0, text))).toBe(hex);
    },
  );

  // dp2 UnitTestRFID/TestRfid2.cs: latch and shift are both legal in a tag that was found.
  it('ISIL with digits, and the latched form of another writer', () => {
    expect(hexOf(compact(3, 0, 'CN-110108-1-NLC'))).toBe('1B81E110108A1AC7307F');
    expect(expand(3, 0, bytesOf('1B81E120104AC1832267'))).toBe('CN-120104-C-YBL');
  });

  // dp2 UnitTestRFID/TestRfid2.cs: Check_integer, Check_Numeric, Check_Bit5, AutoSelect.
  it.each([
    [1, ['1', '01', '100000000000000000000', '-1', 'A', '中国', '/']],
    [2, ['0', '9', '-11', 'A', '中国', '/']],
    [3, ['A', '^B', 'abc', '123', '中国', '/?*', '-AB']],
    [4, ['ABC', 'abcd', 'ABC ']],
    [5, ['abcdefg', 'abcdefgé']],
  ])('scheme %i refuses what it cannot hold', (scheme, texts) => {
    for (const text of texts) expect(compact(6, scheme, text)).toBeNull();
  });

  it.each([
    [6, '123456789012', 1],
    [6, '091', 2],
    [6, 'JPN', 3],
    [6, 'QA268.L55', 4],
    [6, 'abcdefgh123', 5],
    [6, 'a bcde', 7],
    [7, 'BA', 7],
    [17, 'TEST', 7],
    [3, 'US-InU-Mu', 0],
    [5, '10', 0],
    [23, 'Truyện', 7],
  ])('element %i, %s: scheme %i', (oid, text, scheme) => {
    expect(chooseScheme(oid, text)).toBe(scheme);
  });

  it('6-bit filling of a whole group is no space at the end', () => {
    const bytes = compact(6, 4, 'ABCDEFG') ?? new Uint8Array();
    expect(bytes).toHaveLength(6);
    expect(expand(6, 4, bytes)).toBe('ABCDEFG');
  });

  it.each(file.vectors.filter(({ length }) => length !== undefined))(
    'length $length ($source)',
    ({ length = 0, hex_in: hex }) => {
      expect(hexText(Uint8Array.from(lengthBytes(length)))).toBe(hex);
      expect(readLength(bytesOf(hex), 0)?.length).toBe(length);
    },
  );

  it.each([
    ['D0', [3, 4, 6]],
    ['D002', [3, 4, 6, 17]],
    ['A8', [3, 5, 7]],
  ])('content parameter %s', (hex, oids) => {
    expect(elementsOf(hex)).toEqual(oids);
    expect(bitmapOf(oids)).toBe(hex);
  });
});

describe('published tags', () => {
  it.each(file.vectors.filter(({ objects }) => objects !== undefined))(
    '$description ($source)',
    ({ hex_in: hex, objects = [], fields }) => {
      const stream = readObjects(bytesOf(hex));
      expect(stream.complete).toBe(true);
      const expected = objects.map(({ oid, compaction, offset, pad, data_hex: data }) => ({
        oid,
        scheme: compaction,
        padding: offset === 1 ? pad : null,
        data,
      }));
      expect(
        stream.objects.map(({ oid, scheme, padding, data }) => ({
          oid,
          scheme,
          padding,
          data: hexText(data),
        })),
      ).toEqual(expected);
      for (const [oid, value] of Object.entries(fields ?? {}))
        expect(stream.objects.find((object) => object.oid === Number(oid))?.text).toBe(value);
      expect(read(hex)).toMatchObject({ kind: 'item', itemId: fields?.['1'] });
      expect(read(hex, null)).toMatchObject({ kind: 'item', itemId: fields?.['1'] });
    },
  );

  const annexContent: TagContent = {
    kind: 'item',
    itemId: '123456789012',
    owner: 'US-InU-Mu',
    parts: { number: 3, total: 12 },
    objects: [{ oid: 6, text: 'QA268.L55' }],
  };

  it('annex D is written byte for byte, with its lock map ll....lll', () => {
    const encoding = encodeTag('iso28560-2', annexContent, {}, locking);
    expect(written(encoding)).toBe(annexD);
    expect(encoding).toMatchObject({ tag: { dsfid: 0x06, afi: 0x07, lockedBlocks: [0, 1, 6, 7, 8] } });
  });

  it('… and with a locked title behind it (dp2 Test_chip_layout_3)', () => {
    const encoding = encodeTag('iso28560-2', { ...annexContent, title: 'test' }, {}, locking);
    expect(written(encoding)).toBe(
      '9100051CBE991A140202D002140204B3C60207441CB6E2E335D600000307ACC09EBAA06F6B7F020474657374',
    );
    expect(encoding).toMatchObject({ tag: { lockedBlocks: [0, 1, 7, 8, 9, 10] } });
  });

  it('what was read is written as it was: order, schemes, room in the content parameter', () => {
    for (const hex of [
      annexD,
      file.vectors.find(({ description }) => description.startsWith('Same with 5-byte'))?.hex_in ?? '',
    ]) {
      const reading = read(hex);
      expect(reading.kind === 'item' && written(encodeTag('iso28560-2', reading, {}, locking))).toBe(hex);
    }
  });

  it('tells the common words of the Finnish tag', () => {
    expect(read('9101046091CE43800201A80501106702424103073240DE05AB075B00000000')).toMatchObject({
      owner: 'FI-Mamk-M',
      usage: { code: '10', name: 'circulation' },
      secured: false,
      complete: true,
    });
  });
});

describe('own tags', () => {
  it('a Vietnamese title, an element above 14 and a card', () => {
    const encoding = encodeTag('iso28560-2', {
      kind: 'patron-card',
      cardNumber: '000123',
      title: 'Bạn đọc Thử',
      objects: [
        { oid: 26, text: 'tủ 3' },
        { oid: 200, text: 'x'.repeat(20) },
      ],
      secured: true,
    });
    expect(encoding).toMatchObject({ ok: true, tag: { afi: 0xc2 } });
    expect(read(written(encoding))).toMatchObject({
      kind: 'patron-card',
      cardNumber: '000123',
      title: 'Bạn đọc Thử',
      usage: { code: '80' },
    });
  });

  it.each([
    [
      'the CRC block of ISO 28560-3 is bad',
      '110201313030303030303036000000000000009800444B373138353030',
      null,
    ],
    ['no identifier first', '0201D0140204B300', 0x06],
    ['two identifiers', '21021203210212030000', 0x06],
    ['noise that parses', '1102AAAA140204B300', null],
    ['a length past the end', '91000F1CBE991A14', 0x06],
  ])('refused: %s', (_, hex, dsfid) => {
    expect(read(hex, dsfid)).toMatchObject({ kind: 'unknown' });
  });

  it('refuses what does not fit', () => {
    const item = { kind: 'item', itemId: '1234' } as const;
    expect(encodeTag('iso28560-2', { ...item, title: 'a'.repeat(200) })).toMatchObject({
      problem: 'too-long',
      field: 'tag',
    });
    expect(encodeTag('iso28560-2', { ...item, parts: { number: 3, total: 2 } })).toMatchObject({
      field: 'parts',
    });
    expect(encodeTag('iso28560-2', { ...item, objects: [{ oid: 6, text: 'abc', scheme: 3 }] })).toMatchObject(
      {
        problem: 'characters',
        field: 'objects',
      },
    );
    expect(layOut([{ oid: 300, text: 'x' }], [], 4)).toBeNull();
  });
});
