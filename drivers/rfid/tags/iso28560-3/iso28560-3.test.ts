import { describe, expect, it } from 'vitest';
import { decodeTag, defaultTagSettings, encodeTag, hexBytes, hexText } from '../index.ts';
import type { TagContent, TagReading, TagSettings } from '../index.ts';
import { crc16 } from '../crc16.ts';
import { basicCrc, reverseBlocks, writtenCrc } from './basic-block.ts';
import { readExtensions } from './blocks.ts';
import file from './iso28560-3.vectors.json' with { type: 'json' };

const bytesOf = (hex: string): Uint8Array => hexBytes(hex) ?? new Uint8Array();
const read = (hex: string | Uint8Array, settings = defaultTagSettings): TagReading =>
  decodeTag(
    {
      technology: 'hf',
      uid: bytesOf('E004010011223344'),
      dsfid: 0x3e,
      afi: 0x07,
      bytes: typeof hex === 'string' ? bytesOf(hex) : hex,
    },
    'auto',
    settings,
  );
const write = (content: TagContent, settings = defaultTagSettings, userBytes = 112): string => {
  const encoded = encodeTag('iso28560-3', content, { userBytes }, settings);
  if (!encoded.ok) return `${encoded.problem} ${encoded.field}`;
  return encoded.tag.technology === 'hf' ? hexText(encoded.tag.bytes) : '';
};
const vector = (words: string): string =>
  file.vectors.find(({ description }) => description.includes(words))?.hex_in ?? '';

describe('published tags', () => {
  it.each(file.vectors.filter(({ fields }) => fields.primary_item_id !== undefined))(
    '$description ($source)',
    ({ hex_in: hex, fields }) => {
      const reading = read(hex);
      const id =
        reading.kind === 'item' ? reading.itemId : reading.kind === 'patron-card' && reading.cardNumber;
      expect(id).toBe(fields.primary_item_id);
      if (reading.kind !== 'item' && reading.kind !== 'patron-card') return;
      const local = fields.isil_local === undefined ? undefined : `${fields.country}-${fields.isil_local}`;
      expect(reading.owner).toBe(fields.isil ?? local);
      expect(reading.complete).toBe(true);
      // Written again it is what was published, zeros at the end aside.
      const again = write(reading, defaultTagSettings, hex.length === 64 ? 32 : 112);
      if (reading.layout?.nibbleOrder !== null) return;
      expect(again.replace(/(00)*$/u, '')).toBe(hex.replace(/(00)*$/u, ''));
    },
  );

  it('the basic block of annex B.1, byte for byte (ISO 28560-3, through lainuri)', () => {
    const published = '1101013130303030303030353600000000000098A4444B3731383530300000000000';
    expect(write({ kind: 'item', itemId: '1000000056', owner: 'DK-718500' })).toBe(published);
  });

  it('annex B.2: both extension blocks, one NUL less than fields (lainuri)', () => {
    const hex = vector('Annex B.2');
    expect(read(hex)).toMatchObject({
      objects: [
        { oid: 19, text: '01' },
        { oid: 9, text: 'Bogvognen' },
        { oid: 18, text: '1234567890' },
        { oid: 21, text: 'a789656c' },
      ],
      blocks: [],
    });
    const reading = read(hex);
    expect(reading.kind === 'item' && write(reading)).toBe(hex);
  });

  it('keeps a block it does not know: the Finnish tag, id 0x0065', () => {
    const reading = read(vector('Finnish'));
    expect(reading).toMatchObject({ blocks: [{ id: 0x65, hex: '7461' }], objects: [] });
  });

  it('a patron card tells in which order the site writes its nibbles', () => {
    const reading = read(vector('patron card'));
    expect(reading).toMatchObject({
      kind: 'patron-card',
      cardNumber: '2935000003649',
      usage: { code: '80', name: 'patron-card' },
      layout: { nibbleOrder: 'usage-high', blocksReversed: false },
    });
    if (reading.kind !== 'patron-card') return;
    const settings: TagSettings = { ...defaultTagSettings, nibbleOrder: 'usage-high' };
    expect(write(reading, settings)).toBe(`${vector('patron card')}0000000000`);
  });

  it('CRC-16/CCITT-FALSE of the Danish check string (biblstandard) and of empty tags (lainuri 00-crc_test)', () => {
    const text = new TextEncoder().encode('RFID tag data model');
    expect(crc16(text, 0, text.length)).toBe(0x1aee);
    const short = bytesOf(vector('All-zero 32'));
    expect(basicCrc(short, 32)).toBe(writtenCrc(short));
    const long = bytesOf(vector('All-zero 34'));
    expect(basicCrc(long)).toBe(writtenCrc(long));
    expect([read(short), read(long)]).toEqual([{ kind: 'blank' }, { kind: 'blank' }]);
  });

  it('the XOR of the acquisition block (lainuri)', () => {
    const hex = vector('extension block XOR');
    expect(readExtensions(bytesOf(hex), 0)).toMatchObject({ complete: true });
    expect(readExtensions(bytesOf(hex.replace('71', '70')), 0).complete).toBe(false);
  });
});

