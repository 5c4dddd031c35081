import type { Kysely } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';
import { ingest } from '../sync/ingest.ts';
import { readJournalHead } from '../sync/journal.ts';
import type { PushedFact } from '../sync/push-lines.ts';
import { readPush } from '../sync/push-lines.ts';
import type { RescuedLines, TakenIn } from './rescued-lines.ts';
import { takeInBehind } from './take-in-behind.ts';

/**
 * Takes lines in as a push of the station would be, so that a later push of the same facts adds nothing; lines that
 * stand behind damage as a station itself goes on after it. Null when the province knows no such station. `now` in ms.
 */
export async function takeInRescued(
  db: Kysely<ProvinceSchema>,
  { station, inc, lines, behind }: RescuedLines,
  now: number,
): Promise<TakenIn | null> {
  const known = await db
    .selectFrom('station')
    .select('station')
    .where('station', '=', station)
    .executeTakeFirst();
  if (!known) return null;
  const pushed = readPush(Buffer.from(lines), station, inc);
  const journal = { station, inc };
  const facts = pushed?.facts ?? [];
  const taken = behind
    ? await takeInBehind(db, journal, { facts, ...behind }, now)
    : await takeInNext(db, journal, facts, now);
  const fault = pushed?.fault?.code === 'wrong-hash' ? 'wrong-hash' : 'damaged';
  return { ...taken, ended: taken.ended ?? (pushed === null || pushed.fault ? fault : null) };
}

/** Facts that follow what the province has of their journal. */
async function takeInNext(
  db: Kysely<ProvinceSchema>,
  journal: { readonly station: string; readonly inc: string },
  facts: readonly PushedFact[],
  now: number,
): Promise<TakenIn> {
  if (facts.length === 0) {
    // A push of nothing would say that the station is there, under this name.
    const { seq } = await readJournalHead(db, journal);
    return { added: 0, held: 0, acked: seq, ended: null, head: null };
  }
  const { acked, added, taken, conflict, head } = await ingest(db, journal, facts, now);
  return { added, held: taken - added, acked: acked.seq, ended: conflict, head };
}
