import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawerPulse, resyncCommands, slipCommands } from '../codec.ts';
import { prepareJob } from '../prepare.ts';
import { drawn, loanSlip } from '../testing/documents.ts';
import type { PrintHead } from './head.ts';
import { interpret } from './interpreter.ts';

const runs = Number(process.env['LUU_THONG_FUZZ'] ?? 1_000);

/** A head that only counts what it is told to do. */
function countingHead() {
  const did = { rows: 0, cuts: 0, pulses: 0 };
  const head: PrintHead = {
    width: 384,
    print: (picture) => void (did.rows += picture.height),
    feed: (rows) => void (did.rows += rows),
    cut: () => void (did.cuts += 1),
    openDrawer: () => void (did.pulses += 1),
    answerPaperSensor: () => undefined,
    setAutomaticStatus: () => undefined,
  };
  return { head, did };
}

/** Gives every byte to a printer; one that is waited for is waited for. */
async function feed(reading: ReturnType<typeof interpret>, bytes: Iterable<number>): Promise<void> {
  for (const byte of bytes) {
    let { value } = reading.next(byte);
    while (value !== undefined) {
      await value;
      ({ value } = reading.next(0));
    }
  }
}

const raster = Buffer.concat(slipCommands(await drawn(loanSlip, 384))).subarray(0, 1_500);
const text = Buffer.concat(
  (await prepareJob(loanSlip, { dots: 384, text: { mode: 'code-page', model: 'epson' } }))?.commands ?? [],
);

/** Bytes that begin commands come more often than chance would have it. */
const anyBytes = fc.array(
  fc.oneof(fc.constantFrom(0x1b, 0x1d, 0x10, 0x1c, 0x28, 0x6b, 0x76, 0x00), fc.nat(255)),
  {
    maxLength: 60,
  },
);
const mutated = fc
  .tuple(
    fc.constantFrom(raster, text),
    fc.nat(1_400),
    fc.array(fc.tuple(fc.nat(79), fc.nat(255)), { maxLength: 4 }),
  )
  .map(([whole, from, changes]) => {
    const part = Buffer.from(whole.subarray(from % whole.length, (from % whole.length) + 80));
    for (const [at, byte] of changes) if (at < part.length) part[at] = byte;
    return part;
  });

it('obeys any bytes without an error, prints no more than they can ask for, and starts afresh when told to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyBytes, mutated), async (bytes) => {
      const { head, did } = countingHead();
      const reading = interpret(head);
      reading.next();
      await feed(reading, bytes);
      // The tallest thing a byte can ask for is a feed of 255 lines of 255 dots.
      expect(did.rows).toBeLessThan(70_000 * (bytes.length + 1));
      // `DLE ENQ 2` makes a printer forget what it was in; the next command is whole again.
      const again = interpret(head);
      again.next();
      const before = did.pulses;
      await feed(again, drawerPulse(2));
      expect(did.pulses).toBe(before + 1);
    }),
    { numRuns: runs },
  );
}, 900_000);

it('comes out of a picture cut off anywhere by the zeros that every slip may begin with', async () => {
  const band = slipCommands(await drawn(loanSlip, 384))[1] ?? new Uint8Array();
  await fc.assert(
    fc.asyncProperty(fc.nat(band.length - 1), async (at) => {
      const { head, did } = countingHead();
      const reading = interpret(head);
      reading.next();
      await feed(reading, band.subarray(0, at));
      await feed(reading, resyncCommands(384).unknown);
      await feed(reading, drawerPulse(5));
      expect(did.pulses).toBe(1);
    }),
    { numRuns: 200 },
  );
});

it('prints the text of a barcode that carries control characters', async () => {
  const { head, did } = countingHead();
  const reading = interpret(head);
  reading.next();
  await feed(reading, [0x1d, 0x48, 1, 0x1d, 0x6b, 73, 3, 0x00, 0x42, 0x41]);
  expect(did.rows).toBeGreaterThan(0);
});
