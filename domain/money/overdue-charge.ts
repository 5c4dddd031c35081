import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, civilDateAt, closedDay, daysBetween, openDaysBetween } from '../calendar/calendar.ts';
import type { Due } from '../facts/bodies/loans.ts';
import type { CivilDate, Instant } from '../facts/fact.ts';
import type { LossPolicy, OverduePolicy } from '../policy/policies.ts';
import { coverPrice, saturated } from './compensation.ts';

/** What of a loan decides its overdue charge. */
export interface OverdueTimeline {
  /** A civil date is not late until it is over; an instant is late from then on. */
  readonly due: Due;
  /** When the copy came back (or now): the scan, or the time it was backdated to. */
  readonly endedAt: Instant;
  /** Cover price in đồng, 0 when there is none. */
  readonly price: number;
  readonly recalled: boolean;
  /** IANA zone of the library. */
  readonly timeZone: string;
  /** When the reader says the copy was brought back; nothing accrues after that. */
  readonly claimedReturnedAt?: Instant | null;
}

/** The charge and how it came about. */
export interface OverdueResult {
  /** Đồng. */
  readonly amount: number;
  readonly unit: 'days' | 'hours';
  /** Civil days after the due date, or hours begun; closed days left out where the policy skips them. */
  readonly late: number;
  /** Periods charged; 1 for a flat charge. */
  readonly periods: number;
  readonly cappedBy: 'none' | 'cap' | 'price';
  /** How many of `late` the grace leaves uncharged. */
  readonly graceUsed: number;
}

const hour = 3_600_000;
const hoursPerDay = 24;

/**
 * What being late costs. Days are civil days in the library's zone, so neither the offset an instant is written
 * in nor a clock change alters them. Amounts too large to be exact stop at the largest exact one, before the caps.
 */
export function overdueCharge(
  timeline: OverdueTimeline,
  policy: OverduePolicy,
  loss: LossPolicy,
  calendar: Calendar,
): OverdueResult {
  const { charge, graceDays, chargeFrom } = policy;
  const unit = unitOf(timeline, policy);
  const grace = unit === 'days' ? graceDays : graceDays * hoursPerDay;
  const exact =
    unit === 'days' ? daysLate(timeline, policy, calendar) : hoursLate(timeline, policy, calendar);
  const late = Math.ceil(exact);
  const charged = chargedUnits(exact, grace, chargeFrom);
  const result = { unit, late, graceUsed: late - Math.ceil(charged) };
  if (charge === 'none' || charged === 0) return { ...result, amount: 0, periods: 0, cappedBy: 'none' };
  const rate = timeline.recalled && policy.recallAmount !== 'same' ? policy.recallAmount : charge.amount;
  const periods = charge.kind === 'flat' ? 1 : periodsIn(charged / charge.every, charge.at);
  const { amount, cappedBy } = capped(saturated(rate * periods), timeline.price, policy, loss);
  return { ...result, amount, periods, cappedBy };
}

/** A flat charge asks only whether the loan is late, in the unit in which it fell due. */
function unitOf({ due }: OverdueTimeline, { charge }: OverduePolicy): 'days' | 'hours' {
  if (charge !== 'none' && charge.kind === 'per-period') return charge.unit;
  return isCivil(due) ? 'days' : 'hours';
}

function chargedUnits(late: number, grace: number, chargeFrom: OverduePolicy['chargeFrom']): number {
  if (late <= grace) return 0;
  return chargeFrom === 'due-date' ? late : late - grace;
}

function periodsIn(periods: number, at: 'start' | 'end'): number {
  return at === 'start' ? Math.ceil(periods) : Math.floor(periods);
}

/**
 * A copy nobody knows the price of (0, and no price in the loss policy) is not capped to it: a charge of nothing
 * would be an accident of the catalogue. Koha does the same.
 */
function capped(
  amount: number,
  price: number,
  { cap, capToPrice }: OverduePolicy,
  loss: LossPolicy,
): Pick<OverdueResult, 'amount' | 'cappedBy'> {
  const cover = coverPrice(loss, price);
  const ceiling = capToPrice === 'yes' && cover > 0 ? cover : Number.MAX_SAFE_INTEGER;
  const most = cap === 'none' ? Number.MAX_SAFE_INTEGER : cap;
  if (amount <= ceiling && amount <= most) return { amount, cappedBy: 'none' };
  return most <= ceiling ? { amount: most, cappedBy: 'cap' } : { amount: ceiling, cappedBy: 'price' };
}

/** The end of the loan for charging: the return, or an earlier claim to have returned. In ms since 1970. */
function endOf({ endedAt, claimedReturnedAt }: OverdueTimeline): number {
  const ended = Temporal.Instant.from(endedAt).epochMilliseconds;
  if (claimedReturnedAt === undefined || claimedReturnedAt === null) return ended;
  return Math.min(ended, Temporal.Instant.from(claimedReturnedAt).epochMilliseconds);
}

function daysLate(timeline: OverdueTimeline, policy: OverduePolicy, calendar: Calendar): number {
  const { due, timeZone } = timeline;
  const dueDay = isCivil(due) ? due : civilDateAt(due, timeZone);
  const lastDay = dateOf(endOf(timeline), timeZone);
  if (lastDay <= dueDay) return 0;
  return policy.closedDays === 'count'
    ? daysBetween(dueDay, lastDay)
    : openDaysBetween(calendar, dueDay, lastDay);
}

/** Hours with their fractions. A day loan is late from the midnight that ends its due date. */
function hoursLate(timeline: OverdueTimeline, policy: OverduePolicy, calendar: Calendar): number {
  const { due, timeZone } = timeline;
  const begin = isCivil(due)
    ? startOf(addDays(due, 1), timeZone)
    : Temporal.Instant.from(due).epochMilliseconds;
  const end = endOf(timeline);
  if (end <= begin) return 0;
  if (policy.closedDays === 'count') return (end - begin) / hour;
  let open = 0;
  for (let day = dateOf(begin, timeZone); startOf(day, timeZone) < end; day = addDays(day, 1)) {
    if (closedDay(calendar, day)) continue;
    const from = Math.max(begin, startOf(day, timeZone));
    open += Math.min(end, startOf(addDays(day, 1), timeZone)) - from;
  }
  return open / hour;
}

function isCivil(due: Due): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(due);
}

function dateOf(milliseconds: number, timeZone: string): CivilDate {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

function startOf(day: CivilDate, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
}
