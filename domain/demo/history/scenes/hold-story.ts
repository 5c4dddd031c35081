import type { PlaceHold } from '../../../commands.ts';
import type { Patron } from '../../../patrons/patron.ts';
import { demoLibraries } from '../../libraries.ts';
import { lend, takeBack } from '../acts.ts';
import type { Casting } from '../cast.ts';
import { isPlainBook } from '../cast.ts';
import type { Appointment } from '../day.ts';
import type { Copy } from '../desk.ts';
import type { Minute } from '../journal.ts';
import type { Station } from '../station.ts';

/** A title that somebody has or nobody, and the readers who wait for it. Days count back from the last open one. */
export interface HoldStory {
  readonly loan?: {
    readonly reader: Patron | null;
    readonly lent: number;
    /** When it comes back; it stays away when absent. */
    readonly back?: number;
  };
  readonly waiting: readonly Waiting[];
}

type Wish = Partial<Pick<PlaceHold, 'pickup' | 'startsOn' | 'note'>>;

export interface Waiting {
  readonly reader: Patron | null;
  /** When the hold is placed. */
  readonly held: number;
  readonly wish?: Wish;
  /** Waits for this copy, not for the title. */
  readonly veryCopy?: boolean;
  /** What becomes of the hold, and when. */
  readonly after?: readonly [
    back: number,
    run: (when: Minute, hold: string, of: { readonly who: Patron; readonly copy: Copy }) => void,
  ];
}

/** The appointments of a story, with a title of its own; none where a person or a title is missing. */
export function tell(casting: Casting, { loan, waiting }: HoldStory): readonly Appointment[] {
  const { station, day, on } = casting;
  const people = waiting.flatMap(({ reader, ...others }) => (reader ? [{ ...others, who: reader }] : []));
  const borrower = loan?.reader ?? null;
  if (people.length < waiting.length || (loan && !borrower)) return [];
  const copy = casting.copy((candidate) => isPlainBook(candidate) && casting.isOnly(candidate));
  if (!copy) return [];
  return [
    ...(loan && borrower ? [on(day(loan.lent), (when) => void lend(station, when, borrower, copy))] : []),
    ...people.flatMap(({ who, held, wish = {}, veryCopy = false, after }) => {
      let hold = '';
      const placed = on(day(held), (when) => {
        hold = placeHold(station, when, who, copy, { ...wish, veryCopy });
      });
      if (!after) return [placed];
      const [back, run] = after;
      return [placed, on(day(back), (when) => run(when, hold, { who, copy }))];
    }),
    ...(loan?.back === undefined ? [] : [on(day(loan.back), (when) => void takeBack(station, when, copy))]),
  ];
}

function placeHold(
  station: Station,
  when: Minute,
  { id }: Patron,
  { item, biblio }: Copy,
  { veryCopy, ...wish }: Wish & { readonly veryCopy: boolean },
): string {
  const hold = station.newId('hold', when);
  station.act(when, {
    do: 'place-hold',
    hold,
    level: veryCopy ? 'copy' : 'title',
    biblio: biblio.id,
    item: veryCopy ? item.id : null,
    patron: id,
    pickup: demoLibraries.BN.id,
    startsOn: null,
    expiresOn: null,
    recall: false,
    note: '',
    confirmed: [],
    ...wish,
  });
  return hold;
}
