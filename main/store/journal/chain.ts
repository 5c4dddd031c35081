import { createHash } from 'node:crypto';
import { chainHash, genesisHash } from '../../../domain/facts/fact.ts';
import type { Sqlite } from '../sqlite.ts';

/** Where a chain stops being whole. `seq` is the first entry that cannot be trusted. */
export interface ChainReport {
  readonly entries: number;
  readonly brokenAt: { readonly inc: string; readonly seq: number } | null;
}

interface Link {
  readonly entry: number;
  readonly inc: string;
  readonly seq: number;
  readonly bytes: string;
  readonly prev: string;
  readonly hash: string;
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Hash of the next link after `prev`. */
export function linkHash(prev: string, bytes: string): string {
  return chainHash(sha256Hex, prev, bytes);
}

/**
 * Walks the chain from entry `from` (1 for all of it) and checks every hash, every `prev`, and that
 * sequences have no hole. Each incarnation starts again from the genesis hash and sequence 1.
 */
export function verifyChain(db: Sqlite, from = 1): ChainReport {
  const links = db
    .prepare<[number], Link>(
      'select entry, inc, seq, bytes, prev, hash from journal where entry >= ? order by entry',
    )
    .iterate(from - 1);
  let previous: Link | null = null;
  let entries = 0;
  for (const link of links) {
    // The entry before `from` is read only to know what `from` must follow.
    const anchor = link.entry === from - 1;
    if (!anchor && !follows(link, previous)) return { entries, brokenAt: { inc: link.inc, seq: link.seq } };
    if (!anchor) entries += 1;
    previous = link;
  }
  return { entries, brokenAt: null };
}

function follows(link: Link, previous: Link | null): boolean {
  const continues = previous !== null && previous.inc === link.inc;
  const prev = continues ? previous.hash : genesisHash;
  const seq = continues ? previous.seq + 1 : 1;
  const entry = previous === null ? 1 : previous.entry + 1;
  return (
    link.entry === entry &&
    link.prev === prev &&
    link.seq === seq &&
    link.hash === linkHash(link.prev, link.bytes)
  );
}
