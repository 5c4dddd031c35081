import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, hexOf } from '../gen2.ts';
import { fuzzTimeoutMs, fuzzUhfFramer } from '../testing/fuzz-uhf.ts';
import { readInfo, readSeenTag, readTagList, refusalOf, type Uhf18Tag } from './answers.ts';
import { createUhf18Framer, encodeUhf18, type Uhf18Frame } from './codec.ts';
import { inventoryData, readData } from './commands.ts';
import vectors from './uhf-chafon-len-adr.vectors.json' with { type: 'json' };

const framesOf = (hex: string): readonly Uhf18Frame[] => createUhf18Framer().push(bytesOf(hex));
const frameOf = (hex: string): Uhf18Frame =>
  framesOf(hex)[0] ?? { address: -1, command: -1, data: new Uint8Array() };

/** Frames that the file does not hold. */
const named = [
  { hex: '04FF211995', source: 'reference/devices.md §3.1' },
  { hex: '04FF011BB4', source: 'reference/devices.md §3.1' },
  { hex: '13000103010C0000000000000000000003133F39', source: 'reference/devices.md §3.1' },
  { hex: '1500010301010C0000000000000000000003136BB1A5', source: 'reference/devices.md §3.1' },
  { hex: '1100EE00E20000170014026616706B488337', source: 'MS9/RD905UW guide, active mode' },
  { hex: '1100EE00E284361100001000094944AA9ACC', source: 'observed EE frame, public UHFReader18 notes' },
  { hex: '0D0021000502860231801A14975C', source: 'observed info answer, public UHFReader18 notes' },
  { hex: '05000FFBE2A7', source: 'observed single inventory without a tag, public UHFReader18 notes' },
];
const all = [...vectors.vectors.map(({ hex_in, source }) => ({ hex: hex_in, source })), ...named];

describe.each(all)('$hex ($source)', ({ hex }) => {
  it('is read and made again', () => {
    const [frame, ...more] = framesOf(hex);
    expect(more).toEqual([]);
    expect(hexOf(encodeUhf18(frame?.address ?? 0, frame?.command ?? 0, frame?.data))).toBe(hex);
  });

  it('is refused with any byte wrong', () => {
    const good = bytesOf(hex);
    for (const at of good.keys()) {
      const framer = createUhf18Framer();
      const heard = framer.push(good.with(at, (good[at] ?? 0) ^ 0x55));
      expect([...heard, ...framer.quiet()]).toEqual([]);
    }
  });
});

it('refuses the known-bad vector (wabson/chafon-rfid tests/test_base.py)', () => {
  expect(framesOf('1500010301010C0000000000000000000003136BB1A6')).toEqual([]);
});

describe('commands', () => {
  it('read as documented (reference/devices.md §3.1)', () => {
    // That page prints the EPC as 0004; its checksum is right for 0001 only.
    const data = readData('0001', { bank: 0, first: 4, count: 4 }, '00000000');
    expect(hexOf(encodeUhf18(0x00, 0x02, data))).toBe('0E000201000100040400000000943B');
  });

  it('ask the 288 as wabson/chafon-rfid does', () => {
    expect(hexOf(inventoryData('288', 0x14))).toBe('0F0001000000008014');
    expect(inventoryData('18', 10)).toHaveLength(0);
  });
});

