import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heapInUse } from '../../bench/heap.ts';
import type { ScannerFraming } from '../../contract/devices/config.ts';
import type { ScanFrame } from '../../contract/devices/drivers.ts';
import { maxScanLength } from '../../domain/identifiers/scan.ts';
import { normaliseText } from '../../domain/text/fold.ts';
import vectors from './barcode.vectors.json' with { type: 'json' };
import { createScanFramer } from './codec.ts';
import { coalesce, encodeScan, noise, splitAt } from './emulator.ts';

const factory: ScannerFraming = { prefix: '', suffix: '\r', aim: 'auto' };

function read(framing: ScannerFraming, ...reads: readonly (string | Uint8Array)[]): ScanFrame[] {
  const framer = createScanFramer(framing);
  return reads.flatMap((bytes) => framer.push(typeof bytes === 'string' ? Buffer.from(bytes) : bytes));
}

function code(text: string, symbology: string | null = null): ScanFrame {
  return { ok: true, text, symbology };
}

const framings = fc.record({
  prefix: fc.constantFrom('', '#', '\u0002', 'LT:', ']', 'Đ'),
  suffix: fc.constantFrom('\r', '\n', '\r\n', '\t', '\u0003', '##', '$END$', 'ế'),
  aim: fc.constantFrom('auto' as const, 'off' as const),
});

/** Labels, cards and citizen-card QR texts, in either normal form. */
const codes = fc
  .string({
    unit: fc.constantFrom(...'ABCDĐWZ0123456789.-/|: ]ếỗạưđĐáNguyễn', 'e\u0302\u0301', 'u\u031b\u0323'),
    minLength: 1,
    maxLength: 60,
  })
  .filter((text) => text.trim() !== '' && !text.startsWith(']'));

const cuts = fc.array(fc.nat(400), { maxLength: 40 });

/** How many random frames are tried: `LUU_THONG_FUZZ=100000` for all that the issue asks for. */
const fuzzRuns = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

describe('a code in any wrapping', () => {
  test('comes out as it was printed, in NFC, with its symbology', () => {
    fc.assert(
      fc.property(framings, codes, fc.constantFrom(undefined, 'C0', 'Q1'), cuts, (framing, text, aim, at) => {
        fc.pre(!text.normalize('NFD').includes('e\u0302\u0301') || framing.suffix !== 'ế');
        const sent = framing.aim === 'auto' ? aim : undefined;
        const bytes = encodeScan(text, framing, sent);
        expect(read(framing, ...splitAt(bytes, at))).toEqual([code(normaliseText(text), sent ?? null)]);
      }),
    );
  });

  const aim = vectors.vectors.filter(({ description }) => description === 'AIM id');

  test.each(aim)('$text is taken off: $fields.symbology ($source)', ({ text = '' }) => {
    expect(read(factory, `${text}PM.002774\r`)).toEqual([code('PM.002774', text.slice(1))]);
  });

  test('keeps the bracket where the scanner sends no AIM identifier', () => {
    expect(read({ ...factory, aim: 'off' }, ']C0123\r')).toEqual([code(']C0123')]);
  });

  test('is found behind an AIM identifier that was put before the prefix', () => {
    expect(read({ ...factory, prefix: '#' }, ']C0#PM.1\r', '#]C0PM.2\r')).toEqual([
      code('PM.1', 'C0'),
      code('PM.2', 'C0'),
    ]);
  });

  test('loses a byte order mark, before or behind the identifier', () => {
    expect(read(factory, '\uFEFFTV.1\r', ']Q1\uFEFFTV.2\r')).toEqual([code('TV.1'), code('TV.2', 'Q1')]);
  });
});

describe('the end of a line', () => {
  test('CRLF reads as one end, whichever half is set up, and empty lines are nothing', () => {
    for (const suffix of ['\r', '\n', '\r\n']) {
      expect(read({ ...factory, suffix }, 'A1\r\n', '\r\n', 'A2\r', '\nA3\r\n')).toEqual([
        code('A1'),
        code('A2'),
        code('A3'),
      ]);
    }
  });

  test('a pile in one read is as many codes', () => {
    const pile = ['A1', 'A2', 'A3'].map((text) => encodeScan(text, factory, 'C0'));
    expect(read(factory, coalesce(pile))).toEqual([code('A1', 'C0'), code('A2', 'C0'), code('A3', 'C0')]);
  });

  test('does not matter how the bytes are cut up', () => {
    fc.assert(
      fc.property(
        framings,
        fc.uint8Array({ maxLength: 300 }),
        fc.array(codes),
        cuts,
        (framing, dirt, list, at) => {
          const bytes = coalesce([dirt, ...list.map((text) => encodeScan(text, framing)), dirt]);
          expect(read(framing, ...splitAt(bytes, at))).toEqual(read(framing, bytes));
        },
      ),
    );
  });

  test('an empty suffix, which no line could end with, reads as CR', () => {
    expect(read({ ...factory, suffix: '' }, 'A1\r')).toEqual([code('A1')]);
  });
});

