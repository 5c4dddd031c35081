import type { Calendar } from '../calendar/calendar.ts';
import type { ItemCirculation } from '../circulation/item-state.ts';
import type { Loan } from '../circulation/loan.ts';
import type { Exception } from '../exceptions/exception.ts';
import type { Hold } from '../holds/hold.ts';
import type { Charge } from '../money/charge.ts';
import type { Drawer } from '../money/drawer.ts';
import type { Payment, ReceiptRange } from '../money/payment.ts';
import type { Message } from '../patrons/message.ts';
import type { Patron } from '../patrons/patron.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { SlipTemplate } from '../printing/template.ts';
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
  hold: Hold;
  'item-state': ItemCirculation;
  charge: Charge;
  payment: Payment;
  message: Message;
  drawer: Drawer;
  template: SlipTemplate;
  'receipt-range': ReceiptRange;
  exception: Exception;
}

export type Entity = keyof EntityRows;

/** One row with the name of its kind. */
export type EntityRow = {
  readonly [E in Entity]: { readonly entity: E; readonly row: EntityRows[E] };
}[Entity];

/** A row, or the absence of one. */
export type RowRef = {
  readonly [E in Entity]: { readonly entity: E; readonly id: string; readonly row: EntityRows[E] | null };
}[Entity];
