import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc8408 } from '../crc-8408.ts';
import type { Framer } from '../resync.ts';
import { fuzzFramer } from '../testing/fuzz-framer.ts';
import { buildFeigAnswer, buildFeigRequest, createFeigFramer, createFeigRequestFramer } from './codec.ts';
import file from './feig-iso-host.vectors.json' with { type: 'json' };

const hexOf = (bytes: Uint8Array | null): string =>
  Buffer.from(bytes ?? [])
    .toString('hex')
    .toUpperCase();
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** What a framer makes of a frame that has one wrong byte, for each of its bytes. */
function everyByteWrong(hex: string, create: () => Framer<unknown>): unknown[] {
  const bytes = bytesOf(hex);
  return [...bytes.keys()].flatMap((at) => {
    const framer = create();
    const heard = framer.push(bytes.with(at, (bytes[at] ?? 0) ^ 0x55));
    return heard.concat(framer.quiet());
  });
}

/** Frames of reference/devices.md §2.1 that the file does not hold. */
const named = [
  {
    hex_in: '02001300B0000105710000000053511071D7F0',
    source: 'reference/devices.md §2.1 [V]',
    description: 'inventory answer, one tag',
    direction: 'response',
  },
  {
    hex_in: '02001800660017E33DD00000000000002D3800000000D7F7',
    source: 'reference/devices.md §2.1 [V]',
    description: 'reader info 80',
    direction: 'response',
  },
];

const all = [...file.vectors, ...named];
const isAnswer = ({ direction, description }: (typeof all)[number]): boolean =>
  direction === 'response' || description.includes('response');

describe.each(all.filter(isAnswer))('$description ($source)', ({ hex_in }) => {
  it('is read and made again', () => {
    const heard = createFeigFramer().push(bytesOf(hex_in));
    expect(heard.map((frame) => hexOf(buildFeigAnswer(frame)))).toEqual([hex_in]);
  });
  it('is refused with any byte wrong', () => {
    expect(everyByteWrong(hex_in, createFeigFramer)).toEqual([]);
  });
});

describe.each(all.filter((vector) => !isAnswer(vector)))('$description ($source)', ({ hex_in }) => {
  it('is read and made again', () => {
    const heard = createFeigRequestFramer().push(bytesOf(hex_in));
    expect(heard.map((request) => hexOf(buildFeigRequest(request)))).toEqual([hex_in]);
  });
  it('is refused with any byte wrong', () => {
    expect(everyByteWrong(hex_in, createFeigRequestFramer)).toEqual([]);
  });
});

describe('FEIG frames', () => {
  const inventory = bytesOf('02001300B0000105710000000053511071D7F0');

  it('computes the checksum of the worked example', () => {
    expect(crc8408(bytesOf('020009FFB00100'))).toBe(0x4318);
  });

  it('takes a standard frame apart', () => {
    const request = { address: 0, command: 0x65, data: new Uint8Array(), advanced: false };
    const answer = { ...request, status: 0, data: Uint8Array.of(3, 10, 0, 0, 0x52, 0, 8) };
    expect(hexOf(buildFeigRequest({ ...request, address: 255 }))).toBe('05FF65E5CB');
    expect(createFeigFramer().push(buildFeigAnswer(answer) ?? new Uint8Array())).toEqual([answer]);
  });

  it('answers a standard request in an advanced frame where a standard one would be too long', () => {
    const fields = { address: 0, command: 0xb0, status: 0, advanced: false };
    expect(buildFeigAnswer({ ...fields, data: new Uint8Array(249) })?.[0]).toBe(255);
    const long = buildFeigAnswer({ ...fields, data: new Uint8Array(250) });
    expect(hexOf(long).slice(0, 6)).toBe('020102');
    expect(buildFeigRequest({ ...fields, data: new Uint8Array(251) })).toBeNull();
    expect(buildFeigRequest({ ...fields, advanced: true, data: new Uint8Array(65_529) })).toBeNull();
  });

  it.each(['FF', '02', '02FFFF', '06', '0B00B00102', '020011', '02007F00B000', '30'])(
    'finds a frame behind a false start %s at once or after a pause',
    (start) => {
      const framer = createFeigFramer();
      const heard = [...framer.push(bytesOf(start)), ...framer.push(inventory), ...framer.quiet()];
      expect(heard).toHaveLength(1);
      expect(framer.push(inventory)).toHaveLength(1);
    },
  );

  it.each(['FF', '02', '06', '0211', 'FFFFFF'])('does not wait behind a false start %s', (start) => {
    expect(createFeigFramer().push(Buffer.concat([bytesOf(start), inventory]))).toHaveLength(1);
  });

  it('does not break a frame up for the whole frame inside it', () => {
    const inner = Buffer.concat([inventory, inventory]);
    const outer = buildFeigAnswer({ address: 0, command: 0xb0, status: 0, data: inner, advanced: true });
    const framer = createFeigFramer();
    const heard = [...(outer ?? [])].flatMap((byte) => framer.push(Uint8Array.of(byte)));
    expect(heard.map(({ data }) => hexOf(data))).toEqual([hexOf(inner)]);
  });

  it('keeps nothing that it has read, and no more than one frame of what it has not', () => {
    const framer = createFeigFramer();
    framer.push(Buffer.concat([inventory, inventory]));
    expect(framer.held).toBe(0);
    for (let chunk = 0; chunk < 300; chunk += 1) framer.push(bytesOf('02FFFF00B000'.repeat(100)));
    expect(framer.held).toBeLessThanOrEqual(0xffff);
  });

  it('survives anything', () => {
    const frame = fc.record({
      address: fc.nat(255),
      command: fc.constantFrom(0x22, 0x65, 0x69, 0xb0, 0xb1, 0x99),
      status: fc.constantFrom(0, 1, 0x83, 0x94, 0x95),
      data: fc.uint8Array({ maxLength: 60 }),
      advanced: fc.boolean(),
    });
    const frames = frame.map((each) => buildFeigAnswer(each) ?? new Uint8Array());
    expect(fuzzFramer(createFeigFramer, frames, 0xffff)).toBeUndefined();
  });

  it('survives anything that a host says', () => {
    const request = fc.record({
      address: fc.nat(255),
      command: fc.nat(255),
      data: fc.uint8Array({ maxLength: 60 }),
      advanced: fc.boolean(),
    });
    const frames = request.map((each) => buildFeigRequest(each) ?? new Uint8Array());
    expect(fuzzFramer(createFeigRequestFramer, frames, 0xffff)).toBeUndefined();
  });
});
