import Database from 'better-sqlite3';
import { genesisHash } from '../../../domain/facts/fact.ts';
import type { Sqlite } from '../sqlite.ts';

/** Some entries of one incarnation of a journal that is whole. */
export interface Stretch {
  readonly inc: string;
  /** Entry of the incarnation's sequence 0. */
  readonly base: number;
  /** Entries to be sent, both ends included; none when `to` is before `from`. */
  readonly from: number;
  readonly to: number;
  /** Hash before the first of them. */
  readonly prev: string;
}

/** What a journal says of itself. */
export interface Told {
  readonly station: string;
  readonly incarnation: string;
  /** Entry of the present incarnation's sequence 0. */
  readonly base: number;
  /** The newest entry, 0 for none. */
  readonly last: number;
  /** What the province has confirmed of the present incarnation. */
  readonly ack: { readonly seq: number; readonly hash: string; readonly epoch: string | null };
  readonly past: readonly Past[];
  /** True for one that was made of a damaged one and has not gone on yet: the damaged one has more. */
  readonly isSalvaged: boolean;
}

interface Past {
  readonly inc: string;
  readonly base: number;
  readonly confirmed: number;
  readonly acked: number;
}

interface IdentityRow {
  readonly station: unknown;
  readonly incarnation: unknown;
  readonly base: unknown;
  readonly seq: unknown;
  readonly hash: unknown;
  readonly epoch: unknown;
}

/** Null where the file cannot say it any more. */
export function tellJournal(db: Sqlite): Told | null {
  const identity = rows<IdentityRow>(
    db,
    'select station, incarnation, base, seq, hash, epoch from identity left join ack on true',
  )?.at(0);
  const last = rows<{ last: unknown }>(db, 'select coalesce(max(entry), 0) as last from journal')?.at(
    0,
  )?.last;
  // Journals of the first versions have neither table.
  const past = rows<Past>(db, 'select inc, base, confirmed, acked from past_incarnation order by base');
  const damage = rows<unknown>(db, 'select 1 from damage');
  if (!identity || !past || !damage) return null;
  const { station, incarnation, base, seq, hash, epoch } = identity;
  if (!isName(station) || !isName(incarnation)) return null;
  if (!isCount(base) || !isCount(last) || !past.every(isPast)) return null;
  const ack = {
    seq: isCount(seq) ? seq : 0,
    hash: typeof hash === 'string' ? hash : genesisHash,
    epoch: isName(epoch) ? epoch : null,
  };
  return { station, incarnation, base, last, ack, past, isSalvaged: damage.length > 0 };
}

/**
 * What the province has not confirmed, or everything that was ever its own, incarnation after incarnation. Null when
 * the entries contradict what is said of them.
 */
export function stretches(
  db: Sqlite,
  { incarnation, base, last, ack, past }: Told,
  all: boolean,
): readonly Stretch[] | null {
  const hashAt = (entry: number): string | null =>
    rows<{ hash: string }>(db, `select hash from journal where entry = ${entry}`)?.at(0)?.hash ?? null;
  const stretch = (inc: string, of: { base: number; after: number; to: number }): Stretch | null => {
    const from = of.base + of.after + 1;
    const prev = of.after === 0 || from > of.to ? genesisHash : hashAt(from - 1);
    return prev === null ? null : { inc, base: of.base, from, to: of.to, prev };
  };
  // A place that is damaged may name any entry: what was confirmed is proved by its hash.
  const proved = ack.seq === 0 || hashAt(base + ack.seq) === ack.hash;
  if (!proved || base > last || (last > 0 && base === last)) return null;
  const found = [
    ...past.map(({ inc, base: first, confirmed, acked }) =>
      stretch(inc, { base: first, after: all ? 0 : acked, to: first + confirmed }),
    ),
    stretch(incarnation, { base, after: all ? 0 : ack.seq, to: last }),
  ];
  return found.every((one) => one !== null) ? found : null;
}

/** Sequences that each incarnation has, by the journal's own account. */
export function lengths({ incarnation, base, last, past }: Told): ReadonlyMap<string, number> {
  const lives = [...past, { inc: incarnation, base }];
  return new Map(lives.map((life, place) => [life.inc, (lives[place + 1]?.base ?? last) - life.base]));
}

/** Null for what the file cannot give any more: a page that contradicts itself, a sector that reads nothing. */
function rows<T>(db: Sqlite, sql: string): readonly T[] | null {
  try {
    return db.prepare<[], T>(sql).all();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    // No such table, or no such column.
    return error.code === 'SQLITE_ERROR' ? [] : null;
  }
}

function isPast({ inc, base, confirmed, acked }: Past): boolean {
  return typeof inc === 'string' && isCount(base) && isCount(confirmed) && isCount(acked);
}

/** As long as the header of a rescue file allows. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 64;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
