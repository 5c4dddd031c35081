import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, hexOf } from '../gen2.ts';
import { fuzzTimeoutMs, fuzzUhfFramer } from '../testing/fuzz-uhf.ts';
import { readActiveTags, readHeartbeat, readSystem, readTagList } from './answers.ts';
import { createSwCtFramer, encodeSwCt, type SwCtFrame } from './codec.ts';
import vectors from './uhf-sw-ct.vectors.json' with { type: 'json' };

const manual = "UHF RFID Reader User's Manual V2.0";
const framesOf = (hex: string): readonly SwCtFrame[] => createSwCtFramer().push(bytesOf(hex));
const frameOf = (hex: string): SwCtFrame =>
  framesOf(hex)[0] ?? { from: 'host', address: -1, command: -1, data: new Uint8Array() };

const inventory =
  '43540036000101000' +
  '30F0102E2002067551602701270920F490F0102E2002075601001862510' +
  '16A3480F0102E20020756010018501010101' +
  '4DE4';
/** Frames of the manual that the file does not hold. */
const named = [
  { hex: '53570003FF0153', source: `${manual} §4.24` },
  { hex: '4354000400010064', source: `${manual} §4.24` },
  { hex: inventory, source: `${manual} §4.24` },
  { hex: '4354000D0010011411C3DD938E1701232A', source: `${manual} §4.1` },
  { hex: '53570003FF450F', source: `${manual} §4.18` },
  { hex: '4354000B01FF012301020304050625', source: `${manual} §4.23` },
  { hex: '53570016FF030102060000000000112233445566778899AABBD3', source: `${manual} §4.26` },
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
    const { from = 'host', address = 0, command = 0, data } = frame ?? {};
    expect(hexOf(encodeSwCt(from, address, command, data))).toBe(hex);
  });

  it('is refused with any byte wrong', () => {
    const bytes = bytesOf(hex);
    for (const at of bytes.keys()) {
      const framer = createSwCtFramer();
      const heard = framer.push(bytes.with(at, (bytes[at] ?? 0) ^ 0x55));
      expect([...heard, ...framer.quiet()]).toEqual([]);
    }
  });
});

/** Both print a length of 5 with 4 bytes behind it. */
it.each(['4354000501E00182', '4354000501E00083'])(
  `refuses the known-bad %s (${manual} §4.19) and hears what follows`,
  (hex) => {
    const framer = createSwCtFramer();
    expect([...framer.push(bytesOf(hex)), ...framer.quiet()]).toEqual([]);
    const next = [...framer.push(bytesOf('4354000400020063')), ...framer.quiet()];
    expect(next.map(({ command }) => command)).toEqual([2]);
  },
);

describe('answers', () => {
  it('list tags with their antenna', () => {
    expect(readTagList(frameOf(inventory))?.map(({ address, antenna }) => [address, antenna])).toEqual([
      ['E2002067551602701270920F', 2],
      ['E200207560100186251016A3', 2],
      ['E20020756010018501010101', 2],
    ]);
    expect(readTagList(frameOf('4354000400010064'))).toEqual([]);
  });

  it('tell tags in active mode', () => {
    const hex =
      '4354002C004501C4DD938E170123020F0102E2002075601001820480E064330F0103E3002075601001820480E0643407';
    expect(readActiveTags(frameOf(hex))?.map(({ address, antenna }) => [address, antenna])).toEqual([
      ['E2002075601001820480E064', 2],
      ['E3002075601001820480E064', 3],
    ]);
  });

  it('tell the reader, and its heartbeat', () => {
    expect(readSystem(frameOf('4354000D0010011411C3DD938E1701232A'))).toEqual({
      firmware: '1.4',
      hardware: '1.1',
      serial: 'C3DD938E170123',
    });
    expect(readHeartbeat(frameOf('4354000B01FF012301020304050625'))).toBe('23010203040506');
  });

  it('survive any data', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(1, 0x10, 0x45, 0xff), (data, command) => {
        const frame = { from: 'reader', address: 0, command, data } as const;
        for (const tags of [readTagList(frame), readActiveTags(frame)])
          expect(tags?.every(({ address }) => /^([0-9A-F]{2})+$/u.test(address)) ?? true).toBe(true);
        readSystem(frame);
        readHeartbeat(frame);
      }),
    );
  });
});

describe('the framer', () => {
  const answer = '43540010000201E2002067551602701270920FED';

  it.each(['43', '4354', '435400', '4343', '53', '5357', '43540010', '4354040000', '4357'])(
    'finds a frame behind a false start %s at once or after a pause',
    (start) => {
      const framer = createSwCtFramer();
      const heard = [...framer.push(bytesOf(start)), ...framer.push(bytesOf(answer)), ...framer.quiet()];
      expect(heard).toHaveLength(1);
      expect(framer.push(bytesOf(answer))).toHaveLength(1);
    },
  );

  it('does not break a frame up for the whole frame inside it', () => {
    const outer = encodeSwCt('reader', 0, 2, bytesOf('014354000400020063' + answer));
    const framer = createSwCtFramer();
    expect([...outer].flatMap((byte) => framer.push(Uint8Array.of(byte)))).toHaveLength(1);
  });

  it(
    'resynchronises after anything',
    () => {
      const late = fuzzUhfFramer({
        create: createSwCtFramer,
        frames: fc
          .tuple(fc.nat(255), fc.constantFrom(1, 2, 3, 0x10, 0x45, 0xff), fc.uint8Array({ maxLength: 80 }))
          .map(([address, command, data]) => encodeSwCt('reader', address, command, data)),
        start: Uint8Array.of(0x43, 0x54, 0x00),
        longest: 1_028,
        runsPerChance: 100,
      });
      expect(late).toBe(0);
    },
    fuzzTimeoutMs,
  );
});
