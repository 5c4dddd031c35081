import { normaliseCode } from '../../domain/identifiers/scan.ts';
import type { TagSeen } from '../../contract/devices/drivers.ts';
import type { SeenTag } from './air.ts';

/** The tags in front of one reader, over its inventory rounds. */
export interface TagsInField {
  /** What a round changed: tags to be read, and addresses that are gone. */
  round(seen: readonly SeenTag[]): { readonly came: readonly SeenTag[]; readonly left: readonly string[] };
  /**
   * A tag was read; false when that says nothing new, when it could not be read and will be tried again, or when it
   * was told by another address that nobody answers to now.
   */
  read(address: string, seen: TagSeen): boolean;
  knows(address: string): boolean;
  /** Addresses of the tags that carry this code. */
  withCode(code: string): readonly string[];
  /** Its security was written, and with it perhaps its address. It leaves under the address it was told by. */
  secured(before: string, after: string): void;
  /** Forgets all; gives the addresses that they were told by. */
  clear(): readonly string[];
}

/** Rounds a tag may miss before it has left: tags in a pile shade one another. */
const missesToLeave = 4;
/** Readings that fail before a tag is told as unreadable. */
const readingsToGiveUp = 3;

interface Held {
  missed: number;
  failures: number;
  /** As it was told. */
  seen: TagSeen | null;
}

/** A UHF tag whose flag was written though nobody heard its answer: the same book under another address. */
function isRenamed(before: TagSeen | null, now: TagSeen): boolean {
  return (
    now.technology === 'uhf' &&
    now.kind === 'item' &&
    before?.kind === 'item' &&
    before.code === now.code &&
    before.part?.number === now.part?.number
  );
}

export function createTagsInField(): TagsInField {
  const tags = new Map<string, Held>();

  return {
    round(seen) {
      const present = new Map(seen.map((tag) => [tag.address, tag]));
      const left: string[] = [];
      for (const [address, held] of tags) {
        held.missed = present.has(address) ? 0 : held.missed + 1;
        if (held.missed < missesToLeave) continue;
        tags.delete(address);
        if (held.seen !== null) left.push(held.seen.address);
      }
      const came = [...present.values()].filter(({ address }) => (tags.get(address)?.seen ?? null) === null);
      for (const { address } of came)
        if (!tags.has(address)) tags.set(address, { missed: 0, failures: 0, seen: null });
      return { came, left };
    },
    read(address, seen) {
      const held = tags.get(address);
      if (held === undefined || held.seen !== null) return false;
      if (seen.kind === 'unreadable') {
        held.failures += 1;
        if (held.failures < readingsToGiveUp) return false;
      }
      const before = [...tags].find(([, other]) => other.missed > 0 && isRenamed(other.seen, seen));
      held.seen = before?.[1].seen ?? seen;
      if (before) tags.delete(before[0]);
      return !before;
    },
    knows: (address) => tags.has(address),
    withCode(code) {
      // Tags were written by other programs, in whatever case.
      const wanted = normaliseCode(code);
      const carries = (seen: TagSeen | null): boolean =>
        seen?.kind === 'item' && seen.code !== null && normaliseCode(seen.code) === wanted;
      return [...tags].filter(([, { seen }]) => carries(seen)).map(([address]) => address);
    },
    secured(before, after) {
      const held = tags.get(before);
      if (held === undefined || held.seen === null) return;
      tags.delete(before);
      tags.set(after, held);
    },
    clear() {
      const told = [...tags.values()].flatMap(({ seen }) => (seen === null ? [] : [seen.address]));
      tags.clear();
      return told;
    },
  };
}
