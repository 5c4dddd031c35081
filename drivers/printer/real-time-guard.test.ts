import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRealTimeScanner } from './emulator/real-time.ts';
import { withoutRealTimeCommands } from './real-time-guard.ts';

it('leaves no real-time command in any picture and changes one dot for each', () => {
  const byte = fc.oneof(
    fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x01, 0x02),
    fc.integer({ min: 0, max: 255 }),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 400 }), (bytes) => {
      const picture = { width: 8, height: bytes.length, bits: Uint8Array.from(bytes) };
      const guarded = withoutRealTimeCommands(picture);
      expect(createRealTimeScanner()(guarded.bits)).toEqual([]);
      const changes = [...guarded.bits].flatMap((after, at) =>
        after === bytes[at] ? [] : [[bytes[at], after]],
      );
      expect(changes.filter(([before, after]) => before !== 0x10 || after !== 0x18)).toEqual([]);
    }),
  );
});
