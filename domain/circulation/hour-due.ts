import { moveInstant } from '../calendar/arithmetic.ts';
import type { Calendar, ClosedDay } from '../calendar/calendar.ts';
import { addDays, civilDateAt, closedDay, daysBetween } from '../calendar/calendar.ts';
import { canBeDueAt, closingBefore, closingOn, endOfDay, openingAfter } from '../calendar/hours.ts';
import { instantAt, wholeMinuteAfter } from '../calendar/wall-time.ts';
import type { CivilDate, Instant } from '../facts/fact.ts';
import type { DueTerms } from '../policy/policies.ts';
import { compareDue } from './due.ts';
import { bindingLimit, hardDueInForce, isLunarUnknown, lastDueDay, latestDay } from './due-limits.ts';
import type { DueExplanation } from './explanation.ts';

interface Start {
  readonly now: Instant;
  readonly timeZone: string;
}

/**
 * When an hour loan falls due: an instant on a whole minute, rounded up so that nobody gets less time than the slip
 * says. Hours are hours of the clock, open or not. A fixed date or the card's last day holds until closing time of
 * that day, or until 23:59 where closing time is ignored. `shorten` becomes `extend` for a loan made after the last
 * closing it could be shortened to. Null as for day loans.
 */
export function hourDue(
  terms: DueTerms,
  calendar: Calendar,
  cardExpires: CivilDate,
  { now, timeZone }: Start,
  hours: number,
): DueExplanation | null {
  const dayOf = (instant: Instant): CivilDate => civilDateAt(instant, timeZone);
  const start = wholeMinuteAfter(now, 0, timeZone);
  const today = dayOf(now);
  const hard = hardDueInForce(terms, today);
  const limit = latestDay(terms, hard, cardExpires);
  const planned = wholeMinuteAfter(now, hours, timeZone);
  const isFixed = hard?.how === 'exactly' || (hard?.how === 'not-before' && dayOf(planned) < hard.date);
  // A fixed day whose closing time has passed is a closed day: what is lent then is due later.
  const target = isFixed ? latest(start, endOn(terms, calendar, hard.date, timeZone)) : planned;
  const isBeyond = limit !== null && limit.date < dayOf(target);
  const settled = isBeyond ? null : settle(terms, calendar, timeZone, start, target);
  const cut = bindingLimit(limit, dayOf(target), settled && dayOf(settled.at));
  const mayBeClosed = terms.dueMode === 'calendar-days' && terms.closingTime === 'ignore';
  const last = cut && lastDueDay(calendar, cut.date, today, mayBeClosed);
  // A limit never gives more time than there was without it.
  const end = last
    ? earliest(settled?.at ?? target, endOn(terms, calendar, last.date, timeZone))
    : settled?.at;
  if (end === undefined || (cut && !last)) return null;
  const due = latest(start, end);
  return {
    unit: 'hours',
    mode: terms.dueMode,
    from: now,
    days: 0,
    hours,
    planned,
    hardDue: isFixed || cut?.by === 'hard-due' ? hard : null,
    skipped: settled?.skipped ?? [],
    closing: cut ? null : (settled?.closing ?? null),
    cappedBy: cut?.by === 'card' ? cardExpires : null,
    movedBack: last?.skipped ?? settled?.movedBack ?? [],
    lunarDaysUnknown: isLunarUnknown(calendar, dayOf(due)),
    due,
  };
}

interface Settled {
  readonly at: Instant;
  readonly skipped: readonly ClosedDay[];
  readonly movedBack: readonly ClosedDay[];
  readonly closing: DueExplanation['closing'];
}

/** What closed days and closing time make of a moment. */
function settle(
  { closingTime, dueMode }: DueTerms,
  calendar: Calendar,
  timeZone: string,
  start: Instant,
  target: Instant,
): Settled | null {
  const none = { skipped: [], movedBack: [], closing: null };
  if (closingTime === 'ignore') {
    const moved = moveInstant(calendar, dueMode, timeZone, target, 0);
    return moved && { ...none, ...moved };
  }
  if (canBeDueAt(calendar, timeZone, target)) return { ...none, at: target };
  const day = civilDateAt(target, timeZone);
  const closing = closingTime === 'shorten' ? closingBefore(calendar, timeZone, target) : null;
  if (closing !== null && compareDue(closing, start) > 0) {
    const movedBack = closedDays(calendar, civilDateAt(closing, timeZone), day).toReversed();
    return { ...none, at: closing, movedBack, closing: 'shortened' };
  }
  const opening = openingAfter(calendar, timeZone, target);
  if (opening === null) return null;
  const skipped = closedDays(calendar, day, civilDateAt(opening, timeZone));
  return { ...none, at: opening, skipped, closing: 'extended' };
}

/** The closed days of a span, both ends included. */
function closedDays(calendar: Calendar, from: CivilDate, to: CivilDate): readonly ClosedDay[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index)).flatMap(
    (day) => closedDay(calendar, day) ?? [],
  );
}

/** The end of a day, as these terms see it. */
function endOn({ closingTime }: DueTerms, calendar: Calendar, date: CivilDate, timeZone: string): Instant {
  return instantAt({ date, time: closingTime === 'ignore' ? endOfDay : closingOn(calendar, date) }, timeZone);
}

function earliest(a: Instant, b: Instant): Instant {
  return compareDue(a, b) < 0 ? a : b;
}

function latest(a: Instant, b: Instant): Instant {
  return compareDue(a, b) > 0 ? a : b;
}
