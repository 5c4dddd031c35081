import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readHidRelayState, writeHidRelay } from './hid-codec.ts';
import { createLcusFramer, writeLcus } from './lcus-codec.ts';

const numRuns = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

/** Copied from the shared vectors; each names where it was published. */
const { vectors } = z
  .object({ vectors: z.array(z.object({ description: z.string(), source: z.string(), hex_in: z.string() })) })
  .parse(JSON.parse(readFileSync(new URL('gates-relays-misc.vectors.json', import.meta.url), 'utf8')));

function published(part: string): Uint8Array {
  const vector = vectors.find(({ description }) => description.includes(part));
  return Uint8Array.from(Buffer.from(vector?.hex_in ?? '', 'hex'));
}

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

test('USB HID relay reports are those of github:darrylb123/usbrelay libusbrelay.c', () => {
  expect(writeHidRelay('usbrelay', 1, false)).toEqual(published('relay 1 off'));
  expect(writeHidRelay('usbrelay', 2, true)).toEqual(published('relay 2 on'));
  expect(writeHidRelay('ucreate', 2, true)).toEqual(bytes('00F200000000000000'));
  expect(writeHidRelay('ucreate', 2, false)).toEqual(bytes('000200000000000000'));
});

test('the feature report tells serial number and state, with and without its id in front', () => {
  const report = published('feature report 1');
  expect(readHidRelayState(report)).toEqual({ serial: 'HW348', on: 1 });
  expect(readHidRelayState(Uint8Array.of(1, ...report))).toEqual({ serial: 'HW348', on: 1 });
  expect(readHidRelayState(report.subarray(0, 7))).toBeNull();
  expect(readHidRelayState(new Uint8Array(9))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (random) => {
      const state = readHidRelayState(random);
      expect(state === null || state.serial.length === 5).toBe(true);
    }),
    { numRuns },
  );
});

test('LCUS-1 commands are those of github:darrylb123/usbrelay libusbrelay.c', () => {
  expect(writeLcus(1, true)).toEqual(published('LCUS-1'));
  expect(writeLcus(1, false)).toEqual(bytes('A00100A1'));
  expect(createLcusFramer().push(bytes('A00101A3'))).toEqual([]);
});

test('an LCUS board finds the next good command behind anything', () => {
  const framer = createLcusFramer();
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 30 }),
      fc.integer({ min: 1, max: 16 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      (noise, channel, on, pieces) => {
        // A start byte just before the command is the start of nothing.
        const stream = Uint8Array.of(...noise, 0xa0, 0xa0, ...writeLcus(channel, on));
        const commands = [];
        for (let at = 0; at < stream.length; at += pieces) {
          commands.push(...framer.push(stream.subarray(at, at + pieces)));
        }
        expect(commands.at(-1)).toEqual({ channel, on });
      },
    ),
    { numRuns },
  );
});
