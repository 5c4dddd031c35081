import { pushLineText } from '../../contract/sync/rescue.ts';
import { chainHash } from '../../domain/facts/fact.ts';
import type { PushedFact } from '../sync/push-lines.ts';
import { sha256Hex } from '../sync/sha256.ts';

/** An envelope as `encodeFact` begins it, up to what says where in its journal it stands. */
const beginning = /^(\{"v":1,"id":"[^"\\]*","station":"[^"\\]*","inc":)"[^"\\]*","seq":\d+(?=,)/;

/**
 * The lines of `facts`, which follow each other, in that journal, from `place` on and behind the hash `prev`: each text
 * as it was but for its place, as a station itself goes on after a damage. Null for one that no station wrote.
 */
export function linesBehind(
  facts: readonly PushedFact[],
  inc: string,
  place: number,
  prev: string,
): string | null {
  let last = prev;
  let lines = '';
  for (const [index, { bytes: original }] of facts.entries()) {
    const begun = beginning.exec(original);
    if (!begun) return null;
    const bytes = `${begun[1]}${JSON.stringify(inc)},"seq":${place + index}${original.slice(begun[0].length)}`;
    const hash = chainHash(sha256Hex, last, bytes);
    lines += pushLineText({ bytes, prev: last, hash });
    last = hash;
  }
  return lines;
}

/** How many of the facts follow each other, the first of them behind the hash `after` where one is given. */
export function chained(facts: readonly PushedFact[], after: string | null): number {
  const broken = facts.findIndex(({ envelope, prev }, place) => {
    const before = facts[place - 1];
    if (!before) return after !== null && prev !== after;
    return envelope.seq !== before.envelope.seq + 1 || prev !== before.hash;
  });
  return broken === -1 ? facts.length : broken;
}
