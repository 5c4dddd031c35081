import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTslReader } from './reader.ts';
import { barcodeOf, tagsOf, valueOf } from './response.ts';
import published from './tsl-ascii2.vectors.json' with { type: 'json' };

const read = (text: string) => createTslReader().push(Buffer.from(text));

describe('the published answers of TSL ASCII 2.0', () => {
  it.each(published.vectors)('$description ($source)', ({ text, fields }) => {
    const [response, ...more] = read(text);
    if (response === undefined) throw new Error('no answer was read');
    expect(more).toEqual([]);
    expect(text).toContain(`CS: ${response.command}`);
    const told = {
      command: response.command,
      ok: response.error === null,
      tags: tagsOf(response).map(({ epc, rssi }) => ({ epc, rssi })),
    };
    expect(told).toMatchObject(fields);
  });
});

describe('the reader of answers', () => {
  it('gives every tag its own lines, whatever their order', () => {
    const [response] = read(
      'CS: .iv LCMD 000012 -e on\r\nIX: 0001\r\nEP: E2003412\r\nPC: 1000\r\nRI: -48\r\nIX: 0002\r\nEP: AABB\r\nRI: -60\r\nOK:\r\n\r\n',
    );
    expect(response?.index).toBe(12);
    expect(tagsOf(response ?? { command: '', index: 0, error: null, lines: [] })).toMatchObject([
      { epc: 'E2003412', pc: 0x1000, rssi: -48 },
      { epc: 'AABB', pc: null, rssi: -60 },
    ]);
  });

  it('leaves out a tag whose EPC is no hex, and keeps its neighbours', () => {
    const [response] = read('CS: .iv\nEP: XYZ1\nRI: -1\nEP: 1234\nRI: far\nOK:\n\n');
    expect(response && tagsOf(response).map(({ epc, rssi }) => [epc, rssi])).toEqual([['1234', null]]);
  });

  it('takes the escapes out of a barcode, line ends inside it too', () => {
    const [response] = read('CS: .bc\r\nBC: A\u001B\r\u001B\nB\u001B\u001B\r\nOK:\r\n\r\n');
    expect(response && barcodeOf(response)).toBe('A\r\nB\u001B');
    const [raw] = read('CS: .bc\r\nBR: Nguyễn\r\nOK:\r\n\r\n');
    expect(raw && barcodeOf(raw)).toBe('Nguyễn');
  });

  it.each([
    ['noise in front', '\u0000ÿ\u001B\n8'],
    ['an answer cut inside a line', 'CS: .iv\r\nEP: 3000'],
    ['an answer cut inside a barcode', 'CS: .bc\r\nBC: 123\u001B'],
    ['an answer without its end', 'CS: .iv\r\nEP: 1234\r\n'],
    ['a false beginning', 'CS: CS: CS:'],
    ['an endless line', 'A'.repeat(10_000)],
  ])('finds the next good answer after %s', (_, before) => {
    const responses = read(`${before}CS: .vr LCMD 000001\r\nMF: TSL\r\nOK:\r\n\r\n`);
    expect(responses).toHaveLength(1);
    expect(responses[0] && valueOf(responses[0], 'MF')).toBe('TSL');
  });

  it('ends an answer of too many lines without keeping them', () => {
    const reader = createTslReader();
    const line = Buffer.from('EP: 1234\r\n'.repeat(1_000));
    reader.push(Buffer.from('CS: .iv\r\n'));
    for (let times = 0; times < 9; times += 1) reader.push(line);
    expect(reader.push(Buffer.from('OK:\r\n\r\n'))).toEqual([]);
  });
});

const good = 'CS: .iv LCMD 000007 -x\r\nEP: 0123456789ABCDEF01234567\r\nRI: -61\r\nOK:\r\n\r\n';
const piece = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .constantFrom('CS: ', 'CS: .bc\r\nBC: \u001B', 'EP: 12', '\r\n', 'OK:\r\n', 'ER: 1\n', '\u001B')
    .map((text) => Buffer.from(text)),
  fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => {
    const frame = Buffer.from(good);
    frame[at] = byte;
    return frame;
  }),
  fc.nat(good.length - 1).map((length) => Buffer.from(good).subarray(0, length)),
);

it('never throws, and reads the good answer after any bytes in any pieces', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(60), (pieces, size) => {
      const reader = createTslReader();
      const all = Buffer.concat([...pieces, Buffer.from(good)]);
      const step = size + 1;
      let last = null;
      for (let at = 0; at < all.length; at += step)
        last = reader.push(all.subarray(at, at + step)).at(-1) ?? last;
      expect(last).toMatchObject({ command: '.iv', index: 7, error: null });
      expect(last && tagsOf(last)).toMatchObject([{ epc: '0123456789ABCDEF01234567', rssi: -61 }]);
    }),
    { numRuns: Number(process.env['LUU_THONG_FUZZ'] ?? 2_000) },
  );
});
