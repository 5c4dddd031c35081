import type { PushLine } from '../../contract/sync/protocol.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { chainHash, encodeFact } from '../../domain/facts/fact.ts';
import { sha256Hex } from './sha256.ts';

/** The lines a station would push for `facts`, whose journal so far ends in the hash `prev`. */
export function chainFacts(facts: readonly Fact[], prev: string): readonly PushLine[] {
  const lines: PushLine[] = [];
  for (const fact of facts) {
    const bytes = encodeFact(fact);
    const before = lines.at(-1)?.hash ?? prev;
    lines.push({ bytes, prev: before, hash: chainHash(sha256Hex, before, bytes) });
  }
  return lines;
}
