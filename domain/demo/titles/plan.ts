import { diceFor, hash32 } from '../random.ts';
import { permute } from '../permutation.ts';
import type { TitleDraft, TitleFamily } from './family.ts';
import { titleFamilies } from './families.ts';

/** A title with its place on the shelves. */
export interface PlannedTitle {
  readonly family: TitleFamily;
  readonly draft: TitleDraft;
  /** How many copies all libraries have together. */
  readonly copies: number;
}

/** Part of the catalogue that one family fills: places `start` to `start + quota`. */
interface Stretch {
  readonly family: TitleFamily;
  readonly key: number;
  readonly start: number;
  readonly quota: number;
  /** Copies beyond the first of each title. */
  readonly extraCopies: number;
}

export interface TitlePlan {
  readonly titles: number;
  readonly copies: number;
  /** Title `index` of the catalogue; every index gives a different title. */
  readonly at: (index: number) => PlannedTitle;
}

/** Most titles a catalogue can have. */
export const titleCapacity = titleFamilies.reduce((sum, family) => sum + capacity(family), 0);

function capacity(family: TitleFamily): number {
  return family.base * family.layers;
}

/**
 * Divides `titles` among the families by weight, as far as each has titles, and `copies` (at least `titles`)
 * by appetite; sums are exact. Throws RangeError for more titles than there are.
 */
export function planTitles(seed: number, titles: number, copies: number): TitlePlan {
  if (titles > titleCapacity) throw new RangeError(`${titles} titles asked, ${titleCapacity} are there`);
  if (copies < titles) throw new RangeError(`${copies} copies for ${titles} titles: each needs one`);
  const quotas = fill(
    titleFamilies.map((family) => ({ share: family.weight, room: capacity(family) })),
    titles,
  );
  const extras = fill(
    titleFamilies.map((family, index) => ({ share: family.extra * (quotas[index] ?? 0), room: Infinity })),
    copies - titles,
  );
  let start = 0;
  const stretches = titleFamilies.map((family, index): Stretch => {
    const quota = quotas[index] ?? 0;
    const stretch = { family, key: hash32(seed, index, 11), start, quota, extraCopies: extras[index] ?? 0 };
    start += quota;
    return stretch;
  });
  const order = hash32(seed, 12);
  return {
    titles,
    copies,
    at: (index) => {
      const place = permute(index, titles, order);
      const stretch = stretches.findLast(({ start, quota }) => start <= place && quota > 0);
      if (!stretch) throw new RangeError(`no title ${index}`);
      return planned(stretch, place - stretch.start, seed);
    },
  };
}

function planned({ family, key, quota, extraCopies }: Stretch, rank: number, seed: number): PlannedTitle {
  const layer = Math.floor(rank / family.base);
  const index = permute(rank % family.base, family.base, key + layer);
  const draft = family.compose(index, layer, diceFor(seed, key, layer, index));
  const upTo = (position: number): number => Math.round(extraCopies * popularity(position / quota));
  return { family, draft, copies: 1 + upTo(rank + 1) - upTo(rank) };
}

/** Share of the further copies that the first part of a family's titles has: a few are wanted by everyone. */
function popularity(part: number): number {
  return 0.6 * (1 - (1 - part) ** 3) + 0.4 * (1 - (1 - part) ** 6);
}

/** Whole numbers in proportion to the shares, none above its room, with exactly the given sum. */
function fill(wishes: readonly { readonly share: number; readonly room: number }[], total: number): number[] {
  const full = new Set<number>();
  const left = (): number => total - [...full].reduce((sum, index) => sum + (wishes[index]?.room ?? 0), 0);
  const wanted = (): number =>
    wishes.reduce((sum, { share }, index) => (full.has(index) ? sum : sum + share), 0);
  for (;;) {
    const perShare = wanted() === 0 ? 0 : left() / wanted();
    const overflowing = wishes.flatMap(({ share, room }, index) =>
      !full.has(index) && share * perShare > room ? [index] : [],
    );
    if (overflowing.length === 0) return roundExactly(wishes, full, perShare, total);
    for (const index of overflowing) full.add(index);
  }
}

/** Rounds down, then gives what is left to the largest remainders that have room. */
function roundExactly(
  wishes: readonly { readonly share: number; readonly room: number }[],
  full: ReadonlySet<number>,
  perShare: number,
  total: number,
): number[] {
  const exact = wishes.map(({ share, room }, index) => (full.has(index) ? room : share * perShare));
  const whole = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value), room: wishes[index]?.room ?? 0 }))
    .filter(({ index, room }) => (whole[index] ?? 0) < room)
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let missing = total - whole.reduce((sum, value) => sum + value, 0);
  for (const { index } of byRemainder) {
    if (missing === 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    missing -= 1;
  }
  return whole;
}