const item: TagContent = { kind: 'item', itemId: 'VV.004512', owner: 'VN-TVBG' };

describe('layouts in the field', () => {
  it.each(['10', '12', '18', '21', '71', '81'])(
    'first byte %s: the nibble that is 1 is the version',
    (byte) => {
      const bytes = bytesOf(write(item));
      bytes[0] = Number.parseInt(byte, 16);
      const crc = basicCrc(bytes);
      bytes.set([crc & 0xff, crc >> 8], 19);
      const usage = byte.startsWith('1') ? byte[1] : byte[0];
      expect(read(bytes)).toMatchObject({ usage: { code: `${usage}0` } });
    },
  );

  it('blocks with their bytes reversed are read and written', () => {
    const reversed = write(item, { ...defaultTagSettings, blocksReversed: true });
    expect(reversed).toBe(hexText(reverseBlocks(bytesOf(`${write(item)}0000`))));
    expect(read(reversed)).toMatchObject({ itemId: 'VV.004512', layout: { blocksReversed: true } });
  });

  it.each(['total-first', 'number-first'] as const)('parts %s', (partOrder) => {
    const settings = { ...defaultTagSettings, partOrder };
    const hex = write({ ...item, kind: 'item', parts: { number: 2, total: 3 } }, settings);
    expect(hex.slice(2, 6)).toBe(partOrder === 'total-first' ? '0302' : '0203');
    expect(read(hex, settings)).toMatchObject({ parts: { number: 2, total: 3 } });
  });

  it('a 24-bit block id, a filler byte and a title come back', () => {
    const full: TagContent = { ...item, title: 'Truyện Kiều', blocks: [{ id: 0x02_ff_10, hex: 'CAFE' }] };
    const hex = write(full);
    expect(read(hex)).toMatchObject({ title: 'Truyện Kiều', blocks: full.blocks, complete: true });
    expect(read(`${hex.slice(0, 68)}0101${hex.slice(68)}`)).toMatchObject({
      title: 'Truyện Kiều',
      complete: true,
    });
  });

  it('damaged extensions leave the number alone', () => {
    const hex = write({ ...item, title: 'Truyện Kiều' });
    expect(read(hex.replace(/..00$/u, 'FF00'))).toMatchObject({ itemId: 'VV.004512', complete: false });
  });
});

describe('refused', () => {
  it('every bit that turns in the basic block', () => {
    const hex = write(item);
    for (let bit = 0; bit < 34 * 8; bit += 1) {
      const bytes = bytesOf(hex);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(read(bytes)).toMatchObject({ kind: 'unknown' });
    }
  });

  it.each([
    [{ kind: 'item', itemId: 'A'.repeat(17) }, 'too-long id'],
    [{ kind: 'item', itemId: '' }, 'characters id'],
    [{ kind: 'item', itemId: '1', owner: 'VN-MOTTHUVIENRATDAI' }, 'too-long owner'],
    [{ kind: 'item', itemId: '1', parts: { number: 1, total: 256 } }, 'too-long parts'],
    [{ kind: 'item', itemId: '1', usage: { code: '70' } }, 'nibble-order usage'],
    [{ kind: 'item', itemId: '1', usage: { code: 'x' } }, 'characters usage'],
    [{ kind: 'item', itemId: '1', objects: [{ oid: 26, text: 'x' }] }, 'not-writable objects'],
    [{ kind: 'item', itemId: '1', title: 'A'.repeat(300) }, 'not-writable objects'],
    [{ kind: 'item', itemId: '1', title: 'A'.repeat(90) }, 'too-long tag'],
  ] as const)('%j: %s', (content, answer) => {
    expect(write(content)).toBe(answer);
  });
});
