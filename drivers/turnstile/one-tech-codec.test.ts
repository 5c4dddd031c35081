import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOneTechFramer, writeOneTechEvent, writeOneTechOpen } from './one-tech-codec.ts';

const numRuns = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

test('frames are those of the manual, manualshive.com 1635082 page 14', () => {
  expect(writeOneTechOpen('A')).toEqual(bytes('FE8001000000AB'));
  expect(writeOneTechOpen('B')).toEqual(bytes('FE8002000000AB'));
  expect(writeOneTechEvent({ kind: 'passed', side: 'A' })).toEqual(bytes('FE8101000000AB'));
  expect(writeOneTechEvent({ kind: 'passed', side: 'B' })).toEqual(bytes('FE8102000000AB'));
  expect(writeOneTechEvent({ kind: 'reset', side: 'A' })).toEqual(bytes('FE4401000000AB'));
  expect(createOneTechFramer().push(bytes('FE8101000000ABFE4402000000AB'))).toEqual([
    { kind: 'passed', side: 'A' },
    { kind: 'reset', side: 'B' },
  ]);
});

test('what is not a frame of the manual is none', () => {
  for (const bad of ['FE8103000000AB', 'FE9901000000AB', 'FE8101000000AA', 'FF8101000000AB']) {
    expect(createOneTechFramer().push(bytes(bad))).toEqual([]);
  }
});

test('the next good frame is found behind noise, cut frames and false starts, in whatever pieces', () => {
  const framer = createOneTechFramer();
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom('A', 'B'),
      fc.constantFrom('passed', 'reset'),
      fc.integer({ min: 1, max: 9 }),
      (noise, cut, side, kind, pieces) => {
        const good = writeOneTechEvent({ kind, side });
        const stream = Uint8Array.of(...noise, ...good.subarray(0, cut), 0xfe, ...good);
        const found = [];
        for (let at = 0; at < stream.length; at += pieces) {
          found.push(...framer.push(stream.subarray(at, at + pieces)));
        }
        expect(found.at(-1)).toEqual({ kind, side });
      },
    ),
    { numRuns },
  );
});
