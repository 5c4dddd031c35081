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

type Picks<L extends readonly (readonly unknown[])[]> = { readonly [I in keyof L]: L[I][number] };

/** All ways to take one element from each list, counted like the digits of a number. */
export interface Combinations<L extends readonly (readonly unknown[])[]> {
  readonly size: number;
  readonly at: (index: number) => Picks<L>;
}

/** Counts the combinations of several lists without building them. */
export function combine<const L extends readonly (readonly unknown[])[]>(...lists: L): Combinations<L> {
  return {
    size: lists.reduce((product, list) => product * list.length, 1),
    at: (index) => {
      let rest = index;
      const picks = lists.map((list) => {
        const pick = at(list, rest % list.length);
        rest = Math.floor(rest / list.length);
        return pick;
      });
      // `map` forgets the position of each type; the lists were taken in order.
      return picks as unknown as Picks<L>;
    },
  };
}

/** A year between both bounds, recent ones more often: stock is renewed. */
export function yearBetween(dice: Dice, first: number, last: number): number {
  const back = dice.below(1000) / 1000;
  return last - Math.floor((last - first + 1) * back * back);
}

/** The text with its first letter as a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
