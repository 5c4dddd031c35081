import { addDays } from '../../../domain/calendar/calendar.ts';
import type { CivilDate } from '../../../domain/facts/fact.ts';
import type { Sqlite } from '../sqlite.ts';

/**
 * Days a returned loan is kept for corrections and damage, unless its reader lets the history be kept. What a reader
 * has read is nobody's business after that (Law on Libraries art. 8(4)).
 */
export const historyDaysKept = 14;

/** Forgets returned loans whose time is over. */
export function purgeHistory(db: Sqlite, today: CivilDate): void {
  db.prepare(
    `delete from loan where returned_day < ? and coalesce(
       (select keeps_history from patron where patron.id = loan.patron), 0) = 0
     and ('item/' || item) not in (select stream from overlay_stream)`,
  ).run(addDays(today, -historyDaysKept));
}
