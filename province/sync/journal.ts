import type { Kysely } from 'kysely';
import { genesisHash } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { PushedFact } from './push-lines.ts';

/** One incarnation of one station: the owner of a journal. */
export interface Journal {
  readonly station: string;
  readonly inc: string;
}

/** The last entry of a journal that the province holds. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

/** Head of a journal of which nothing is held. */
export const emptyJournal: JournalHead = { seq: 0, hash: genesisHash };

export type JournalConflict = 'gap' | 'forked';

/** What a push adds to a journal: the facts that follow its head, up to the first that does not fit. */
export interface Placement {
  readonly fresh: readonly PushedFact[];
  readonly acked: JournalHead;
  /** Facts up to the one that does not fit: those of `fresh` and those that were held. */
  readonly taken: number;
  readonly conflict: JournalConflict | null;
}

/** Judges the place of each pushed fact (architecture §2.4). `known`: hashes held, by sequence. Pure. */
export function placeFacts(
  head: JournalHead,
  known: ReadonlyMap<number, string>,
  pushed: readonly PushedFact[],
): Placement {
  const hashes = new Map(known);
  const fresh: PushedFact[] = [];
  let acked = head;
  for (const [taken, fact] of pushed.entries()) {
    const { seq } = fact.envelope;
    const conflict = conflictAt(acked, hashes, fact);
    if (conflict) return { fresh, acked, taken, conflict };
    if (seq <= acked.seq) continue;
    fresh.push(fact);
    hashes.set(seq, fact.hash);
    acked = { seq, hash: fact.hash };
  }
  return { fresh, acked, taken: pushed.length, conflict: null };
}

function conflictAt(
  acked: JournalHead,
  hashes: ReadonlyMap<number, string>,
  { envelope, hash, prev }: PushedFact,
): JournalConflict | null {
  if (envelope.seq <= acked.seq) return hashes.get(envelope.seq) === hash ? null : 'forked';
  if (envelope.seq !== acked.seq + 1) return 'gap';
  return prev === acked.hash ? null : 'forked';
}

/** Head of a journal as committed. */
export async function readJournalHead(db: Kysely<ProvinceSchema>, journal: Journal): Promise<JournalHead> {
  const entry = await entriesOf(db, journal)
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry ?? emptyJournal;
}

/** Hash of one entry, or null when the journal does not hold it. */
export async function readHashAt(
  db: Kysely<ProvinceSchema>,
  journal: Journal,
  seq: number,
): Promise<string | null> {
  const entry = await entriesOf(db, journal).select('hash').where('seq', '=', seq).executeTakeFirst();
  return entry?.hash ?? null;
}

/** Highest sequence of the journal whose effects are all at or before `cursor` in the feed; 0 for none. */
export async function readIncluded(
  db: Kysely<ProvinceSchema>,
  journal: Journal,
  cursor: number,
): Promise<number> {
  const entry = await entriesOf(db, journal)
    .select('seq')
    .where('pos', '<=', cursor)
    .orderBy('pos', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry?.seq ?? 0;
}

function entriesOf(db: Kysely<ProvinceSchema>, { station, inc }: Journal) {
  return db.selectFrom('journal_entry').where('station', '=', station).where('inc', '=', inc);
}
