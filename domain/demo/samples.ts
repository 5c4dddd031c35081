import type { DemoOptions } from './options.ts';
import { copySamples, foreignSamples } from './samples/copies.ts';
import { otherSamples } from './samples/others.ts';
import { patronSamples } from './samples/readers.ts';
import type { DemoSample } from './samples/sample.ts';
import { situationOf } from './samples/situation.ts';

export type { DemoSample } from './samples/sample.ts';

/**
 * Interesting cards and copies at the public library's desk on `today`, after `demoFacts` with the same options:
 * at most one of each trait, and a pile of copies that can be lent. Each shows what its trait says because the rules
 * were asked. A trait that a very small province lacks is left out.
 */
export function demoSamples(options: DemoOptions): readonly DemoSample[] {
  const situation = situationOf(options);
  return [
    ...patronSamples(situation),
    ...copySamples(situation),
    ...foreignSamples(situation),
    ...otherSamples,
  ];
}
