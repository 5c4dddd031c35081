import type { Transaction } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { ProvinceSchema } from '../database/schema.ts';
import type { ReceiptSituation } from '../money/receipt-situation.ts';
import { receiptColumn, receiptSituation } from '../money/receipt-situation.ts';
import { keptStreams } from '../projection/fact-streams.ts';
import type { StreamView } from '../projection/stream-view.ts';
import { streamColumns, viewOf, withNamedRows } from '../projection/stream-view.ts';
import type { Journal, JournalHead } from './journal.ts';
import { emptyJournal } from './journal.ts';
import type { PushedFact } from './push-lines.ts';

export interface KnownFact {
  readonly bytes: string;
  /** Ms since the Unix epoch. */
  readonly effective: number;
}

/** Everything the province holds that a push may touch. */
export interface IntakeView {
  readonly epoch: string;
  readonly head: JournalHead;
  /** Effective time of the journal's last fact; 0 when it holds nothing. */
  readonly lastEffective: number;
  /** Hashes of the entries that the push names, by sequence. */
  readonly hashes: ReadonlyMap<number, string>;
  /** Facts that the push names, by id. */
  readonly known: ReadonlyMap<string, KnownFact>;
  /** The streams that the push names. */
  readonly streams: StreamView;
  readonly receipts: ReceiptSituation;
  /** Library of the station; null when it was never let in. */
  readonly library: string | null;
}

/** Reads it in one round trip. The feed must be locked: what is read must not grow before the commit. */
export async function readIntakeView(
  trx: Transaction<ProvinceSchema>,
  { station, inc }: Journal,
  pushed: readonly PushedFact[],
): Promise<IntakeView> {
  const seqs = pushed.map(({ envelope }) => envelope.seq);
  const ids = pushed.map(({ envelope }) => envelope.id);
  const readable = pushed.flatMap(({ fact }) => (fact ? [fact] : []));
  const streams = [...new Set(readable.flatMap(keptStreams))];
  const row = await trx
    .selectFrom('epoch')
    .orderBy('epoch.number', 'desc')
    .limit(1)
    .select((eb) => [
      'epoch.id as epoch',
      jsonObjectFrom(
        eb
          .selectFrom('journal_entry as last')
          .innerJoin('fact', 'fact.id', 'last.fact_id')
          .select(['last.seq', 'last.hash', 'fact.effective_at'])
          .where('last.station', '=', station)
          .where('last.inc', '=', inc)
          .orderBy('last.seq', 'desc')
          .limit(1),
      ).as('last'),
      jsonArrayFrom(
        eb
          .selectFrom('journal_entry')
          .select(['seq', 'hash'])
          .where('station', '=', station)
          .where('inc', '=', inc)
          // The bounds are what the index of the journal can be searched by.
          .where('seq', '>=', Math.min(Number.MAX_SAFE_INTEGER, ...seqs))
          .where('seq', '<=', Math.max(0, ...seqs))
          .where('seq', '=', eb.fn.any(eb.val(seqs))),
      ).as('entries'),
      jsonArrayFrom(
        eb
          .selectFrom('fact')
          .select(['id', 'bytes', 'effective_at'])
          .where('id', '=', eb.fn.any(eb.val(ids))),
      ).as('known'),
      receiptColumn({ station, inc }),
      eb.selectFrom('station').select('library').where('station', '=', station).as('library'),
      ...streamColumns(streams),
    ])
    .executeTakeFirstOrThrow();
  return {
    epoch: row.epoch,
    head: row.last ? { seq: row.last.seq, hash: row.last.hash } : emptyJournal,
    lastEffective: row.last ? Date.parse(row.last.effective_at) : 0,
    hashes: new Map(row.entries.map(({ seq, hash }) => [seq, hash])),
    known: new Map(
      row.known.map(({ id, bytes, effective_at }) => [id, { bytes, effective: Date.parse(effective_at) }]),
    ),
    streams: await withNamedRows(trx, viewOf(row), readable),
    receipts: receiptSituation(row),
    library: row.library,
  };
}
