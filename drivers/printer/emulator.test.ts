import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitmapRows } from './bitmap.ts';
import type { Bitmap } from './bitmap.ts';
import { drawerPulse, resyncCommands, slipCommands } from './codec.ts';
import { drawSlip } from './raster.ts';
import { bench, bytesOf, cut, soon } from './testing/bench.ts';
import { inkOf } from './testing/decode.ts';
import { anyDocument, drawn, loanSlip, portions } from './testing/documents.ts';

/** Whether this paper shows this slip, dot for dot, and nothing after it. */
function shows(paper: Bitmap, slip: Bitmap): boolean {
  return (
    paper.width === slip.width &&
    Buffer.from(bitmapRows(paper, 0, slip.height).bits).equals(slip.bits) &&
    inkOf(bitmapRows(paper, slip.height, paper.height)) === 0
  );
}

describe('builder to emulator', () => {
  it('puts on paper exactly what was drawn, however the bytes are split', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDocument,
        fc.constantFrom<576 | 384>(576, 384),
        fc.array(fc.nat({ max: 60_000 }), { maxLength: 40 }),
        async (document, dots, cuts) => {
          const slip = await drawSlip(document, dots);
          if (slip === null) return;
          const { slip: taken, type, replies, faults } = await bench(dots, 1_000_000);
          type(...portions(Buffer.concat(slipCommands(slip)), cuts));
          expect(shows(await taken(), slip)).toBe(true);
          expect(replies).toEqual([]);
          expect(faults).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('prints what follows a torn slip on a paper of its own', async () => {
    const slip = await drawn(loanSlip, 384);
    const all = Buffer.concat(slipCommands(slip));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: all.length - 1 }), async (broken) => {
        const { type, kept, picture, pulses, printer } = await bench(384, 1_000_000);
        type(all.subarray(0, broken), resyncCommands(384).yes, all, drawerPulse(2));
        await soon(() => expect(pulses).toHaveLength(1));
        await printer.close();
        const papers = kept.map((paper) => picture(paper));
        // The torn piece, and a blank one when the break fell into the cut itself.
        expect(papers.length).toBeLessThanOrEqual(3);
        expect(papers.slice(-1).map((paper) => shows(paper, slip))).toEqual([true]);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps each slip as one finished file', async () => {
    const { slip, type, dir } = await bench(384);
    type('mot', cut, 'hai', cut);
    await slip();
    await slip();
    expect(readdirSync(dir).filter((name) => name.endsWith('.png'))).toHaveLength(2);
    expect(readdirSync(dir).filter((name) => !name.endsWith('.png'))).toEqual([]);
  });

  it('opens the drawer', async () => {
    const { pulses, type } = await bench();
    type(drawerPulse(2), bytesOf('cash drawer pin 5'));
    await soon(() => {
      expect(pulses).toEqual([
        { pin: 2, onMs: 100, offMs: 500 },
        { pin: 5, onMs: 100, offMs: 500 },
      ]);
    });
  });
});

describe('anything at all', () => {
  it('never breaks it, and what follows prints', async () => {
    const nasty = fc.constantFrom(0x1b, 0x1d, 0x1c, 0x10, 0x28, 0x6b, 0x76, 0x30, 0x2a, 0x56, 0x00, 0xff);
    const fuzz = fc.array(fc.oneof(nasty, fc.nat({ max: 255 })), { maxLength: 300 });
    const lastPulse = { pin: 5, onMs: 154, offMs: 66 };
    await fc.assert(
      fc.asyncProperty(fuzz, async (bytes) => {
        const { type, faults, pulses, printer, kept, picture } = await bench(384, 1_000_000);
        type(bytes);
        await new Promise((resolve) => setImmediate(resolve));
        // Whatever was begun, clearing the buffers ends it; what hangs out is cut off.
        type([0x10, 0x05, 0x02], [0x1b, 0x40], 'A\n', cut, [0x1b, 0x40], 'A\n', cut, [0x1b, 0x70, 1, 77, 33]);
        await soon(() => expect(pulses.at(-1)).toEqual(lastPulse));
        await printer.close();
        const last = kept.at(-1);
        if (last === undefined) throw new Error('nothing printed');
        expect(last.height).toBe(30);
        expect(inkOf(picture(last))).toBeGreaterThan(20);
        expect(faults).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts an endless strip off', async () => {
    const { slip, type } = await bench(384);
    type(...Array.from({ length: 200 }, () => [0x1b, 0x4a, 255]));
    type([0x1b, 0x33, 255], new Uint8Array(1_000).fill(0x0a));
    expect((await slip()).height).toBeLessThan(48_300);
  });

  it('keeps no more than a few buffers of what it cannot print yet', async () => {
    const { printer, slip, type } = await bench(384, 1_000);
    printer.change({ paper: 'out' });
    // Each line feed is one row of dots: the rows tell how many bytes were kept.
    type([0x1b, 0x33, 1]);
    for (let part = 0; part < 100; part += 1) printer.receive(new Uint8Array(1_000).fill(0x0a));
    printer.change({ paper: 'ok' });
    let room = false;
    printer.connect({ reply: () => {}, onDrain: () => (room = true) });
    await soon(() => expect(room).toBe(true));
    type(cut);
    expect((await slip()).height).toBeLessThanOrEqual(4_000);
  });
});
