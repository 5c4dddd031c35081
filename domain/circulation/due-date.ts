import { moveDays } from '../calendar/arithmetic.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/calendar.ts';
import type { CivilDate, Instant } from '../facts/fact.ts';
import type { DueTerms } from '../policy/policies.ts';
import { bindingLimit, hardDueInForce, isLunarUnknown, lastDueDay, latestDay } from './due-limits.ts';
import type { DueExplanation } from './explanation.ts';
import { hourDue } from './hour-due.ts';

/** What a loan is counted from: now, or for a renewal the due date before. */
interface DueStart {
  readonly today: CivilDate;
  readonly now: Instant;
  /** IANA zone of the library. */
  readonly timeZone: string;
}

/**
 * When a loan made under `terms` falls due, with every step that led there. `length` stands in for the length of the
 * policy's period, for renewals and titles in demand; the unit stays. Null when nothing is lent, or when the due
 * date has to be an open day and the calendar has none within a year.
 *
 * The steps: the period is counted; a fixed date holds; a closed day makes way; nothing is later than a `not-after`
 * date or, with `cap`, the card's last day. Where such a limit is a closed day, the due date is the last open day
 * before it. A due date is never before the day or moment it is counted from: where the limit leaves no open day, it
 * is that very day, since whoever lends on a closed day is there to take the copy back. A fixed date that has passed
 * is not looked at.
 */
export function dueDate(
  terms: DueTerms,
  calendar: Calendar,
  cardExpires: CivilDate,
  from: DueStart,
  length?: number,
): DueExplanation | null {
  if (terms.period === 'none') return null;
  const count = length ?? terms.period.length;
  return terms.period.unit === 'days'
    ? dayDue(terms, calendar, cardExpires, from.today, count)
    : hourDue(terms, calendar, cardExpires, from, count);
}

function dayDue(
  terms: DueTerms,
  calendar: Calendar,
  cardExpires: CivilDate,
  today: CivilDate,
  days: number,
): DueExplanation | null {
  const { dueMode } = terms;
  const hard = hardDueInForce(terms, today);
  const limit = latestDay(terms, hard, cardExpires);
  // Closed days count here only where open days are what is counted.
  const counted = moveDays(calendar, dueMode === 'open-days' ? 'open-days' : 'calendar-days', today, days);
  const planned = counted?.date ?? addDays(today, days);
  const isFixed = hard?.how === 'exactly' || (hard?.how === 'not-before' && planned < hard.date);
  const target = isFixed ? hard.date : planned;
  // Closed days beyond the limit are nobody's concern: the limit is what decides.
  const isBeyond = limit !== null && limit.date < target;
  const settled = isBeyond || (!counted && !isFixed) ? null : moveDays(calendar, dueMode, target, 0);
  const cut = bindingLimit(limit, target, settled?.date ?? null);
  const end = cut ? lastDueDay(calendar, cut.date, today, dueMode === 'calendar-days') : settled;
  if (!end) return null;
  return {
    unit: 'days',
    mode: dueMode,
    from: today,
    days,
    hours: 0,
    planned,
    hardDue: isFixed || cut?.by === 'hard-due' ? hard : null,
    skipped: [...(isFixed ? [] : (counted?.skipped ?? [])), ...(settled?.skipped ?? [])],
    closing: null,
    cappedBy: cut?.by === 'card' ? cardExpires : null,
    movedBack: cut ? end.skipped : [],
    lunarDaysUnknown: isLunarUnknown(calendar, end.date),
    due: end.date,
  };
}
