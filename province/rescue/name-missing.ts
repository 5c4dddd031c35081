import type { Kysely } from 'kysely';
import { factEnvelopeSchema } from '../../contract/sync/protocol.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { insertRows, runTogether } from '../database/rows.ts';
import type { FactException } from '../projection/exceptions.ts';
import { openDoubts } from '../projection/open-doubts.ts';
import { writeRefold } from '../projection/write-refold.ts';
import { announce } from '../scopes/announce.ts';
import { effectiveTime } from '../sync/effective-time.ts';
import { lockFeed } from '../sync/feed.ts';
import type { Journal } from '../sync/journal.ts';
import type { PushedFact } from '../sync/push-lines.ts';
import type { Gap } from './gaps.ts';

/** Ranges that an exception names: it is a row of every station of its library. */
const mostNamed = 200;

/**
 * Opens the exception `journal-damaged` that names what is missing of a journal: beside the last fact that the province
 * holds of it, or else beside `behind`, the first one after the damage. Once for the same numbers, however often it is
 * called. Returns the head of the feed, or null when nothing was opened. `now` in ms.
 */
export async function nameMissing(
  db: Kysely<ProvinceSchema>,
  { station, inc }: Journal,
  gaps: readonly Gap[],
  behind: PushedFact | undefined,
  now: number,
): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    const head = await lockFeed(trx);
    const last = await trx
      .selectFrom('journal_entry as entry')
      .innerJoin('fact', 'fact.id', 'entry.fact_id')
      .select(['entry.bytes as own', 'fact.bytes', 'fact.effective_at'])
      .where('entry.station', '=', station)
      .where('entry.inc', '=', inc)
      .orderBy('entry.seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const beside = last ? factEnvelopeSchema.parse(JSON.parse(last.own ?? last.bytes)) : behind?.envelope;
    if (!beside) return null;
    const { library } = await trx
      .selectFrom('station')
      .select('library')
      .where('station', '=', station)
      .executeTakeFirstOrThrow();
    const exception: FactException = {
      rule: 'journal-damaged',
      envelope: beside,
      about: [station, inc, ...gaps.map(({ from, to }) => `${from}-${to}`)].join('/'),
      occurredAt: last?.effective_at.getTime() ?? effectiveTime(beside.at, beside.clock.offset, 0, now),
      missing: gaps.slice(0, mostNamed).map(({ from, to }) => ({ inc, from, to })),
    };
    const doubts = await openDoubts(trx, [{ exception, library }]);
    if (!doubts || doubts.published.length === 0) return null;
    const announced = await announce(trx, head, doubts.refold.changes);
    await runTogether(trx, [
      ...writeRefold({ ...doubts.refold, opened: doubts.columns }),
      ...insertRows('published', doubts.published),
      ...announced.parts,
    ]);
    return announced.head;
  });
}
