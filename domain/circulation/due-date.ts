import type { Calendar } from '../calendar/calendar.ts';
import { addDays, openDayFrom } from '../calendar/calendar.ts';
import type { CivilDate } from '../facts/fact.ts';
import type { LoanPolicy } from '../policy/policy.ts';
import type { DueExplanation } from './explanation.ts';

/**
 * The due date of a day loan: `from` + `days`, pushed past closed days if the policy says so, then never
 * later than the card's last day. The card's own limit wins over the calendar: a loan may fall due on a closed
 * day when the next open one would be after the card has expired. Null when the calendar never opens.
 */
export function dueDate(
  policy: LoanPolicy,
  calendar: Calendar,
  cardExpires: CivilDate,
  from: CivilDate,
  days: number,
): DueExplanation | null {
  const planned = addDays(from, days);
  const open = policy.closedDays === 'push' ? openDayFrom(calendar, planned) : { date: planned, skipped: [] };
  if (!open) return null;
  const capped = policy.cardExpiry === 'cap' && cardExpires < open.date;
  return {
    from,
    days,
    skipped: open.skipped,
    cappedBy: capped ? cardExpires : null,
    due: capped ? cardExpires : open.date,
  };
}
