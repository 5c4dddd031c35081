import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Framer } from '../resync.ts';

/** Runs of each fuzz test: a few thousand by default, `LUU_THONG_FUZZ=100000` for the whole measure. */
const runs = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

/** Longest that 100 000 runs may take on a busy computer (ms). */
export const fuzzTimeoutMs = 300_000;

interface FuzzedCodec {
  readonly create: () => Framer<unknown>;
  /** Good frames of the family. */
  readonly frames: fc.Arbitrary<Uint8Array>;
  /** Its start bytes, or what else makes a false start. */
  readonly start: Uint8Array;
  /** The most bytes one frame may have. */
  readonly longest: number;
  /**
   * Runs per false frame: a checksum of 8 bits is right by chance once in 256 damaged frames of a fitting length.
   * Then the good frame that it took its end from is lost, and the next one must come out.
   */
  readonly runsPerChance: number;
}

/**
 * Random bytes, damaged frames and whole ones in pieces of any size (issue 4, "Fuzz"). Throws what fast-check found.
 * @returns good frames that came out late beyond what chance explains
 */
export function fuzzUhfFramer({ create, frames, start, longest, runsPerChance }: FuzzedCodec): number {
  const harm = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.nat(4).map((count) => Buffer.concat(Array.from({ length: count }, () => start))),
    fc.nat(start.length).map((length) => start.subarray(0, length)),
    fc.tuple(frames, fc.nat()).map(([frame, after]) => frame.subarray(0, after % frame.length)),
    fc
      .tuple(frames, fc.nat(), fc.integer({ min: 1, max: 255 }))
      .map(([frame, at, wrong]) =>
        Uint8Array.from(frame).with(at % frame.length, (frame[at % frame.length] ?? 0) ^ wrong),
      ),
  );
  let late = 0;
  fc.assert(
    fc.property(
      fc.array(harm, { maxLength: 4 }),
      frames,
      fc.integer({ min: 1, max: 60 }),
      (harms, good, piece) => {
        const framer = create();
        const whole = create().push(good)[0];
        expect(whole).toBeDefined();
        const send = (bytes: Uint8Array): unknown[] => {
          const heard: unknown[] = [];
          for (let at = 0; at < bytes.length; at += piece)
            heard.push(...framer.push(bytes.subarray(at, at + piece)));
          expect(framer.held).toBeLessThanOrEqual(longest);
          return heard;
        };
        for (const bytes of harms) send(bytes);
        const comesOut = (): boolean => isDeepStrictEqual([...send(good), ...framer.quiet()].at(-1), whole);
        if (comesOut()) return;
        late += 1;
        expect(comesOut() || comesOut()).toBe(true);
      },
    ),
    { numRuns: runs },
  );
  return Math.max(0, late - 2 - runs / runsPerChance);
}
