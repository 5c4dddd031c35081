import type { Kysely, Transaction } from 'kysely';
import { genesisHash } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { PushedFact } from './push-lines.ts';

/** The last entry of a journal that the province holds. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

export type JournalConflict = 'gap' | 'forked';

/** What a push adds to a journal: the facts that follow its head, up to the first that does not fit. */
export interface Placement {
  readonly fresh: readonly PushedFact[];
  readonly acked: JournalHead;
  readonly conflict: JournalConflict | null;
}

/** Head of one incarnation's journal; sequence 0 and the genesis hash when it holds nothing. */
export async function readJournalHead(
  db: Kysely<ProvinceSchema>,
  station: string,
  inc: string,
): Promise<JournalHead> {
  const entry = await db
    .selectFrom('journal_entry')
    .select(['seq', 'hash'])
    .where('station', '=', station)
    .where('inc', '=', inc)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry ?? { seq: 0, hash: genesisHash };
}

/** Effective time of the journal's last fact in ms since the Unix epoch; 0 when it holds nothing. */
export async function readLastEffective(
  trx: Transaction<ProvinceSchema>,
  station: string,
  inc: string,
): Promise<number> {
  const last = await trx
    .selectFrom('journal_entry')
    .innerJoin('fact', 'fact.id', 'journal_entry.fact_id')
    .select('fact.effective_at')
    .where('journal_entry.station', '=', station)
    .where('journal_entry.inc', '=', inc)
    .orderBy('journal_entry.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.effective_at.getTime() ?? 0;
}

/** Hashes that the journal already holds for the pushed sequences, by sequence. */
export async function readKnownHashes(
  trx: Transaction<ProvinceSchema>,
  station: string,
  inc: string,
  head: JournalHead,
  pushed: readonly PushedFact[],
): Promise<ReadonlyMap<number, string>> {
  const seqs = pushed.map(({ envelope }) => envelope.seq).filter((seq) => seq <= head.seq);
  if (seqs.length === 0) return new Map();
  const entries = await trx
    .selectFrom('journal_entry')
    .select(['seq', 'hash'])
    .where('station', '=', station)
    .where('inc', '=', inc)
    .where('seq', 'in', seqs)
    .execute();
  return new Map(entries.map(({ seq, hash }) => [seq, hash]));
}

/** Judges the place of each pushed fact (architecture §2.4). Pure. */
export function placeFacts(
  head: JournalHead,
  known: ReadonlyMap<number, string>,
  pushed: readonly PushedFact[],
): Placement {
  const hashes = new Map(known);
  const fresh: PushedFact[] = [];
  let acked = head;
  for (const fact of pushed) {
    const { seq } = fact.envelope;
    const conflict = conflictAt(acked, hashes, fact);
    if (conflict) return { fresh, acked, conflict };
    if (seq <= acked.seq) continue;
    fresh.push(fact);
    hashes.set(seq, fact.hash);
    acked = { seq, hash: fact.hash };
  }
  return { fresh, acked, conflict: null };
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

/** Hash of one entry, or null when the journal does not hold it. */
export async function readHashAt(
  db: Kysely<ProvinceSchema>,
  station: string,
  inc: string,
  seq: number,
): Promise<string | null> {
  const entry = await db
    .selectFrom('journal_entry')
    .select('hash')
    .where('station', '=', station)
    .where('inc', '=', inc)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return entry?.hash ?? null;
}

/** Highest sequence of the journal whose effects are all at or before `cursor` in the feed; 0 for none. */
export async function readIncluded(
  db: Kysely<ProvinceSchema>,
  station: string,
  inc: string,
  cursor: number,
): Promise<number> {
  const entry = await db
    .selectFrom('journal_entry')
    .select('seq')
    .where('station', '=', station)
    .where('inc', '=', inc)
    .where('pos', '<=', cursor)
    .orderBy('pos', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry?.seq ?? 0;
}
