import type { Kysely } from 'kysely';
import { z } from 'zod';
import { rescueEndSchema } from '../../contract/sync/rescue.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { ingest } from '../sync/ingest.ts';
import { readJournalHead } from '../sync/journal.ts';
import { readPush } from '../sync/push-lines.ts';

/** Some lines of one journal of a rescue file, as text. */
export const rescuedLinesSchema = z.object({
  station: z.string().min(1).max(64),
  inc: z.string().min(1).max(64),
  lines: z.string(),
});
export type RescuedLines = z.infer<typeof rescuedLinesSchema>;

/** What became of them. */
export const takenInSchema = z.object({
  added: z.number(),
  held: z.number(),
  /** The province holds the journal up to here. */
  acked: z.number(),
  /** Null when all of them are held now. */
  ended: rescueEndSchema.nullable(),
  /** Head of the feed, for stations that wait for hints; null when nothing changed. */
  head: z.number().nullable(),
});
export type TakenIn = z.infer<typeof takenInSchema>;

/**
 * Takes lines in as a push of the station would be, so that a later push of the same facts adds nothing. Null when the
 * province knows no such station. `now` in ms.
 */
export async function takeInRescued(
  db: Kysely<ProvinceSchema>,
  { station, inc, lines }: RescuedLines,
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
  const { acked, added, taken, conflict, head } =
    pushed === null || pushed.facts.length === 0
      ? // A push of nothing would say that the station is there, under this name.
        { acked: await readJournalHead(db, journal), added: 0, taken: 0, conflict: null, head: null }
      : await ingest(db, journal, pushed.facts, now);
  const fault = pushed?.fault?.code === 'wrong-hash' ? 'wrong-hash' : 'damaged';
  return {
    added,
    held: taken - added,
    acked: acked.seq,
    ended: conflict ?? (pushed === null || pushed.fault ? fault : null),
    head,
  };
}
