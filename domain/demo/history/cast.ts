import { addDays } from '../../calendar/calendar.ts';
import type { CivilDate } from '../../facts/fact.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { Dice } from '../random.ts';
import type { Appointment } from './day.ts';
import { openMinute } from './day.ts';
import type { Copy, DemoDesk } from './desk.ts';
import type { Crowd } from './readers.ts';
import type { Minute } from './journal.ts';
import type { Station } from './station.ts';

/** Part of the readers that scenes may have for themselves; the others come as they like. */
const share = 1 / 3;

/** Gives scenes readers, copies and days of their own, so that nothing else interferes with them. */
export interface Casting {
  readonly station: Station;
  readonly today: CivilDate;
  /** A reader nobody else plays with, of one of these categories; null when there is none left. */
  reader(...categories: readonly string[]): Patron | null;
  /** A reader whose card ends in a few days and who fits; null when there is none, or only one such card. */
  endingSoon(fits: (reader: Patron) => boolean): Patron | null;
  /** A copy whose title nobody else touches; null when there is none left. */
  copy(fits: (copy: Copy) => boolean): Copy | null;
  /** True when the library has no other copy of the title. */
  isOnly(copy: Copy): boolean;
  /** Open day counted back from the last one before today, which is 0. */
  day(back: number): CivilDate;
  /** Open day counted from the first of the history, which is 0. */
  firstDay(index: number): CivilDate;
  on(day: CivilDate, run: (when: Minute) => void): Appointment;
}

interface Cast {
  readonly casting: Casting;
  /** Readers and titles that have been given away so far. */
  readonly readers: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
}

export function castOf(
  station: Station,
  desk: DemoDesk,
  crowd: Crowd,
  days: readonly CivilDate[],
  today: CivilDate,
  dice: Dice,
): Cast {
  const readers = new Set<string>();
  const titles = new Set<string>();
  const most = Math.floor(crowd.regular.length * share);
  const copiesOf = Map.groupBy(desk.copies, ({ biblio }) => biblio.id);
  const take = (from: readonly Patron[], fits: (reader: Patron) => boolean): Patron | null => {
    const found =
      readers.size < most ? from.find((reader) => !readers.has(reader.id) && fits(reader)) : undefined;
    if (found) readers.add(found.id);
    return found ?? null;
  };
  const [first = today] = days;
  return {
    readers,
    titles,
    casting: {
      station,
      today,
      reader: (...categories) => take(crowd.regular, ({ category }) => categories.includes(category)),
      // The first such card is left for the panel of samples.
      endingSoon: (fits) => take(desk.readers.filter((reader) => endsSoon(reader, today)).slice(1), fits),
      copy: (fits) => {
        const found = desk.copies.find((copy) => !titles.has(copy.biblio.id) && fits(copy));
        if (found) titles.add(found.biblio.id);
        return found ?? null;
      },
      isOnly: ({ biblio }) => copiesOf.get(biblio.id)?.length === 1,
      day: (back) => days.at(-1 - back) ?? first,
      firstDay: (index) => days[index] ?? first,
      on: (day, run) => ({ day, minute: openMinute(dice), run }),
    },
  };
}

/** True for a card that is good for some days more, and for no more than those. */
export function endsSoon({ cardLost, block, expires }: Patron, today: CivilDate): boolean {
  return !cardLost && block === null && expires >= today && expires < addDays(today, 10);
}

/** True for a copy that can be lent and comes with nothing. */
export function hasNothingBeside({ lending, parts }: Copy['item']): boolean {
  return lending === 'for-loan' && parts === '';
}

/** An ordinary book of the open stack that can be lent without a question. */
export function isPlainBook({ item, biblio }: Copy): boolean {
  const { itemClass, collection } = item;
  return itemClass === 'sach' && collection === 'kho-mo' && hasNothingBeside(item) && biblio.minAge === 'any';
}
