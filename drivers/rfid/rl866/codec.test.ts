import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzFramer } from '../testing/fuzz-framer.ts';
import { ebv, readAccess, readAnswer, readBlockData, readReport, readSystemInfo } from './answers.ts';
import { buildRl866, chainRl866, createRl866Framer } from './codec.ts';
import file from './rl866-hf.vectors.json' with { type: 'json' };

const hexOf = (bytes: Uint8Array | null): string =>
  Buffer.from(bytes ?? [])
    .toString('hex')
    .toUpperCase();
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

const lainuri = 'github:Hypernova-Oy/lainuri programs/lainuri-serve/tests; reference/devices.md §2.2 [V]';
/** Frames of the same source that the file does not hold. */
const named = {
  resync: 'FA05FFC04239',
  inventory:
    'FA33010031000000030003' +
    '0E010109A727383F000104E0000E0101092426383F000104E0000E010109A425383F000104E00097FF',
  connect: 'FA13FF40320001010901A727383F000104E0A3BF',
  systemInfo: 'FA0AFF403401020A00997B',
  systemInfoAnswer: 'FA1A0140340000110A00010FA727383F000104E000001B030120E7',
  write: 'FA12FF4034010A04000C00010036373800A2DD',
  readAnswer: 'FA120100340000090300010100363738005729',
};
const all = [
  ...file.vectors,
  ...Object.entries(named).map(([description, hex_in]) => ({ description, hex_in, source: lainuri })),
];

describe.each(all)('$description ($source)', ({ hex_in }) => {
  const bytes = bytesOf(hex_in);

  it('is read and made again', () => {
    const heard = createRl866Framer().push(bytes);
    expect(heard.map((frame) => hexOf(buildRl866(frame)))).toEqual([hex_in]);
  });

  it('is refused with any byte wrong', () => {
    const heard = [...bytes.keys()].flatMap((at) => {
      const framer = createRl866Framer();
      return framer.push(bytes.with(at, (bytes[at] ?? 0) ^ 0x55)).concat(framer.quiet());
    });
    expect(heard).toEqual([]);
  });
});

describe('RL866 answers', () => {
  const dataOf = (hex: string): Uint8Array =>
    readAnswer(createRl866Framer().push(bytesOf(hex))[0]?.inf ?? new Uint8Array())?.data ?? new Uint8Array();

  it('turns the UIDs of a report round', () => {
    const report = readReport(dataOf(named.inventory));
    expect(report?.more).toBe(false);
    expect(report?.tags.map(({ uid }) => uid)).toEqual([
      'E00401003F3827A7',
      'E00401003F382624',
      'E00401003F3825A4',
    ]);
  });

  it('reads what a tag says of itself', () => {
    const access = readAccess(dataOf(named.systemInfoAnswer));
    expect(access).toMatchObject({ code: 0x0a, error: null });
    expect(readSystemInfo(access?.data ?? new Uint8Array())).toEqual({
      dsfid: 0,
      afi: 0,
      blockSize: 4,
      blockCount: 28,
    });
  });

  it('reads blocks', () => {
    const access = readAccess(dataOf(named.readAnswer));
    expect(access?.code).toBe(0x03);
    expect(hexOf(readBlockData(access?.data ?? new Uint8Array(), 1))).toBe('36373800');
    expect(readBlockData(access?.data ?? new Uint8Array(), 3)).toBeNull();
  });

  it('reads lengths of more than one byte, and refuses those that do not add up', () => {
    const result = [0x03, 0x00, 1, ...Array.from({ length: 200 }, () => 7)];
    expect(ebv(200)).toEqual([0x81, 0x48]);
    expect(readAccess(Uint8Array.from([...ebv(result.length), ...result]))?.data).toHaveLength(200);
    expect(readAccess(Uint8Array.from([...ebv(result.length + 1), ...result]))).toBeNull();
    expect(readAccess(new Uint8Array())).toBeNull();
    expect(readReport(Uint8Array.of(0, 3, 0, 3, 0x0e, 1))).toBeNull();
  });

  it('survives any data', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (data) => {
        expect(() => [
          readAnswer(data),
          readReport(data),
          readAccess(data),
          readSystemInfo(data),
        ]).not.toThrow();
      }),
    );
  });
});

describe('RL866 blocks', () => {
  it('chains what does not fit one block', () => {
    const inf = Uint8Array.from({ length: 600 }, (_, index) => index);
    const blocks = chainRl866(0x01, 1, inf);
    expect(blocks.map(({ pcb }) => pcb)).toEqual([0x60, 0x60, 0x40]);
    expect(hexOf(Buffer.concat(blocks.map((block) => block.inf)))).toBe(hexOf(inf));
    expect(buildRl866({ rid: 1, pcb: 0, inf })).toBeNull();
    expect(chainRl866(0x01, 0, new Uint8Array())).toHaveLength(1);
  });

  it('survives anything', () => {
    const frames = fc
      .record({
        rid: fc.constantFrom(0x01, 0xff),
        pcb: fc.constantFrom(0x00, 0x20, 0x40, 0x60, 0xc0, 0xe0),
        inf: fc.uint8Array({ maxLength: 80 }),
      })
      .map((frame) => buildRl866(frame) ?? new Uint8Array());
    expect(fuzzFramer(createRl866Framer, frames, 256)).toBeUndefined();
  });
});