describe('what is not a code', () => {
  test('says so and leaves the next one alone', () => {
    expect(read(factory, Buffer.from([0xff, 0xfe, 0x41, 0x0d]), 'A1\r')).toEqual([
      { ok: false, code: 'LT-1103', bytes: 3 },
      code('A1'),
    ]);
    expect(read(factory, Buffer.from('Nguyễn').subarray(0, 6), '\rA1\r')).toEqual([
      { ok: false, code: 'LT-1103', bytes: 6 },
      code('A1'),
    ]);
    expect(read(factory, 'A\u00001\r', 'A\u200b1\r', 'A1\r')).toEqual([
      { ok: false, code: 'LT-1105', bytes: 3 },
      { ok: false, code: 'LT-1105', bytes: 5 },
      code('A1'),
    ]);
  });

  test('is not what a scanner misread as Latin-1: letters look like controls there and can be taken back', () => {
    const misread = Buffer.from('BẠN ĐỌC THỬ').toString('latin1');
    expect(read(factory, `${misread}\r`)).toEqual([code(normaliseText(misread))]);
  });

  test('a line without the prefix, or with nothing behind it, is a broken read', () => {
    expect(read({ ...factory, prefix: '#' }, '2774\r', '#\r', '#]C0\r', '#2774\r')).toEqual([
      { ok: false, code: 'LT-1103', bytes: 4 },
      { ok: false, code: 'LT-1103', bytes: 1 },
      { ok: false, code: 'LT-1103', bytes: 4 },
      code('2774'),
    ]);
  });

  test('noise never throws, and a good code after it is read', () => {
    fc.assert(
      fc.property(framings, fc.integer(), (framing, seed) => {
        let state = seed;
        const random = (): number => {
          state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
          return state / 2 ** 32;
        };
        const framer = createScanFramer(framing);
        for (let i = 0; i < 20; i += 1) framer.push(noise(200, random));
        framer.flush();
        expect(framer.push(encodeScan('PM.002774', framing))).toEqual([code('PM.002774')]);
      }),
      { numRuns: 50 },
    );
  });
});

/** What lines do to a frame: bytes flipped, dropped, doubled, and dirt in front. */
const damage = fc.array(
  fc.record({ at: fc.nat(120), what: fc.constantFrom('flip', 'drop', 'double', 'dirt'), byte: fc.nat(255) }),
  { maxLength: 4 },
);

test('a damaged frame never throws and never reaches into the next one but one', () => {
  fc.assert(
    fc.property(framings, codes, damage, fc.boolean(), cuts, (framing, text, faults, quiet, at) => {
      const bytes = [...encodeScan(text, framing, 'C0')];
      for (const { at: place, what, byte } of faults) {
        const where = place % (bytes.length + 1);
        if (what === 'flip') bytes[where % bytes.length] = byte;
        else if (what === 'drop') bytes.splice(where, 1);
        else bytes.splice(where, 0, what === 'double' ? (bytes[where] ?? byte) : byte);
      }
      const framer = createScanFramer(framing);
      const frames = splitAt(Uint8Array.from(bytes), at).flatMap((part) => framer.push(part));
      expect(frames.length).toBeLessThanOrEqual(bytes.length);
      // A line that lost its end takes the next frame along, unless a silence ended it.
      if (quiet) framer.flush();
      else framer.push(encodeScan('PM.000001', framing));
      expect(framer.push(encodeScan('PM.002774', framing)).at(-1)).toEqual(code('PM.002774'));
    }),
    { numRuns: fuzzRuns },
  );
});

describe('length', () => {
  test('is counted in characters, not bytes', () => {
    const longest = 'ế'.repeat(maxScanLength);
    expect(read(factory, `${longest}\r`, `${longest.normalize('NFD')}\r`)).toEqual([
      code(longest),
      code(longest),
    ]);
    expect(read(factory, `${longest}1\r`)).toEqual([
      { ok: false, code: 'LT-1104', bytes: 3 * maxScanLength + 1 },
    ]);
  });

  test('1 MB without an end is one refusal with its true length, and the next code is read', () => {
    for (const suffix of ['\r', '\r\n', '$END$']) {
      const framer = createScanFramer({ ...factory, suffix });
      const chunk = Buffer.alloc(1_000, 'x');
      const early = Array.from({ length: 1_000 }, () => framer.push(chunk)).flat();
      expect(early).toEqual([]);
      expect(framer.push(Buffer.from(`${suffix}A1${suffix}`))).toEqual([
        { ok: false, code: 'LT-1104', bytes: 1_000_000 },
        code('A1'),
      ]);
    }
  });

  test('a line that never ends is reported once and takes no memory', async () => {
    const framer = createScanFramer(factory);
    const chunk = Buffer.alloc(64 * 1024, 'x');
    framer.push(chunk);
    const before = await heapInUse();
    const frames = Array.from({ length: 256 }, () => framer.push(chunk)).flat();
    expect(frames).toHaveLength(1);
    expect(frames[0]).toMatchObject({ ok: false, code: 'LT-1104' });
    // Of 16 MB sent.
    expect((await heapInUse()) - before).toBeLessThan(1024 * 1024);
    expect(framer.push(Buffer.from('\rA1\r'))).toEqual([code('A1')]);
  });
});

describe('a line that broke off', () => {
  test('is reported, not glued to the next code', () => {
    const framer = createScanFramer(factory);
    expect(framer.push(Buffer.from('PM.00'))).toEqual([]);
    expect(framer.flush()).toEqual([{ ok: false, code: 'LT-1103', bytes: 5 }]);
    expect(framer.push(Buffer.from('PM.002774\r'))).toEqual([code('PM.002774')]);
  });

  test('is nothing when only the second half of a CRLF was left', () => {
    const framer = createScanFramer(factory);
    framer.push(Buffer.from('A1\r\n'));
    expect(framer.flush()).toEqual([]);
  });

  test('is the end of a line that was too long, once', () => {
    const framer = createScanFramer(factory);
    framer.push(Buffer.alloc(10_000, 'x'));
    expect(framer.flush()).toEqual([{ ok: false, code: 'LT-1104', bytes: 10_000 }]);
    expect(framer.flush()).toEqual([]);
  });
});
