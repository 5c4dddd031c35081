import type { Kysely } from 'kysely';
import { genesisHash } from '../../domain/facts/fact.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { ingest } from '../sync/ingest.ts';
import type { Journal } from '../sync/journal.ts';
import { readHashAt, readJournalHead } from '../sync/journal.ts';
import type { PushedFact } from '../sync/push-lines.ts';
import { readPush } from '../sync/push-lines.ts';
import { journalBehind } from './behind-name.ts';
import type { Gap } from './gaps.ts';
import { gapsAfter, placeBehind } from './gaps.ts';
import { chained, linesBehind } from './go-on.ts';
import { nameMissing } from './name-missing.ts';
import type { TakenIn } from './rescued-lines.ts';

/** Facts of a damaged journal that follow each other, none of which can follow what stood before the damage. */
export interface FactsBehind {
  /** None: only what is missing is to be named. */
  readonly facts: readonly PushedFact[];
  readonly missing: readonly Gap[];
  readonly after: string | null;
}

/**
 * Takes in what a file has of a journal behind the places where it is damaged. Where the province has what is missing,
 * as any push; else what is missing is named in an exception first, and then the facts go on under their own ids in a
 * journal of their own, as a station itself goes on after damage: the damaged journal stays where it was, so that
 * whoever has its missing facts may still send them. `now` in ms.
 */
export async function takeInBehind(
  db: Kysely<ProvinceSchema>,
  journal: Journal,
  { facts, missing, after }: FactsBehind,
  now: number,
): Promise<TakenIn> {
  const { seq: acked } = await readJournalHead(db, journal);
  const nothing: TakenIn = { added: 0, held: 0, acked, ended: null, head: null };
  const [first] = facts;
  if (first && first.envelope.seq <= acked + 1) {
    const result = await ingest(db, journal, facts, now);
    const { added, taken, conflict, head } = result;
    return { added, held: taken - added, acked: result.acked.seq, ended: conflict, head };
  }
  const gaps = gapsAfter(missing, acked);
  if (gaps.length === 0) return { ...nothing, ended: first ? 'gap' : null };
  // There are facts before the damage that neither the province nor this file has, and the station may have.
  if (gaps[0]?.from !== acked + 1) return { ...nothing, ended: 'gap' };
  const named = await nameMissing(db, journal, gaps, first, now);
  const result: TakenIn = { ...nothing, missing: gaps, head: named };
  const following = facts.slice(0, chained(facts, after));
  const broken = following.length < facts.length ? 'forked' : null;
  if (!first || following.length === 0) return { ...result, ended: broken };

  const place = placeBehind(gaps, acked, first.envelope.seq);
  const own = journalBehind(journal, gaps);
  const prev = place === 1 ? genesisHash : place === null ? null : await readHashAt(db, own, place - 1);
  if (place === null || prev === null) return { ...result, ended: 'gap' };
  const lines = linesBehind(following, own.inc, place, prev);
  const pushed = lines === null ? null : readPush(Buffer.from(lines), own.station, own.inc);
  if (!pushed || pushed.fault) return { ...result, ended: 'damaged' };
  const known = await knownOf(db, pushed.facts);
  const { taken, conflict, head } = await ingestAside(db, own, pushed.facts, now);
  const held = pushed.facts.slice(0, taken).filter(({ envelope }) => known.has(envelope.id)).length;
  return { ...result, added: taken - held, held, ended: conflict ?? broken, head };
}

/** Which of the facts the province has, in whatever journal. */
async function knownOf(
  db: Kysely<ProvinceSchema>,
  facts: readonly PushedFact[],
): Promise<ReadonlySet<string>> {
  const ids = facts.map(({ envelope }) => envelope.id);
  const rows = await db
    .selectFrom('fact')
    .select('id')
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** A station is not there under the name of a journal that it never wrote. */
async function ingestAside(
  db: Kysely<ProvinceSchema>,
  own: Journal,
  facts: readonly PushedFact[],
  now: number,
): ReturnType<typeof ingest> {
  const ofStation = db.selectFrom('station').select('inc').where('station', '=', own.station);
  const before = await ofStation.executeTakeFirst();
  const result = await ingest(db, own, facts, now);
  await db
    .updateTable('station')
    .set({ inc: before?.inc ?? null })
    .where('station', '=', own.station)
    .where('inc', '=', own.inc)
    .execute();
  return result;
}
