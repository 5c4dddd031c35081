import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Stream } from '../../domain/facts/streams.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { ReceiptSituation } from '../money/receipt-situation.ts';
import { receiptColumn, receiptSituation } from '../money/receipt-situation.ts';
import { keptStreams } from '../projection/fact-streams.ts';
import type { StreamView } from '../projection/stream-view.ts';
import { streamColumns, viewOf, withNamedRows } from '../projection/stream-view.ts';
import type { Journal, JournalHead } from './journal.ts';
import { emptyJournal } from './journal.ts';
import type { PushedFact } from './push-lines.ts';

/** Facts that a station sends for one of its journals. */
export interface Push {
  readonly journal: Journal;
  readonly facts: readonly PushedFact[];
}

export interface KnownFact {
  readonly bytes: string;
  /** Ms since the Unix epoch. */
  readonly effective: number;
}

/** What the province holds of a journal. */
export interface JournalView {
  readonly head: JournalHead;
  /** Effective time of the journal's last fact; 0 when it holds nothing. */
  readonly lastEffective: number;
  /** Hashes of the entries that the push names, by sequence. */
  readonly hashes: ReadonlyMap<number, string>;
  readonly receipts: ReceiptSituation;
  /** Library of the station; null when it was never let in. */
  readonly library: string | null;
}

/** Everything the province holds that some pushes may touch. */
export interface IntakeView {
  readonly epoch: string;
  /** In the order of the pushes. */
  readonly journals: readonly JournalView[];
  /** Facts that the pushes name, by id. */
  readonly known: ReadonlyMap<string, KnownFact>;
  /** The streams that the pushes name. */
  readonly streams: StreamView;
}

/** What is asked of the database about one journal. */
interface Asked {
  readonly place: number;
  readonly station: string;
  readonly inc: string;
  readonly first: number;
  readonly last: number;
  readonly seqs: readonly number[];
}

/** Reads it in one round trip; of the streams `whole` all facts. The feed must be locked: what is read must not grow before the commit. */
export async function readIntakeView(
  trx: Transaction<ProvinceSchema>,
  pushes: readonly Push[],
  whole: readonly Stream[] = [],
): Promise<IntakeView> {
  const facts = pushes.flatMap((push) => push.facts);
  const ids = facts.map(({ envelope }) => envelope.id);
  const readable = facts.flatMap(({ fact }) => (fact ? [fact] : []));
  const streams = [...new Set(readable.flatMap(keptStreams))];
  const asked = sql<Asked>`jsonb_to_recordset(${JSON.stringify(pushes.map(askOf))}::jsonb)`.as<'asked'>(
    sql`asked(place int, station text, inc text, first bigint, last bigint, seqs jsonb)`,
  );
  const row = await trx
    .selectFrom('epoch')
    .orderBy('epoch.number', 'desc')
    .limit(1)
    .select((eb) => [
      'epoch.id as epoch',
      jsonArrayFrom(
        eb
          .selectFrom(asked)
          .orderBy('asked.place')
          .select((own) => [
            jsonObjectFrom(
              own
                .selectFrom('journal_entry as last')
                .innerJoin('fact', 'fact.id', 'last.fact_id')
                .select(['last.seq', 'last.hash', 'fact.effective_at'])
                .whereRef('last.station', '=', 'asked.station')
                .whereRef('last.inc', '=', 'asked.inc')
                .orderBy('last.seq', 'desc')
                .limit(1),
            ).as('last'),
            jsonArrayFrom(
              own
                .selectFrom('journal_entry as held')
                .select(['held.seq', 'held.hash'])
                .whereRef('held.station', '=', 'asked.station')
                .whereRef('held.inc', '=', 'asked.inc')
                // The bounds are what the index of the journal can be searched by.
                .whereRef('held.seq', '>=', 'asked.first')
                .whereRef('held.seq', '<=', 'asked.last')
                .where(sql<boolean>`asked.seqs @> to_jsonb(held.seq)`),
            ).as('entries'),
            receiptColumn(own.ref('asked.station'), own.ref('asked.inc')),
            own
              .selectFrom('station')
              .select('library')
              .whereRef('station.station', '=', 'asked.station')
              .as('library'),
          ]),
      ).as('journals'),
      jsonArrayFrom(
        eb
          .selectFrom('fact')
          .select(['id', 'bytes', 'effective_at'])
          .where('id', '=', eb.fn.any(eb.val(ids))),
      ).as('known'),
      ...streamColumns(streams, whole),
    ])
    .executeTakeFirstOrThrow();
  return {
    epoch: row.epoch,
    journals: row.journals.map(({ last, entries, receipts, library }) => ({
      head: last ? { seq: last.seq, hash: last.hash } : emptyJournal,
      lastEffective: last ? Date.parse(last.effective_at) : 0,
      hashes: new Map(entries.map(({ seq, hash }) => [seq, hash])),
      receipts: receiptSituation({ receipts }),
      library,
    })),
    known: new Map(
      row.known.map(({ id, bytes, effective_at }) => [id, { bytes, effective: Date.parse(effective_at) }]),
    ),
    streams: await withNamedRows(trx, viewOf(row, whole), readable),
  };
}

function askOf({ journal: { station, inc }, facts }: Push, place: number): Asked {
  const seqs = facts.map(({ envelope }) => envelope.seq);
  const first = Math.min(Number.MAX_SAFE_INTEGER, ...seqs);
  return { place, station, inc, first, last: Math.max(0, ...seqs), seqs };
}
