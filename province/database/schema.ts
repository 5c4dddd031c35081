import type { ColumnType } from 'kysely';

/** Written as an RFC 3339 text, read as a `Date`; millisecond precision. */
type Moment = ColumnType<Date, string, string>;

// Columns of `jsonb` hold values; they are written through `insertRows`, which sends every row as JSON. Given
// to a driver as they are, arrays would become PostgreSQL's own.

/** One life of this database. A restore or a fail-over with possible loss begins another. */
interface EpochTable {
  readonly number: number;
  readonly id: string;
  readonly began_at: Moment;
  readonly reason: string;
}

interface StationTable {
  readonly station: string;
  readonly library: string;
  readonly desk: string;
  /** SHA-256 of the station's key, hexadecimal. */
  readonly key_hash: string;
  readonly enrolled_at: Moment;
  readonly last_seen: ColumnType<Date | null, string | null, string | null>;
  /** Incarnation that spoke last. */
  readonly inc: string | null;
  readonly app: string | null;
}

/** One row. Its lock is the commit order of the feed. */
interface FeedHeadTable {
  readonly only: boolean;
  readonly pos: number;
}

interface JournalEntryTable {
  readonly station: string;
  readonly inc: string;
  readonly seq: number;
  readonly hash: string;
  readonly prev: string;
  readonly fact_id: string;
  /** Feed head after the transaction that took this entry in. */
  readonly pos: number;
  readonly received_at: Moment;
  /** This entry's own text when the fact came first in other words: after a fork. Keeps the chain verifiable. */
  readonly bytes: string | null;
}

interface FactTable {
  readonly id: string;
  readonly kind: string;
  readonly kv: number;
  readonly station: string;
  readonly inc: string;
  readonly seq: number;
  /** The copy whose history this fact belongs to; null when this version cannot read the fact. */
  readonly item: string | null;
  readonly effective_at: Moment;
  /** For queries only; null when `jsonb` cannot hold it. `bytes` is the fact. */
  readonly body: unknown;
  readonly bytes: string;
}

interface ChangeTable {
  readonly pos: number;
  readonly entity: string;
  readonly entity_id: string;
  readonly row: unknown;
  /** Oldest protocol whose stations understand the row. */
  readonly min_protocol: number;
}

interface LibraryTable {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly time_zone: string;
  readonly address: string;
}

interface BiblioTable {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly ddc: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly isbn: string | null;
  readonly language: string;
}

interface ItemTable {
  readonly id: string;
  readonly biblio: string;
  readonly library: string;
  readonly barcode: string;
  readonly call_number: string;
  readonly item_class: string;
  readonly collection: string;
  readonly price: number;
  readonly status: string;
}

interface PatronTable {
  readonly id: string;
  readonly library: string;
  readonly card: string;
  readonly name: string;
  readonly category: string;
  readonly status: string;
  readonly expires: string;
}

interface PolicySetTable {
  readonly id: string;
  readonly version: string;
  readonly effective_from: string;
  readonly rules: unknown;
  readonly loan_policies: unknown;
}

interface CalendarTable {
  readonly id: string;
  readonly library: string;
  readonly weekly_closed: readonly number[];
  readonly closures: unknown;
}

/**
 * Projection of the facts. Instants and civil dates are the desk's own text: PostgreSQL's date types refuse
 * some texts a desk may have written and would forget the UTC offset.
 */
interface LoanTable {
  readonly id: string;
  readonly item: string;
  readonly patron: string;
  readonly library: string;
  readonly station: string;
  readonly checked_out_at: string;
  readonly due: string;
  readonly renewals: number;
  readonly policy_version: string;
  readonly returned_at: string | null;
}

interface ExceptionTable {
  readonly id: string;
  readonly rule: string;
  readonly item: string | null;
  readonly facts: readonly string[];
  /** Effective time of the fact that brought the disagreement. */
  readonly occurred_at: Moment;
}

/** Every table of the province, by name. */
export interface ProvinceSchema {
  readonly epoch: EpochTable;
  readonly station: StationTable;
  readonly feed_head: FeedHeadTable;
  readonly journal_entry: JournalEntryTable;
  readonly fact: FactTable;
  readonly change: ChangeTable;
  readonly library: LibraryTable;
  readonly biblio: BiblioTable;
  readonly item: ItemTable;
  readonly patron: PatronTable;
  readonly policy_set: PolicySetTable;
  readonly calendar: CalendarTable;
  readonly loan: LoanTable;
  readonly exception: ExceptionTable;
}
