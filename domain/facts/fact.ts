import type { HoldAmended, HoldEnded, HoldPlaced, HoldReleased, HoldTrapped } from './bodies/holds.ts';
import type { ItemFastAdded, ItemMarked, TransitReceived, TransitSent } from './bodies/items.ts';
import type {
  LoanCheckedOut,
  LoanDueChanged,
  LoanRenewed,
  LoanReturnCorrected,
  LoanReturned,
} from './bodies/loans.ts';
import type {
  ChargeAssessed,
  ChargeWaived,
  DrawerClosed,
  DrawerOpened,
  PaymentSettled,
  PaymentTaken,
} from './bodies/money.ts';
import type { MessageAdded, MessageEnded, PatronAmended, PatronRegistered } from './bodies/patrons.ts';
import type { ExceptionResolved } from './bodies/exceptions.ts';
import type { CalendarSaved, PolicySaved, TemplateSaved } from './bodies/settings.ts';
import type { JournalDamaged, StationForked } from './bodies/station.ts';
import type { ActUndone } from './bodies/undo.ts';

/**
 * A fact is something that has already happened at a desk. It is never edited and never refused;
 * a correction is another fact. The envelope is what a station journals, hashes and sends.
 */

/** Calendar day `YYYY-MM-DD` in the library's time zone; never an instant. */
export type CivilDate = string;

/** RFC 3339 date-time with its UTC offset, millisecond precision. */
export type Instant = string;

export interface FactBodies {
  'loan.checked-out': LoanCheckedOut;
  'loan.returned': LoanReturned;
  'loan.return-corrected': LoanReturnCorrected;
  'loan.renewed': LoanRenewed;
  'loan.due-changed': LoanDueChanged;
  'item.marked': ItemMarked;
  'item.fast-added': ItemFastAdded;
  'transit.sent': TransitSent;
  'transit.received': TransitReceived;
  'hold.placed': HoldPlaced;
  'hold.amended': HoldAmended;
  'hold.trapped': HoldTrapped;
  'hold.released': HoldReleased;
  'hold.ended': HoldEnded;
  'charge.assessed': ChargeAssessed;
  'charge.waived': ChargeWaived;
  'payment.taken': PaymentTaken;
  'payment.settled': PaymentSettled;
  'drawer.opened': DrawerOpened;
  'drawer.closed': DrawerClosed;
  'patron.registered': PatronRegistered;
  'patron.amended': PatronAmended;
  'message.added': MessageAdded;
  'message.ended': MessageEnded;
  'policy.saved': PolicySaved;
  'calendar.saved': CalendarSaved;
  'template.saved': TemplateSaved;
  'act.undone': ActUndone;
  'exception.resolved': ExceptionResolved;
  'station.forked': StationForked;
  'journal.damaged': JournalDamaged;
}

export type FactKind = keyof FactBodies;

/**
 * What a decision wants recorded, before the journal gives it an identity and a place. `id` is there when another
 * fact of the same act has to name it; otherwise the journal makes one.
 */
export type FactDraft = {
  readonly [K in FactKind]: { readonly kind: K; readonly body: FactBodies[K]; readonly id?: string };
}[FactKind];

/** Evidence about the station's clock; order inside a journal comes from `seq`, never from here. */
export interface ClockEvidence {
  /** Random per process start. */
  readonly boot: string;
  /** Milliseconds of the monotonic clock since `boot`. */
  readonly mono: number;
  /** Server time minus station time in ms at the last hello; null before any. */
  readonly offset: number | null;
}

/** What the desk could know when it acted. */
export interface Basis {
  readonly epoch: string | null;
  readonly cursor: number;
  readonly policy: string | null;
}

interface Envelope {
  readonly v: 1;
  /** UUIDv7, kept even when a station's journal forks. A loan's id is its check-out's fact id. */
  readonly id: string;
  readonly station: string;
  readonly inc: string;
  /** 1, 2, 3 … without holes inside one incarnation. */
  readonly seq: number;
  readonly kv: number;
  readonly at: Instant;
  readonly clock: ClockEvidence;
  readonly actor: string;
  readonly desk: string;
  readonly basis: Basis;
}

/** A fact of a kind this version understands. */
export type Fact = {
  readonly [K in FactKind]: Envelope & { readonly kind: K; readonly body: FactBodies[K] };
}[FactKind];

/** Version of each kind's body that this program writes. */
export const factVersions: Readonly<Record<FactKind, number>> = {
  'loan.checked-out': 1,
  'loan.returned': 1,
  'loan.return-corrected': 1,
  'loan.renewed': 1,
  'loan.due-changed': 1,
  'item.marked': 1,
  'item.fast-added': 1,
  'transit.sent': 1,
  'transit.received': 1,
  'hold.placed': 1,
  'hold.amended': 1,
  'hold.trapped': 1,
  'hold.released': 1,
  'hold.ended': 1,
  'charge.assessed': 1,
  'charge.waived': 1,
  'payment.taken': 1,
  'payment.settled': 1,
  'drawer.opened': 1,
  'drawer.closed': 1,
  'patron.registered': 1,
  'patron.amended': 1,
  'message.added': 1,
  'message.ended': 1,
  'policy.saved': 1,
  'calendar.saved': 1,
  'template.saved': 1,
  'act.undone': 1,
  'exception.resolved': 1,
  'station.forked': 1,
  'journal.damaged': 1,
};

/** Places a fact in the history of its streams: corrected time first, then station and sequence as tie-breakers. */
export interface PlacedFact {
  readonly fact: Fact;
  /** Milliseconds since the Unix epoch, corrected by what the server knows of the station's clock. */
  readonly effective: number;
}

/** Where a fact stands in the history of its streams. */
export interface HistoryPlace {
  readonly fact: Pick<Fact, 'station' | 'inc' | 'seq'>;
  readonly effective: number;
}

/** The order-independent history order (design §4): effective time, then station, then sequence. */
export function comparePlaced(a: HistoryPlace, b: HistoryPlace): number {
  if (a.effective !== b.effective) return a.effective - b.effective;
  if (a.fact.station !== b.fact.station) return a.fact.station < b.fact.station ? -1 : 1;
  if (a.fact.inc !== b.fact.inc) return a.fact.inc < b.fact.inc ? -1 : 1;
  return a.fact.seq - b.fact.seq;
}

/**
 * The exact text that is stored, hashed and sent. Keys are written in this fixed order so that the same
 * fact always has the same text; nothing ever re-serialises a received fact.
 */
export function encodeFact(fact: Fact): string {
  return JSON.stringify({
    v: fact.v,
    id: fact.id,
    station: fact.station,
    inc: fact.inc,
    seq: fact.seq,
    kind: fact.kind,
    kv: fact.kv,
    at: fact.at,
    clock: fact.clock,
    actor: fact.actor,
    desk: fact.desk,
    basis: fact.basis,
    body: fact.body,
  });
}

/** Hash that stands before the first fact of an incarnation: 64 hexadecimal zeros. */
export const genesisHash = '0'.repeat(64);

/**
 * One link of the chain: `SHA-256(prev ‖ bytes)`, hexadecimal. `prev` goes in as its hexadecimal text.
 * The digest is passed in because `domain` may not touch Node.
 */
export function chainHash(sha256Hex: (text: string) => string, prev: string, bytes: string): string {
  return sha256Hex(prev + bytes);
}
