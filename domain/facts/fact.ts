/**
 * A fact is something that has already happened at a desk. It is never edited and never refused;
 * a correction is another fact. The envelope is what a station journals, hashes and sends.
 */

/** Calendar day `YYYY-MM-DD` in the library's time zone; never an instant. */
export type CivilDate = string;

/** RFC 3339 date-time with its UTC offset, millisecond precision. */
export type Instant = string;

/** Which policy decided: recorded so that a loan can always answer "under which rule?". */
export interface PolicyBasis {
  readonly version: string;
  readonly rule: string;
  readonly loanPolicy: string;
}

interface LoanCheckedOut {
  readonly item: string;
  readonly barcode: string;
  readonly patron: string;
  readonly card: string;
  /** Library whose desk lent the copy. */
  readonly library: string;
  readonly due: CivilDate;
  readonly policy: PolicyBasis;
}

interface LoanReturned {
  readonly item: string;
  readonly barcode: string;
  /** Library whose desk took the copy back. */
  readonly library: string;
  /** The loan the desk believed it was closing; null when the desk knew of none. */
  readonly loan: string | null;
}

interface LoanRenewed {
  readonly loan: string;
  readonly item: string;
  readonly patron: string;
  readonly due: CivilDate;
  /** Number of renewals after this one. */
  readonly renewals: number;
  readonly policy: PolicyBasis;
}

export interface FactBodies {
  'loan.checked-out': LoanCheckedOut;
  'loan.returned': LoanReturned;
  'loan.renewed': LoanRenewed;
}

export type FactKind = keyof FactBodies;

/** What a decision wants recorded, before the journal gives it an identity and a place. */
export type FactDraft = {
  readonly [K in FactKind]: { readonly kind: K; readonly body: FactBodies[K] };
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
  'loan.renewed': 1,
};

/** Places a fact in an item's history: corrected time first, then station and sequence as tie-breakers. */
export interface PlacedFact {
  readonly fact: Fact;
  /** Milliseconds since the Unix epoch, corrected by what the server knows of the station's clock. */
  readonly effective: number;
}

/** The order-independent history order (design §4): effective time, then station, then sequence. */
export function comparePlaced(a: PlacedFact, b: PlacedFact): number {
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
