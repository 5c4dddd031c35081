import type { Calendar, OpenDay } from '../calendar/calendar.ts';
import { addDays, openDayFrom, openDayUntil, searchHorizonDays } from '../calendar/calendar.ts';
import { tetTableCovers } from '../calendar/tet.ts';
import type { CivilDate } from '../facts/fact.ts';
import type { DueTerms, HardDue } from '../policy/policies.ts';

type FixedDate = Exclude<HardDue, 'none'>;

/** The fixed date of the terms, or null when there is none or it has passed: it can shape nothing any more. */
export function hardDueInForce({ hardDue }: DueTerms, today: CivilDate): FixedDate | null {
  return hardDue === 'none' || hardDue.date < today ? null : hardDue;
}

/** A day after which nothing falls due, and what says so. */
interface LatestDay {
  readonly date: CivilDate;
  readonly by: 'hard-due' | 'card';
}

/** The earlier of a `not-after` date and the card's last day, as far as the terms know them. */
export function latestDay(terms: DueTerms, hard: FixedDate | null, cardExpires: CivilDate): LatestDay | null {
  const hardLimit: LatestDay | null = hard?.how === 'not-after' ? { date: hard.date, by: 'hard-due' } : null;
  if (terms.cardExpiry === 'ignore' || (hardLimit && hardLimit.date <= cardExpires)) return hardLimit;
  return { date: cardExpires, by: 'card' };
}

/**
 * The limit if it ends a loan that would fall due on `target`, else null. `settled` is what closed days made of the
 * target: null when nothing opens for a year, and then a limit farther away than that decides nothing.
 */
export function bindingLimit(
  limit: LatestDay | null,
  target: CivilDate,
  settled: CivilDate | null,
): LatestDay | null {
  if (limit === null || limit.date < target) return limit;
  const isBinding =
    settled === null ? limit.date <= addDays(target, searchHorizonDays) : limit.date < settled;
  return isBinding ? limit : null;
}

/**
 * The last day that is not after `limit` and, unless it may be closed, open. Where none is left from today on, today
 * itself; null when the library does not open within a year.
 */
export function lastDueDay(
  calendar: Calendar,
  limit: CivilDate,
  today: CivilDate,
  mayBeClosed: boolean,
): OpenDay | null {
  if (mayBeClosed) return { date: limit > today ? limit : today, skipped: [] };
  const open = limit < today ? null : openDayUntil(calendar, limit);
  if (open && open.date >= today) return open;
  if (!openDayFrom(calendar, today)) return null;
  return { date: today, skipped: open?.skipped.filter(({ date }) => date > today) ?? [] };
}

/** True when the calendar follows the moon and the lunar holidays of the due year are not in the table. */
export function isLunarUnknown({ tet, hungKings }: Calendar, day: CivilDate): boolean {
  return (tet !== 'none' || hungKings === 'closed') && !tetTableCovers(Number(day.slice(0, 4)));
}
