import type { Calendar } from '../../calendar/calendar.ts';
import type { Biblio, Item, Library } from '../../catalogue/catalogue.ts';
import type { EntityRow } from '../../catalogue/rows.ts';
import type { Patron } from '../../patrons/patron.ts';
import { demoCalendars } from '../calendar/calendars.ts';
import { demoCatalogue } from '../catalogue.ts';
import { demoLibraries, demoLibraryCodes } from '../libraries.ts';
import type { DemoOptions } from '../options.ts';
import { demoPatrons } from '../people/patrons.ts';
import { demoPolicySet } from '../policies.ts';

/** A copy with the record it belongs to. */
export interface Copy {
  readonly item: Item;
  readonly biblio: Biblio;
}

/** What the demonstration desk has around it: its library, the nearest stock of the province, its readers. */
export interface DemoDesk {
  readonly library: Library;
  readonly calendar: Calendar;
  /** Copies of the library. */
  readonly copies: readonly Copy[];
  /** Copies of the other libraries. */
  readonly foreign: readonly Copy[];
  readonly readers: readonly Patron[];
}

/** A desk needs no more of a large catalogue than this: a few weeks of lending never reach further. */
const titlesRead = 2000;
const readersRead = 3000;

/** The desk of the public library, where the history is made. */
export function demoDesk(options: DemoOptions): DemoDesk {
  const library = demoLibraries.BN;
  const calendar = demoCalendars.find((candidate) => candidate.library === library.id);
  if (!calendar) throw new Error('the public library has no calendar');
  const copies = nearestCopies(options);
  return {
    library,
    calendar,
    copies: copies.filter(({ item }) => item.library === library.id),
    foreign: copies.filter(({ item }) => item.library !== library.id),
    readers: nearestReaders(options, library.id),
  };
}

/** The rows a desk decides on before anything has happened at it. */
export function* rowsAround({ copies, foreign, readers }: DemoDesk): Generator<EntityRow> {
  for (const code of demoLibraryCodes) yield { entity: 'library', row: demoLibraries[code] };
  yield { entity: 'policy', row: demoPolicySet };
  for (const row of demoCalendars) yield { entity: 'calendar', row };
  for (const { item, biblio } of [...copies, ...foreign]) {
    yield { entity: 'biblio', row: biblio };
    yield { entity: 'item', row: item };
  }
  for (const row of readers) yield { entity: 'patron', row };
}

/** Copies of the first titles, in all libraries. */
function nearestCopies(options: DemoOptions): readonly Copy[] {
  const records = new Map<string, Biblio>();
  const copies: Copy[] = [];
  for (const entry of demoCatalogue(options)) {
    if (entry.entity === 'biblio') {
      if (records.size === titlesRead) break;
      records.set(entry.row.id, entry.row);
    }
    if (entry.entity !== 'item') continue;
    const biblio = records.get(entry.row.biblio);
    if (biblio) copies.push({ item: entry.row, biblio });
  }
  return copies;
}

function nearestReaders(options: DemoOptions, library: string): readonly Patron[] {
  const readers: Patron[] = [];
  for (const patron of demoPatrons(options)) {
    if (readers.length === readersRead) break;
    if (patron.library === library) readers.push(patron);
  }
  return readers;
}
