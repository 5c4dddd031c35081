import type { ColumnType } from 'kysely';

/** Written as an RFC 3339 text, read as a `Date`; millisecond precision. */
type Moment = ColumnType<Date, string, string>;
type MaybeMoment = ColumnType<Date | null, string | null | undefined, string | null>;

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
  /** SHA-256 of the station's bearer key, hexadecimal; null: it signs. */
  readonly key_hash: ColumnType<string | null, string | null | undefined, string | null>;
  readonly enrolled_at: Moment;
  readonly last_seen: ColumnType<Date | null, string | null, string | null>;
  /** How far it said its journal goes, at its last hello. */
  readonly told_seq: ColumnType<number | null, number | null | undefined, number | null>;
  /** Incarnation that spoke last. */
  readonly inc: string | null;
  readonly app: string | null;
  /** Since when the station may do nothing any more; its journals stay. */
  readonly revoked_at: MaybeMoment;
}

/** A public key that a station signs with, by its id (`SignatureParameters`). */
interface StationKeyTable {
  readonly id: string;
  readonly station: string;
  /** 32 bytes, base64url. */
  readonly public_key: string;
  readonly added_at: Moment;
  readonly revoked_at: MaybeMoment;
}

/** A code that lets one station in. */
interface EnrolmentCodeTable {
  /** The code's first letters: they find it. */
  readonly selector: string;
  /** SHA-256 of the whole code, hexadecimal. */
  readonly secret_hash: string;
  readonly library: string;
  readonly desk: string;
  /** The station that gets another key; null: a new one. */
  readonly station: string | null;
  readonly made_at: Moment;
  readonly expires_at: Moment;
  /** Wrong ends tried after the right beginning. */
  readonly attempts: number;
  /** Id of the key that came with the code; null while nobody has used it. */
  readonly used_by: ColumnType<string | null, string | null | undefined, string | null>;
}

/** One row. Its lock is the commit order of the feed. */
interface FeedHeadTable {
  readonly only: boolean;
  readonly pos: number;
  /** Up to here only the newest line of each row is kept. */
  readonly compacted_to: ColumnType<number, number | undefined, number>;
  /** The highest `min_protocol` a line ever had. */
  readonly min_reader: ColumnType<number, number | undefined, number>;
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
  readonly effective_at: Moment;
  /** For queries only; null when `jsonb` cannot hold it. `bytes` is the fact. */
  readonly body: unknown;
  readonly bytes: string;
}

interface ChangeTable {
  readonly pos: number;
  readonly entity: string;
  readonly entity_id: string;
  /** JSON null when the row is gone. */
  readonly row: unknown;
  /** Libraries whose stations get the row as it is; null: all. */
  readonly full_for: readonly string[] | null;
  /** What the stations of all others get; null: nothing. */
  readonly reduced: unknown;
  /** Oldest protocol whose stations understand the row. */
  readonly min_protocol: number;
}

/** A title of which every copy is restricted. */
interface RestrictedTitleTable {
  readonly biblio: string;
  /** Libraries that own one. */
  readonly libraries: readonly string[];
}

/**
 * A row as stations hold it, whatever its kind. Instants and civil dates in it are the desk's own text: PostgreSQL's
 * date types refuse some texts a desk may have written and would forget the UTC offset.
 */
interface RowTable {
  readonly entity: string;
  readonly id: string;
  /** The stream that folds it; null when no fact changes rows of its kind. */
  readonly stream: string | null;
  readonly row: unknown;
}

/** A row that follows from facts. A published row is projected only where its facts made something else of it. */
interface ProjectionTable extends RowTable {
  readonly stream: string;
}

/** Which facts make the history of a stream. */
interface FactStreamTable {
  readonly stream: string;
  readonly fact_id: string;
  /** That of the fact: what lies behind a point of the stream is found by it. */
  readonly effective_at: Moment;
}

/** What a stream had come to at a place of its history. Follows from the facts: may be gone at any time. */
interface StreamPointTable {
  readonly stream: string;
  /** `foldVersion` of the program that made it. */
  readonly version: number;
  /** Of the last fact that it has. */
  readonly effective_at: Moment;
  /** A `FoldPoint`. */
  readonly point: unknown;
}

/** Receipt numbers that a station may use, `first` to `last`. */
interface ReceiptLeaseTable {
  readonly id: string;
  readonly station: string;
  /** Incarnation whose numbers these are. */
  readonly inc: string | null;
  readonly series: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
  /** The highest number a payment of this station has named; `first - 1` before any. */
  readonly used: number;
  /** Number of the epoch in which it was given. */
  readonly epoch: number;
}

/** A ready mirror file of what one library's stations hold at one position of the feed. */
interface SnapshotTable {
  readonly id: string;
  readonly library: string;
  readonly epoch: string;
  readonly pos: number;
  /** Version of the mirror's tables. */
  readonly mirror: number;
  /** Of what is sent, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly raw_bytes: number;
  /** Its name in the folder of snapshots. */
  readonly file: string;
  readonly made_at: Moment;
  /** When a station was last told of it. */
  readonly offered_at: Moment;
}

interface ExceptionTable {
  readonly id: string;
  readonly rule: string;
  /** The stream whose facts disagree; null when a fact itself is in question. */
  readonly stream: string | null;
  readonly item: string | null;
  readonly facts: readonly string[];
  /** Effective time of the fact that brought the disagreement. */
  readonly occurred_at: Moment;
}

/** Every table of the province, by name. */
export interface ProvinceSchema {
  readonly epoch: EpochTable;
  readonly station: StationTable;
  readonly station_key: StationKeyTable;
  readonly enrolment_code: EnrolmentCodeTable;
  readonly feed_head: FeedHeadTable;
  readonly journal_entry: JournalEntryTable;
  readonly fact: FactTable;
  readonly change: ChangeTable;
  readonly restricted_title: RestrictedTitleTable;
  readonly published: RowTable;
  readonly projection: ProjectionTable;
  /** A view: every row as it is now, the projected one before the published one. */
  readonly current_row: RowTable;
  readonly fact_stream: FactStreamTable;
  readonly stream_point: StreamPointTable;
  readonly receipt_lease: ReceiptLeaseTable;
  readonly exception: ExceptionTable;
  readonly snapshot: SnapshotTable;
}
