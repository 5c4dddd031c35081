import { addDays } from '../../calendar/calendar.ts';
import type { CivilDate } from '../../facts/fact.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { Rows } from '../../world/rows.ts';
import type { Dice } from '../random.ts';
import { isOnShelf } from './acts.ts';
import type { Copy, DemoDesk } from './desk.ts';

/** A card that ends sooner would shorten a loan, perhaps onto a closed day. */
const cardDaysLeft = 60;
/** One reader of each of these ends at the limit. */
const atLimitCategories = ['nguoi-lon', 'thieu-nhi', 'hoc-sinh', 'sinh-vien', 'nguoi-cao-tuoi', 'can-bo'];
const youngCategories: ReadonlySet<string> = new Set(['thieu-nhi', 'hoc-sinh']);

/** Readers who come as they like, and those who will have all they may have. */
export interface Crowd {
  readonly regular: readonly Patron[];
  readonly atLimit: readonly Patron[];
}

export function crowdOf(desk: DemoDesk, today: CivilDate): Crowd {
  const usable = desk.readers.filter(
    ({ cardLost, block, expires }) => !cardLost && block === null && expires >= addDays(today, cardDaysLeft),
  );
  const atLimit = atLimitCategories.flatMap((category) => {
    const reader = usable.find((candidate) => candidate.category === category);
    return reader ? [reader] : [];
  });
  return { regular: usable.filter((reader) => !atLimit.includes(reader)), atLimit };
}

/** Copies that readers of each age reach for, and those that are read at a table. */
export interface Stock {
  readonly young: readonly Copy[];
  readonly grown: readonly Copy[];
  readonly reference: readonly Copy[];
}

/** Everything that can be lent without more ado, but for the titles that a scene needs for itself. */
export function stockOf(copies: readonly Copy[], reserved: ReadonlySet<string>): Stock {
  const lendable = copies.filter(
    ({ item, biblio }) => item.lending === 'for-loan' && !reserved.has(biblio.id),
  );
  const inCollection = (collections: readonly string[]): readonly Copy[] =>
    lendable.filter(({ item }) => collections.includes(item.collection) && item.itemClass !== 'ngoai-van');
  return {
    young: inCollection(['thieu-nhi']),
    grown: inCollection(['kho-mo', 'bao-tap-chi']),
    reference: inCollection(['phong-doc']),
  };
}

/** How many copies a reader looks at before giving up. */
const looks = 12;

/** A copy on the shelf that this reader might want, of a title not in `taken`; null when no look finds one. */
export function chooseCopy(
  rows: Rows,
  stock: Stock,
  reader: Patron,
  taken: ReadonlySet<string>,
  dice: Dice,
): Copy | null {
  const young = youngCategories.has(reader.category);
  return lookFor(rows, dice.chance(young ? 0.8 : 0.1) ? stock.young : stock.grown, taken, dice);
}

/** A copy that stands on this shelf, of a title not in `taken`. */
export function lookFor(
  rows: Rows,
  shelf: readonly Copy[],
  taken: ReadonlySet<string>,
  dice: Dice,
): Copy | null {
  for (let look = 0; look < looks && shelf.length > 0; look += 1) {
    const copy = dice.pick(shelf);
    if (isOnShelf(rows, copy) && !taken.has(copy.biblio.id)) return copy;
  }
  return null;
}

/** What will become of a loan. */
export interface Fate {
  readonly copy: Copy;
  readonly reader: Patron;
  readonly renewOn: CivilDate | null;
  /** Null for a copy that does not come back. */
  readonly returnOn: CivilDate | null;
}

/** Most copies come back in time, some late, some are renewed, a few stay away. */
export function fateOf(copy: Copy, reader: Patron, day: CivilDate, due: CivilDate, dice: Dice): Fate {
  const luck = dice.below(100);
  const loan = { copy, reader, renewOn: null };
  if (luck < 8) return { ...loan, returnOn: null };
  if (luck < 20) return { ...loan, returnOn: addDays(due, dice.between(1, 14)) };
  if (luck < 32) return { ...loan, renewOn: addDays(due, -dice.between(0, 2)), returnOn: null };
  const early = addDays(due, -dice.between(0, 7));
  return { ...loan, returnOn: early > day ? early : addDays(day, 1) };
}

/** The loan after its renewal. */
export function afterRenewal(fate: Fate, day: CivilDate, dice: Dice): Fate {
  return { ...fate, renewOn: null, returnOn: addDays(day, dice.between(5, 12)) };
}

/** The day on which the reader comes back for this loan, or null for never. */
export function comesBack({ renewOn, returnOn }: Fate): CivilDate | null {
  return renewOn ?? returnOn;
}