describe('tag lists', () => {
  const listed = vectors.vectors.flatMap(({ hex_in, fields, source, description }) =>
    'epcs' in fields && fields.epcs !== undefined
      ? [
          {
            hex: hex_in,
            fields,
            source,
            epcs: fields.epcs,
            variant: description.includes('Reader18') ? '18' : '288',
          },
        ]
      : [],
  );
  it.each(listed)('$hex ($source)', ({ hex, fields, epcs, variant }) => {
    const tags = readTagList(frameOf(hex), variant === '18' ? '18' : '288');
    expect(tags?.map(({ epc }) => epc)).toEqual(epcs);
    const strengths = ('rssi' in fields ? fields.rssi : undefined) ?? epcs.map(() => 'none');
    const told = tags?.map(({ rssi }) => rssi?.toString(16).toUpperCase() ?? 'none');
    expect(told).toEqual(strengths);
  });

  it('tell the antenna by its bit', () => {
    const tag: Uhf18Tag = { epc: '49440000000000000A000334', rssi: 0x64, antenna: 3 };
    expect(readTagList(frameOf('1500010304010C49440000000000000A0003346425C0'), '288')).toEqual([tag]);
    expect(readTagList(frameOf('0700010101001E4B'), '288')).toEqual([]);
  });

  it('of the other variant are none', () => {
    expect(readTagList(frameOf('13000103010C49440000000000000A000334A5FB'), '288')).toBeNull();
    expect(readTagList(frameOf('1500010304010C49440000000000000A0003346425C0'), '18')).toBeNull();
  });

  it('survive any data', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom('18', '288'), (data, variant) => {
        const frame = { address: 0, command: 1, data };
        const tags = readTagList(frame, variant) ?? [];
        expect(tags.every(({ epc }) => /^([0-9A-F]{2})+$/u.test(epc))).toBe(true);
        readSeenTag({ ...frame, command: 0xee }, variant);
        readInfo({ ...frame, command: 0x21 });
        expect(refusalOf(frame).ok).toBe(false);
      }),
    );
  });
});

it('reads what a reader says of itself (wabson/chafon-rfid tests/test_base.py)', () => {
  expect(readInfo(frameOf('1100210000160C034E001E0A01000000E651'))).toEqual({
    firmware: '0.22',
    type: 0x0c,
    protocols: 3,
    maxFrequency: 0x4e,
    minFrequency: 0,
    power: 30,
    scanTime: 10,
  });
});

it('reads tags told in active mode, in both layouts', () => {
  const plain = frameOf('1100EE00E284361100001000094944AA9ACC');
  expect(readSeenTag(plain, '18')?.epc).toBe('E284361100001000094944AA');
  const rich = { address: 0, command: 0xee, data: bytesOf('000204010203046B') };
  expect(readSeenTag(rich, '288')).toEqual({ epc: '01020304', rssi: 0x6b, antenna: 2 });
  expect(readSeenTag(plain, '288')).toBeNull();
});

it.each([
  ['FB', 'no-tag', 'FB'],
  ['FA', 'weak', 'FA'],
  ['05', 'locked', '05'],
  ['FC04', 'locked', 'FC04'],
  ['FC0B', 'weak', 'FC0B'],
  ['FC03', 'refused', 'FC03'],
  ['FE', 'refused', 'FE'],
])('understands status %s', (hex, failure, detail) => {
  const frame = { address: 0, command: 2, data: bytesOf(hex) };
  expect(refusalOf(frame)).toEqual({ ok: false, failure, detail });
});

describe('the framer', () => {
  const good = '1500010301010C0000000000000000000003136BB1A5';

  it.each(['FF', '40', '0600', '15000103010113', '04FF21'])(
    'finds a frame behind a false start %s at once or after a pause',
    (start) => {
      const framer = createUhf18Framer();
      expect([...framer.push(bytesOf(start)), ...framer.push(bytesOf(good)), ...framer.quiet()]).toHaveLength(
        1,
      );
      expect(framer.push(bytesOf(good))).toHaveLength(1);
    },
  );

  it('does not break a frame up for the whole frame inside it', () => {
    const outer = encodeUhf18(0, 2, Uint8Array.of(0, ...bytesOf('04FF211995'), ...bytesOf(good)));
    const framer = createUhf18Framer();
    expect([...outer].flatMap((byte) => framer.push(Uint8Array.of(byte)))).toHaveLength(1);
  });

  it(
    'resynchronises after anything',
    () => {
      const late = fuzzUhfFramer({
        create: createUhf18Framer,
        frames: fc
          .tuple(
            fc.nat(255),
            fc.constantFrom(1, 2, 3, 0x21, 0xee),
            fc.uint8Array({ minLength: 1, maxLength: 80 }),
          )
          .map(([address, command, data]) => encodeUhf18(address, command, data)),
        start: Uint8Array.of(0x15, 0x00, 0x01),
        longest: 256,
        runsPerChance: 2_000,
      });
      expect(late).toBe(0);
    },
    fuzzTimeoutMs,
  );
});
