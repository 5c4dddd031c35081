import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, hexOf } from '../gen2.ts';
import { fuzzTimeoutMs, fuzzUhfFramer } from '../testing/fuzz-uhf.ts';
import { createR2000Framer, encodeR2000 } from './codec.ts';

it('reads and makes the published question for the firmware (reference/devices.md §3.1)', () => {
  const [frame] = createR2000Framer().push(bytesOf('A003FF72EC'));
  expect(frame).toEqual({ address: 0xff, command: 0x72, data: new Uint8Array() });
  expect(hexOf(encodeR2000(0xff, 0x72))).toBe('A003FF72EC');
  const framer = createR2000Framer();
  expect([...framer.push(bytesOf('A003FF72ED')), ...framer.quiet()]).toEqual([]);
});

it(
  'resynchronises after anything',
  () => {
    const late = fuzzUhfFramer({
      create: createR2000Framer,
      frames: fc
        .tuple(fc.nat(255), fc.constantFrom(0x72, 0x89, 0x8b), fc.uint8Array({ maxLength: 80 }))
        .map(([address, command, data]) => encodeR2000(address, command, data)),
      start: Uint8Array.of(0xa0, 0x13),
      longest: 257,
      runsPerChance: 50,
    });
    expect(late).toBe(0);
  },
  fuzzTimeoutMs,
);
