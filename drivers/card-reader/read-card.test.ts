import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getUid, readAnswer, readPages } from './apdu.ts';
import type { CardContent } from './config.ts';
import { createVirtualCard, ndefMemory, type VirtualCard } from './emulator.ts';
import { readNdefText } from './ndef.ts';
import { readCard, type CardRead } from './read-card.ts';
import { formatUid } from './uid-format.ts';

const numRuns = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

function read({ answer }: VirtualCard, content: CardContent): Promise<CardRead> {
  return readCard({ transmit: async (apdu) => answer(apdu) }, content);
}

test('the command for the UID is that of PC/SC part 3 (github:pokusew/nfc-pcsc)', () => {
  const path = new URL('../relay/gates-relays-misc.vectors.json', import.meta.url);
  const { vectors } = z
    .object({ vectors: z.array(z.object({ description: z.string(), hex_in: z.string() })) })
    .parse(JSON.parse(readFileSync(path, 'utf8')));
  const published = vectors.find(({ description }) => description.startsWith('ACR122U'))?.hex_in;
  expect(Buffer.from(getUid).toString('hex').toUpperCase()).toBe(published);
  expect(readPages(4, 16)).toEqual(bytes('FFB0000410'));
});

test('an answer is good only with 9000', () => {
  expect(readAnswer(bytes('04A1B2C39000'))).toEqual({ ok: true, data: bytes('04A1B2C3') });
  expect(readAnswer(bytes('6300'))).toEqual({ ok: false, status: '6300' });
  expect(readAnswer(bytes('90'))).toEqual({ ok: false, status: '' });
});

describe('a UID becomes a number as the site set it up', () => {
  const uid = bytes('04A1B2C3');
  test.each([
    [{ kind: 'hex', order: 'as-read', letters: 'upper' }, '04A1B2C3'],
    [{ kind: 'hex', order: 'reversed', letters: 'lower' }, 'c3b2a104'],
    [{ kind: 'decimal', order: 'as-read', digits: 10 }, '0077705923'],
    [{ kind: 'decimal', order: 'reversed', digits: 10 }, '3283263748'],
  ] as const)('%o', (format, text) => {
    expect(formatUid(uid, format)).toBe(text);
  });

  test('seven bytes are more than ten digits and are not cut', () => {
    const format = { kind: 'decimal', order: 'as-read', digits: 10 } as const;
    expect(formatUid(bytes('04A1B2C3D4E5F6'), format)).toBe(String(0x04a1b2c3d4e5f6));
  });
});

describe('a card', () => {
  const hex = { kind: 'uid', format: { kind: 'hex', order: 'as-read', letters: 'upper' } } as const;
  const uid = bytes('04A1B2C3D4E5F6');

  test('tells its UID, its NDEF text or its pages', async () => {
    const card = createVirtualCard(uid, ndefMemory('Bạn đọc Thử 0001'.normalize('NFD')));
    expect(await read(card, hex)).toEqual({ ok: true, text: '04A1B2C3D4E5F6' });
    expect(await read(card, { kind: 'ndef' })).toEqual({ ok: true, text: 'Bạn đọc Thử 0001' });
    const memory = new Uint8Array(64);
    memory.set(Buffer.from('TV.000123'), 24);
    const plain = createVirtualCard(uid, memory);
    const pages = { kind: 'pages', firstPage: 6, bytes: 20 } as const;
    expect(await read(plain, { ...pages, as: 'text' })).toEqual({ ok: true, text: 'TV.000123' });
    expect(await read(plain, { ...pages, bytes: 4, as: 'hex' })).toEqual({ ok: true, text: '54562E30' });
  });

  test('without what it is asked for says so', async () => {
    const bare = createVirtualCard(uid);
    expect(await read(bare, { kind: 'ndef' })).toEqual({ ok: false, failure: 'refused', detail: '6A82' });
    expect(await read(createVirtualCard(uid, new Uint8Array(180)), { kind: 'ndef' })).toMatchObject({
      failure: 'empty',
    });
    expect(await readCard({ transmit: () => Promise.reject(new Error('removed')) }, hex)).toMatchObject({
      failure: 'gone',
    });
  });
});

describe('NDEF', () => {
  const message = (record: number[]): Uint8Array => Uint8Array.of(0x03, record.length, ...record, 0xfe);

  test('addresses, blocks in front, a record of another kind before it', () => {
    const uri = [0xd1, 0x01, 0x05, 0x55, 0x04, ...Buffer.from('a.vn')];
    expect(readNdefText(message(uri))).toBe('https://a.vn');
    const behind = Uint8Array.of(0x00, 0x01, 0x03, 0xa0, 0x0c, 0x34, ...message(uri));
    expect(readNdefText(behind)).toBe('https://a.vn');
    const other = [0x92, 0x03, 0x01, ...Buffer.from('a/b'), 0x07];
    expect(readNdefText(message([...other, ...uri]))).toBe('https://a.vn');
    const withId = [0xd9, 0x01, 0x05, 0x01, 0x55, 0x41, 0x04, ...Buffer.from('a.vn')];
    expect(readNdefText(message(withId))).toBe('https://a.vn');
  });

  test('a message that is cut short is none', () => {
    const whole = ndefMemory('TV.000123').subarray(16);
    expect(readNdefText(whole)).toBe('TV.000123');
    for (let end = 0; end < 16; end += 1) expect(readNdefText(whole.subarray(0, end))).toBeNull();
  });

  test('whatever stands on a card, reading it ends and throws nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.uint8Array({ maxLength: 12 }), (random, mutation) => {
        readNdefText(random);
        const area = ndefMemory('TV.000123').slice(16);
        area.set(mutation, (random[0] ?? 0) % 20);
        const text = readNdefText(area);
        expect(text === null || text.length <= area.length).toBe(true);
      }),
      { numRuns },
    );
  });
});
