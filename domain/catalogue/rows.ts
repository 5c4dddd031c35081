import type { Calendar } from '../calendar/calendar.ts';
import type { Loan } from '../circulation/loan.ts';
import type { Patron } from '../patrons/patron.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { Biblio, Item, Library } from './catalogue.ts';

/** Every kind of row that the province shares with its stations, by entity name. */
export interface EntityRows {
  library: Library;
  biblio: Biblio;
  item: Item;
  patron: Patron;
  loan: Loan;
  policy: PolicySet;
  calendar: Calendar;
}

export type Entity = keyof EntityRows;

/** One row with the name of its kind. */
export type EntityRow = {
  readonly [E in Entity]: { readonly entity: E; readonly row: EntityRows[E] };
}[Entity];
