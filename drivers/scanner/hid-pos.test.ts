import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vectors from './barcode.vectors.json' with { type: 'json' };
import { createHidPosAssembler, createHidPosReader, readHidPosReport } from './hid-pos.ts';

/** A report by the layout of `reference/devices.md` §5; `inserted` bytes come before the AIM identifier. */
function report(aim: string, data: Uint8Array, more: boolean, inserted = 0): Buffer {
  const bytes = Buffer.alloc(64);
  bytes[0] = 0x02;
  bytes[1] = data.length;
  bytes.write(`]${aim}`, 2 + inserted, 'latin1');
  bytes.set(data, 5 + inserted);
  bytes[63] = more ? 1 : 0;
  return bytes;
}

describe('real reports of a Honeywell 1602g', () => {
  test.each(vectors.hidPos)('$aim, $length bytes ($source)', ({ hex, aim, data, more }) => {
    const read = readHidPosReport(Buffer.from(hex, 'hex'));
    expect(read?.aim).toBe(aim.slice(1));
    expect(Buffer.from(read?.data ?? []).toString('latin1')).toBe(data);
    expect(read?.continued).toBe(more === 1);
  });

  test('are put together into the messages they were', () => {
    const assembler = createHidPosAssembler();
    const assembled = vectors.hidPos.map(({ hex }) => assembler.push(Buffer.from(hex, 'hex')));
    const messages = assembled.map((message) =>
      message !== null && 'aim' in message
        ? [message.aim, Buffer.from(message.data).toString('latin1')]
        : null,
    );
    const first = vectors.hidPos
      .slice(0, 4)
      .map(({ data }) => data)
      .join('');
    expect(messages).toEqual([null, null, null, ['X0', first], ['Z6', vectors.hidPos[4]?.data]]);
  });

  test('are answers of the scanner, not scans', () => {
    const reader = createHidPosReader();
    expect(vectors.hidPos.flatMap(({ hex }) => reader.push(Buffer.from(hex, 'hex')))).toEqual([]);
  });
});

describe('a code', () => {
  test('of any length comes out whole, even cut inside a letter, in both layouts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789|ABĐếỗ'), minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 55 }),
        fc.constantFrom(0, 1),
        (text, size, inserted) => {
          const bytes = Buffer.from(text);
          const reader = createHidPosReader();
          const frames = [];
          for (let at = 0; at < bytes.length; at += size) {
            const more = at + size < bytes.length;
            frames.push(...reader.push(report('Q1', bytes.subarray(at, at + size), more, inserted)));
          }
          expect(frames).toEqual([{ ok: true, text, symbology: 'Q1' }]);
        },
      ),
    );
  });

  test('whose end did not come is reported, not glued to the next', () => {
    const reader = createHidPosReader();
    expect(reader.push(report('C0', Buffer.from('PM.00'), true))).toEqual([]);
    expect(reader.flush()).toEqual([{ ok: false, code: 'LT-1103', bytes: 5 }]);
    expect(reader.push(report('C0', Buffer.from('PM.002774'), false))).toEqual([
      { ok: true, text: 'PM.002774', symbology: 'C0' },
    ]);
  });

  test('that never ends takes no memory and is one refusal', () => {
    const reader = createHidPosReader();
    const part = report('C0', Buffer.alloc(56, 'x'), true);
    const held = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const before = held();
    for (let i = 0; i < 200_000; i += 1) reader.push(part);
    // Of 11 MB sent, which would be 40 MB kept as so many arrays.
    expect(held() - before).toBeLessThan(20 * 1024 * 1024);
    expect(reader.push(report('C0', Buffer.alloc(56, 'x'), false))).toEqual([
      { ok: false, code: 'LT-1104', bytes: 11_200_056 },
    ]);
  });
});

test('a report may be overwritten by the next one once it was taken', () => {
  const reader = createHidPosReader();
  const bytes = report('C0', Buffer.from('PM.00'), true);
  reader.push(bytes);
  bytes.set(report('C0', Buffer.from('2774'), false));
  expect(reader.push(bytes)).toEqual([{ ok: true, text: 'PM.002774', symbology: 'C0' }]);
});

test('reports of any other shape never throw', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 70 })), (reports) => {
      const reader = createHidPosReader();
      for (const bytes of reports) reader.push(bytes);
      reader.flush();
      expect(reader.push(report('C0', Buffer.from('A1'), false))).toEqual([
        { ok: true, text: 'A1', symbology: 'C0' },
      ]);
    }),
  );
  expect(createHidPosReader().push(new Uint8Array(64))).toEqual([{ ok: false, code: 'LT-1103', bytes: 64 }]);
});
