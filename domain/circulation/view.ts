import type { Calendar } from '../calendar/calendar.ts';
import type { Biblio, Item } from '../catalogue/catalogue.ts';
import type { Exception } from '../exceptions/exception.ts';
import type { CivilDate, Instant } from '../facts/fact.ts';
import type { Hold } from '../holds/hold.ts';
import type { Charge } from '../money/charge.ts';
import type { Drawer } from '../money/drawer.ts';
import type { Payment, ReceiptRange } from '../money/payment.ts';
import type { Message, MessageAbout } from '../patrons/message.ts';
import type { Patron } from '../patrons/patron.ts';
import type { Permission } from '../permissions.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { ItemCirculation } from './item-state.ts';
import type { Loan, LoanInHand } from './loan.ts';

/** Who acts, where and when. */
export interface DeskSituation {
  readonly now: Instant;
  /** The civil day at the library. */
  readonly today: CivilDate;
  /** IANA zone of the library. */
  readonly timeZone: string;
  /** Library of this desk. */
  readonly library: string;
  readonly station: string;
  readonly actor: Actor;
}

export interface Actor {
  /** Staff id. */
  readonly id: string;
  /** `all` for whoever may do everything. */
  readonly permissions: readonly Permission[] | 'all';
}

/**
 * Everything a desk decision may look at. The station answers from its two databases, tests and the scenario
 * runner from memory; a decision reads what it needs and changes nothing, so the same view and the same command
 * always give the same decision. Answers are of one moment: nothing may change while a decision is made.
 */
export interface DeskView extends DeskSituation {
  /** The policy set in force today, or null. */
  policySet(): PolicySet | null;
  /** The set of a version: a loan is charged by the one it was made under. */
  policyVersion(version: string): PolicySet | null;
  /** A library without a calendar is always open. */
  calendar(library: string): Calendar;
  /** The name of a library, or its id where nobody knows it. */
  libraryName(library: string): string;
  patron(id: string): Patron | null;
  /** Readers whose guarantor this is. */
  wardsOf(patron: string): readonly Patron[];
  item(id: string): Item | null;
  /** Copies of a library with this accession number: one, or none. */
  itemByBarcode(library: string, barcode: string): Item | null;
  /** Readers of a library with this card number: one, or none. */
  patronByCard(library: string, card: string): Patron | null;
  /** Readers who have shown something with this alias. */
  patronByAlias(alias: string): Patron | null;
  biblio(id: string): Biblio | null;
  circulation(item: string): ItemCirculation;
  /** Copies of a title, with where each is. */
  copiesOf(biblio: string): readonly Copy[];
  loan(id: string): Loan | null;
  openLoansOfPatron(patron: string): readonly Loan[];
  /** The same loans, as far as checks and limits look at them. */
  loansInHand(patron: string): readonly LoanInHand[];
  /** Open loans of a library that fall due on a day from `from` to `to`, both included. */
  openLoansDue(library: string, from: CivilDate, to: CivilDate): readonly Loan[];
  /** Loans of a library that were returned in the last days and are still known: what corrections can reach. */
  recentReturns(library: string): readonly Loan[];
  /** Whether the reader had this copy or another of its title before; only where the reader lets the history be kept. */
  hadBefore(patron: string, biblio: string): boolean;
  hold(id: string): Hold | null;
  /** Open holds on a title or on any of its copies, in queue order. */
  openHoldsOf(biblio: string): readonly Hold[];
  openHoldsOfPatron(patron: string): readonly Hold[];
  /** Holds whose copy stands on the hold shelf of a library. */
  shelvedHolds(library: string): readonly Hold[];
  charge(id: string): Charge | null;
  chargesOf(patron: string): readonly Charge[];
  payment(id: string): Payment | null;
  paymentsOf(patron: string): readonly Payment[];
  /** Messages that are not dismissed and whose last day has not passed. */
  messages(about: MessageAbout): readonly Message[];
  /** Facts that disagree, open or dealt with. */
  exception(id: string): Exception | null;
  drawer(id: string): Drawer | null;
  /** The open drawer of this station, or null. */
  openDrawer(): Drawer | null;
  paymentsOfDrawer(drawer: string): readonly Payment[];
  receipts(): ReceiptSource;
}

export interface Copy {
  readonly item: Item;
  readonly circulation: ItemCirculation;
}

/** What the next receipt number is found from. */
export interface ReceiptSource {
  readonly ranges: readonly ReceiptRange[];
  /** Highest number used in each range, by its id. */
  readonly used: ReadonlyMap<string, number>;
  /** Provisional receipts of this station so far. */
  readonly provisional: number;
}
