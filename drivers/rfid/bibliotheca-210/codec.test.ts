import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzFramer } from '../testing/fuzz-framer.ts';
import file from './bibliotheca-210.vectors.json' with { type: 'json' };
import { buildModel210, createModel210Framer } from './codec.ts';

const hexOf = (bytes: Uint8Array | null): string =>
  Buffer.from(bytes ?? [])
    .toString('hex')
    .toUpperCase();
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

const reference = 'reference/devices.md §2.3 [V]';
const named = [
  { description: 'handshake answer', source: reference, hex_in: 'D500090400110A05021B972A' },
  { description: 'set-up', source: reference, hex_in: 'D60010130601000200030004000B000A00FDBF' },
];
const good = file.vectors.filter(({ check }) => check.ok);
const bad = file.vectors.filter(({ check }) => !check.ok);

describe.each([...good, ...named])('$description ($source)', ({ hex_in }) => {
  const bytes = bytesOf(hex_in);
  it('is read and made again', () => {
    const heard = createModel210Framer().push(bytes);
    expect(heard.map((frame) => hexOf(buildModel210(frame)))).toEqual([hex_in]);
  });
  it('is refused with any byte wrong', () => {
    const heard = [...bytes.keys()].flatMap((at) => {
      const framer = createModel210Framer();
      return framer.push(bytes.with(at, (bytes[at] ?? 0) ^ 0x55)).concat(framer.quiet());
    });
    expect(heard).toEqual([]);
  });
});

it.each(bad)('refuses: $description ($source)', ({ hex_in }) => {
  const framer = createModel210Framer();
  const heard = framer.push(bytesOf(hex_in)).concat(framer.quiet());
  expect(heard).toEqual([]);
  expect(framer.push(bytesOf('D500050400118C66'))).toHaveLength(1);
});

describe('Model 210 frames', () => {
  it('are no longer than the reader can take', () => {
    expect(buildModel210({ start: 0xd6, command: 4, data: new Uint8Array(2_046) })).toBeNull();
    expect(createModel210Framer().push(bytesOf('D6FFFF'))).toEqual([]);
  });

  it('survive anything', () => {
    const frames = fc
      .record({
        start: fc.constantFrom(0xd5 as const, 0xd6 as const),
        command: fc.constantFrom(0x02, 0x04, 0x0a, 0x11, 0xfe, 0x77),
        data: fc.uint8Array({ maxLength: 60 }),
      })
      .map((frame) => buildModel210(frame) ?? new Uint8Array());
    expect(fuzzFramer(createModel210Framer, frames, 2_051)).toBeUndefined();
  });
});
