import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import type { TagSeen, WhyTagsLeft } from '../../../contract/devices/drivers.ts';

/** What one tag, with those seen before it, makes of the pile on the pads. */
type FieldChange =
  /** Everything with this code is there: it counts as scanned. */
  | { readonly kind: 'scan'; readonly code: string }
  /** A part of a set came and others are still missing. */
  | { readonly kind: 'wait'; readonly code: string }
  /** It was here all along: it counted already. */
  | { readonly kind: 'known' }
  /** Nothing can be made of the tag. */
  | { readonly kind: 'trouble'; readonly code: 'LT-2114' | 'LT-2115' | 'LT-2116' };

/** The tags in front of all readers of this desk. */
export interface TagField {
  came(device: string, tag: TagSeen): FieldChange;
  left(device: string, addresses: readonly string[], why: WhyTagsLeft): void;
  /** How many parts of this thing are there, of how many; null when nothing with this code is. */
  parts(code: string): { readonly found: number; readonly total: number } | null;
  /** Codes of the things that are there or were a moment ago. */
  codes(): readonly string[];
}

/**
 * A copy taken from the pad is remembered this long (ms): it may be lent a moment later, and its tag is then missed
 * instead of forgotten.
 */
const rememberedMs = 10_000;

/**
 * A reader whose cable was out finds the pile where it lay, for this long (ms): a book that was just lent must not be
 * returned because its tag is told a second time.
 */
const cableOutMs = 120_000;

/**
 * Books of a pile shade one another: one that was not heard of for this long (ms) and is back has not been away. A
 * hand that takes a book off and puts it down again needs longer.
 */
const shadedMs = 1_500;

interface Held {
  readonly device: string;
  readonly tag: TagSeen;
  leftAt: number | null;
  why: WhyTagsLeft;
  /** Whether something came of it already: of a part of a set, with the whole. */
  counted: boolean;
}

/** @param now monotonic milliseconds */
export function tagField(now: () => number): TagField {
  const tags = new Map<string, Held>();
  const key = (device: string, address: string): string => `${device} ${address}`;
  const there = (): Held[] => {
    for (const [id, { leftAt, why }] of tags)
      if (leftAt !== null && now() - leftAt > (why === 'taken' ? rememberedMs : cableOutMs)) tags.delete(id);
    return [...tags.values()];
  };
  const ofCode = (code: string): Held[] =>
    there().filter(({ tag }) => tag.code !== null && normaliseCode(tag.code) === normaliseCode(code));
  const parts = (code: string): { readonly found: number; readonly total: number } | null => {
    const present = ofCode(code).filter(({ leftAt }) => leftAt === null);
    if (present.length === 0) return null;
    const numbers = new Set(present.map(({ tag }) => tag.part?.number ?? 1));
    return { found: numbers.size, total: Math.max(1, ...present.map(({ tag }) => tag.part?.total ?? 1)) };
  };

  const changeBy = (tag: TagSeen): FieldChange => {
    switch (tag.kind) {
      case 'item': {
        if (tag.code === null) return { kind: 'trouble', code: 'LT-2115' };
        const set = parts(tag.code);
        return { kind: set === null || set.found >= set.total ? 'scan' : 'wait', code: tag.code };
      }
      case 'patron-card':
        return tag.code === null ? { kind: 'trouble', code: 'LT-2115' } : { kind: 'scan', code: tag.code };
      case 'unreadable':
        return { kind: 'trouble', code: 'LT-2114' };
      case 'unknown':
        return { kind: 'trouble', code: 'LT-2115' };
      case 'blank':
        return { kind: 'trouble', code: 'LT-2116' };
    }
  };

  /** Counted already, and not away long enough for a hand to have taken it. */
  const hasStayed = ({ counted, leftAt, why }: Held): boolean =>
    counted && (why === 'line-lost' || (leftAt !== null && now() - leftAt < shadedMs));

  return {
    came(device, tag) {
      const id = key(device, tag.address);
      const before = there().find((held) => held.device === device && isSame(held.tag, tag));
      const known = before !== undefined && hasStayed(before) && before.tag.code === tag.code;
      if (before) tags.delete(key(device, before.tag.address));
      tags.set(id, { device, tag, leftAt: null, why: 'taken', counted: known });
      if (known) return { kind: 'known' };
      const change = changeBy(tag);
      if (change.kind === 'scan') for (const part of ofCode(change.code)) part.counted = true;
      else if (change.kind === 'trouble') Object.assign(tags.get(id) ?? {}, { counted: true });
      return change;
    },
    left(device, addresses, why) {
      for (const address of addresses) {
        const held = tags.get(key(device, address));
        if (held) Object.assign(held, { leftAt: now(), why });
      }
    },
    parts,
    codes: () => [
      ...new Set(there().flatMap(({ tag }) => (tag.kind === 'item' && tag.code !== null ? [tag.code] : []))),
    ],
  };
}

/** A UHF tag has another address when its book was lent: then its number and part say which it is. */
function isSame(one: TagSeen, other: TagSeen): boolean {
  const same = one.kind === other.kind && one.code === other.code && one.part?.number === other.part?.number;
  return one.address === other.address || (one.technology === 'uhf' && one.code !== null && same);
}
