import { at } from '../random.ts';
import type { Dice } from '../random.ts';
import type { Shelf } from '../shelves/shelf.ts';

/** A title before it has an identity. */
export interface TitleDraft {
  readonly title: string;
  readonly author: string;
  readonly ddc: string;
  readonly publisher: string;
  readonly year: number;
  /** ISO 639-1 code of the text; Vietnamese when absent. */
  readonly language?: string;
  /** Youngest reader it is meant for, in full years; everybody when absent. */
  readonly minAge?: number;
}

/**
 * Titles of one sort: real works from a list, or what a grammar can say. `compose` must give a different title
 * for each pair of `index` (below `base`) and `layer` (below `layers`). Layers are used up one after the other,
 * so a small catalogue meets each `index` once: put what would look like a repetition in the layer.
 */
export interface TitleFamily {
  readonly name: string;
  readonly shelf: Shelf;
  /** Share of the catalogue while the family still has titles left. */
  readonly weight: number;
  /** Appetite for further copies: 1 is average, 0 keeps to a single copy. */
  readonly extra: number;
  readonly base: number;
  readonly layers: number;
  readonly compose: (index: number, layer: number, dice: Dice) => TitleDraft;
}

/** All ways to take one element from each of several lists, counted like the digits of a number. */
export interface Combinations<T extends readonly unknown[]> {
  readonly size: number;
  readonly at: (index: number) => T;
  /** The same with one more list, whose element changes slowest. */
  readonly and: <E>(list: readonly E[]) => Combinations<readonly [...T, E]>;
}

/** Counts combinations without building them; `and` adds further lists. */
export function combine<E>(list: readonly E[]): Combinations<readonly [E]> {
  return combinations(list.length, (index) => [at(list, index)]);
}

function combinations<T extends readonly unknown[]>(
  size: number,
  pick: (index: number) => T,
): Combinations<T> {
  return {
    size,
    at: pick,
    and: (list) =>
      combinations(size * list.length, (index) => [
        ...pick(index % size),
        at(list, Math.floor(index / size)),
      ]),
  };
}

/** A year between both bounds, recent ones more often: stock is renewed. */
export function yearBetween(dice: Dice, first: number, last: number): number {
  const back = (dice.below(1000) / 1000) ** 1.3;
  return last - Math.floor((last - first + 1) * back);
}

/** The text with its first letter as a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
