import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBitmap } from './bitmap.ts';
import { drawerPulse, resyncCommands, slipCommands } from './codec.ts';
import escpos from './escpos.vectors.json' with { type: 'json' };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const vector = (description: string): string =>
  escpos.vectors.find((candidate) => candidate.description === description)?.hex_in ?? 'missing';

describe('the bytes of a slip', () => {
  it('begin with initialise and end with a feed and a partial cut', () => {
    const commands = slipCommands(blankBitmap(576, 100)).map(hex);
    expect(commands[0]).toBe(`${vector('initialise')}1C2E1B6100`);
    expect(commands.at(-1)).toMatch(/^1B640[1-9]/);
    // The published example feeds 3 more dots; the command is the same.
    expect(commands.at(-1)?.slice(6, -2)).toBe(vector('feed and partial cut (GS V B n)').slice(0, -2));
  });

  it('carry the picture in whole, bounded GS v 0 commands', () => {
    fc.assert(
      fc.property(fc.constantFrom(576, 384), fc.integer({ min: 1, max: 700 }), (width, height) => {
        const slip = blankBitmap(width, height);
        slip.bits.forEach((_, at) => {
          slip.bits[at] = at % 251;
        });
        const bands = slipCommands(slip).slice(1, -1);
        expect(Math.max(...bands.map((band) => band.length))).toBeLessThan(4_700);
        for (const band of bands) {
          expect(hex(band.subarray(0, 4))).toBe('1D763000');
          const [xL = 0, xH = 0, yL = 0, yH = 0] = band.subarray(4, 8);
          expect(xL + 256 * xH).toBe(width / 8);
          expect((xL + 256 * xH) * (yL + 256 * yH)).toBe(band.length - 8);
        }
        expect(Buffer.concat(bands.map((band) => band.subarray(8))).equals(slip.bits)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('open the drawer with both times given', () => {
    expect(hex(drawerPulse(2))).toBe(vector('cash drawer pin 2, 100/500 ms (t*2 ms)'));
    expect(hex(drawerPulse(5))).toBe(vector('cash drawer pin 5'));
  });

  it('resynchronise with enough zeros to complete any band', () => {
    for (const dots of [576, 384] as const) {
      const longest = Math.max(...slipCommands(blankBitmap(dots, 500)).map((command) => command.length));
      const { yes, unknown } = resyncCommands(dots);
      expect(yes.findIndex((byte) => byte !== 0)).toBeGreaterThanOrEqual(longest);
      expect(unknown.findIndex((byte) => byte !== 0)).toBeGreaterThanOrEqual(longest);
      expect(hex(yes)).toContain('1D5642');
      expect(hex(unknown)).not.toContain('1D5642');
    }
  });
});
