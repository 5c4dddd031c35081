import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, hexOf } from '../gen2.ts';
import { fuzzTimeoutMs, fuzzUhfFramer } from '../testing/fuzz-uhf.ts';
import { failureCode, readDone, readNotice, readText, refusal } from './answers.ts';
import { createM100Framer, encodeM100, type M100Frame } from './codec.ts';
import { askInfo, changeEas, pollMany, read, select, write } from './commands.ts';
import vectors from './uhf-m100-r200.vectors.json' with { type: 'json' };

const framesOf = (hex: string): readonly M100Frame[] => createM100Framer().push(bytesOf(hex));
const frameOf = (hex: string): M100Frame =>
  framesOf(hex)[0] ?? { type: 'command', command: -1, parameter: new Uint8Array() };

/** Frames that the file does not hold. */
const named = [
  { hex: 'BB003900090000FFFF0300000002457E', source: 'reference/devices.md §3.2' },
  { hex: 'BB013900130E340030751FEB705C5904E3D50D7012345678B07E', source: 'M5Stack protocol §2.8.2' },
  { hex: 'BB014900100E340030751FEB705C5904E3D50D7000A97E', source: 'M5Stack protocol §2.9.2' },
  { hex: 'BB01E000110E300030751FEB705C5904E3D50D7000417E7E', source: 'M5Stack protocol §2.35.2' },
  { hex: 'BB008200070000FFFF020080097E', source: 'reference/devices.md §3.2' },
  { hex: 'BB00270003222710837E', source: 'reference/devices.md §3.2' },
  { hex: 'BB01280001002A7E', source: 'M5Stack protocol §2.4.2' },
];
const isBad = ({ check }: (typeof vectors.vectors)[number]): boolean => check.expected_bad;
const good = [
  ...vectors.vectors
    .filter((vector) => !isBad(vector))
    .map(({ hex_in, source }) => ({ hex: hex_in, source })),
  ...named,
];

describe.each(good)('$hex ($source)', ({ hex }) => {
  it('is read and made again', () => {
    const [frame, ...more] = framesOf(hex);
    expect(more).toEqual([]);
    expect(hexOf(encodeM100(frame?.type ?? 'command', frame?.command ?? 0, frame?.parameter))).toBe(hex);
  });

  it('is refused with any byte wrong', () => {
    const bytes = bytesOf(hex);
    for (const at of bytes.keys()) {
      const framer = createM100Framer();
      const heard = framer.push(bytes.with(at, (bytes[at] ?? 0) ^ 0x55));
      expect([...heard, ...framer.quiet()]).toEqual([]);
    }
  });
});

const bad = [
  ...vectors.vectors.filter(isBad).map(({ hex_in, source }) => ({ hex: hex_in, source })),
  { hex: 'BB000D0D7E', source: 'get query as printed, without a length: reference/devices.md §3.2' },
];
it.each(bad)('refuses the known-bad $hex ($source)', ({ hex }) => {
  const framer = createM100Framer();
  expect([...framer.push(bytesOf(hex)), ...framer.quiet()]).toEqual([]);
  // What it began must not swallow the next frame.
  const heard = [...framer.push(bytesOf('BB01FF000115167E')), ...framer.quiet()];
  expect(heard.map((frame) => failureCode(frame))).toEqual([0x15]);
});

describe('commands are as published', () => {
  const epc = '30751FEB705C5904E3D50D70';
  it.each([
    [askInfo(0), 'BB0003000100047E'],
    [pollMany(10_000), 'BB00270003222710837E'],
    [select(epc), 'BB000C00130100000020600030751FEB705C5904E3D50D70AD7E'],
    [read({ bank: 3, first: 0, count: 2 }, '0000FFFF'), 'BB003900090000FFFF0300000002457E'],
    [write(3, 0, bytesOf('12345678'), '0000FFFF'), 'BB0049000D0000FFFF0300000002123456786D7E'],
    [changeEas(true, '0000FFFF'), 'BB00E300050000FFFF01E77E'],
  ])('%#', (made, hex) => {
    expect(hexOf(made)).toBe(hex);
  });

  it('compare the end of an EPC that is longer than a mask', () => {
    const { parameter } = frameOf(hexOf(select('AABBCCDD' + epc)));
    expect(hexOf(parameter)).toBe('01000000406000' + epc);
  });
});

describe('answers', () => {
  it('tell a tag with its PC and signed RSSI (M5Stack protocol §2.2.2)', () => {
    expect(readNotice(frameOf('BB02220011C9340030751FEB705C5904E3D50D703A76EF7E'))).toEqual({
      address: '30751FEB705C5904E3D50D70',
      dsfid: null,
      pc: 0x3400,
      rssi: -55,
      antenna: null,
    });
  });

  it('tell the words read and the tag they are of (M5Stack protocol §2.8.2)', () => {
    const done = readDone(frameOf('BB013900130E340030751FEB705C5904E3D50D7012345678B07E'));
    expect(done).toEqual({ epc: '30751FEB705C5904E3D50D70', rest: bytesOf('12345678') });
  });

  it('tell the module (M5Stack protocol §2.1.2)', () => {
    expect(readText(frameOf('BB0103000B004D3130302056312E3030227E'))).toBe('M100 V1.00');
  });

  it.each([
    [0x09, 'no-tag'],
    [0x15, 'no-tag'],
    [0x16, 'locked'],
    [0x17, 'refused'],
    [0xa3, 'refused'],
    [0xa4, 'locked'],
    [0xb4, 'locked'],
    [0xbb, 'weak'],
  ])('understand failure %i', (code, failure) => {
    expect(refusal(code)).toMatchObject({ failure });
  });

  it('survive any parameter', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(0x22, 0x39, 0xff),
        (parameter, command) => {
          readNotice({ type: 'notice', command, parameter });
          readDone({ type: 'response', command, parameter });
          readText({ type: 'response', command, parameter });
          expect(failureCode({ type: 'response', command: 0xff, parameter })).toBe(parameter[0] ?? null);
        },
      ),
    );
  });
});

describe('the framer', () => {
  const notice = 'BB02220011C9340030751FEB705C5904E3D50D703A76EF7E';

  it.each(['BB', 'BBBB', 'BB01', 'BB0122', 'BB012200', 'BB01220011', '7E', 'BB020100FF'])(
    'finds a frame behind a false start %s at once or after a pause',
    (start) => {
      const framer = createM100Framer();
      const heard = [...framer.push(bytesOf(start)), ...framer.push(bytesOf(notice)), ...framer.quiet()];
      expect(heard).toHaveLength(1);
      expect(framer.push(bytesOf(notice))).toHaveLength(1);
    },
  );

  it('does not break a frame up for the whole frame inside it', () => {
    const outer = encodeM100('response', 0x39, bytesOf('BB01FF000115167E' + notice));
    const framer = createM100Framer();
    expect([...outer].flatMap((byte) => framer.push(Uint8Array.of(byte)))).toHaveLength(1);
  });

  it(
    'resynchronises after anything',
    () => {
      const late = fuzzUhfFramer({
        create: createM100Framer,
        frames: fc
          .tuple(
            fc.constantFrom('command' as const, 'response' as const, 'notice' as const),
            fc.constantFrom(0x03, 0x22, 0x27, 0x39, 0x49, 0xff),
            fc.uint8Array({ maxLength: 80 }),
          )
          .map(([type, command, parameter]) => encodeM100(type, command, parameter)),
        start: Uint8Array.of(0xbb, 0x02, 0x22),
        longest: 519,
        runsPerChance: 500,
      });
      expect(late).toBe(0);
    },
    fuzzTimeoutMs,
  );
});
