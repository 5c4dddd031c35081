/**
 * Repeatable chance. `hash32` is the finaliser of MurmurHash3 (Austin Appleby, public domain) over several
 * words; `diceFor` runs mulberry32 (Tommy Ettinger, public domain). Neither is fit for secrets.
 */

/** A stream of repeatable choices. */
export interface Dice {
  /** Whole number from 0 up to, but without, `size`. */
  below(size: number): number;
  /** Whole number between both bounds, bounds included. */
  between(low: number, high: number): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** One 32-bit number from several: the same words always give the same number. */
export function hash32(...words: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const word of words) hash = avalanche(Math.imul(hash ^ word, 0x01000193) + 0x85ebca6b);
  return hash;
}

function avalanche(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A stream of its own for each combination of words, so that one part never disturbs another. */
export function diceFor(...words: readonly number[]): Dice {
  let state = hash32(...words);
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (size: number): number => Math.floor(unit() * size);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => unit() < probability,
    pick: (list) => at(list, below(list.length)),
  };
}

/** Element `index` of a list known to be that long. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`index ${index} outside a list of ${list.length}`);
  return value;
}
