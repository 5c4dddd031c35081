import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Framer } from '../resync.ts';

/** Runs of each fuzz test: a few thousand by default, `LUU_THONG_FUZZ=100000` for the whole measure. */
const fuzzRuns = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

/** What one run did to the line before the good frame. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('noise' as const), bytes: fc.uint8Array({ maxLength: 24 }) }),
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant('cut' as const), after: fc.nat() }),
  fc.record({
    kind: fc.constant('starts' as const),
    byte: fc.constantFrom(0x02, 0xfa, 0xd6, 0xff),
    count: fc.nat(6),
  }),
);

/**
 * Random bytes, damaged frames and whole frames in pieces of any size: nothing throws, nothing is kept without bound,
 * and a good frame comes out whatever was before it. Damage that with the first bytes of the good frame happens to have
 * a right checksum is a frame for all anybody can tell: mostly a frame that lacks only its last byte, when that happens
 * to be the start byte of the good one. That was seen once in 13 000 runs; then the next good frame must come out.
 * @returns what went wrong, or undefined
 * @param frames good frames of the family @param longest the most bytes one frame may have
 */
export function fuzzFramer(
  create: () => Framer<unknown>,
  frames: fc.Arbitrary<Uint8Array>,
  longest: number,
): string | undefined {
  const one = (bytes: Uint8Array): unknown => create().push(bytes)[0];
  const isGood = (frame: unknown, bytes: Uint8Array): boolean => isDeepStrictEqual(frame, one(bytes));
  let late = 0;
  const details = fc.check(
    fc.property(
      frames,
      fc.array(damage, { maxLength: 4 }),
      frames,
      fc.integer({ min: 1, max: 40 }),
      (before, harms, good, piece) => {
        const framer = create();
        const heard: unknown[] = [];
        const send = (bytes: Uint8Array): void => {
          for (let at = 0; at < bytes.length; at += piece)
            heard.push(...framer.push(bytes.subarray(at, at + piece)));
          expect(framer.held).toBeLessThanOrEqual(longest);
        };
        for (const harm of harms) {
          send(damaged(before, harm));
          heard.push(...framer.quiet());
        }
        send(good);
        // The reader has finished: what is still held is no beginning of anything.
        heard.push(...framer.quiet());
        if (isGood(heard.at(-1), good)) return;
        late += 1;
        send(good);
        heard.push(...framer.quiet());
        expect(heard.at(-1)).toEqual(one(good));
      },
    ),
    { numRuns: fuzzRuns },
  );
  const message = fc.defaultReportMessage(details);
  return message ?? (late > 4 + fuzzRuns / 2_000 ? `${late} of ${fuzzRuns} frames were late` : undefined);
}

function damaged(
  frame: Uint8Array,
  harm: typeof damage extends fc.Arbitrary<infer Harm> ? Harm : never,
): Uint8Array {
  switch (harm.kind) {
    case 'noise':
      return harm.bytes;
    case 'flip': {
      const bad = Uint8Array.from(frame);
      const at = harm.at % bad.length;
      bad[at] = (bad[at] ?? 0) ^ (1 << harm.bit);
      return bad;
    }
    case 'cut':
      return frame.subarray(0, harm.after % frame.length);
    case 'starts':
      return new Uint8Array(harm.count).fill(harm.byte);
  }
}
