import type { CivilDate } from '../../../domain/facts/fact.ts';
import { daysBetween, isMoment } from '../../format/dates.ts';
import type { Translate } from '../../i18n/start.ts';

const msPerMinute = 60_000;
const minutesPerHour = 60;
const hoursPerDay = 24;

/**
 * How long a reader has left, or has gone beyond: in days for day loans; for hour loans in days, hours or minutes,
 * whichever says enough. `now` in ms since the Unix epoch. Empty until the day at the library is known.
 */
export function dueWords(t: Translate, due: string, today: CivilDate, now: number): string {
  if (today === '') return '';
  if (!isMoment(due)) return dayWords(t, daysBetween(today, due));
  const left = Math.floor((Date.parse(due) - now) / msPerMinute);
  const minutes = Math.abs(left);
  if (minutes >= minutesPerHour * hoursPerDay)
    return dayWords(t, Math.trunc(left / (minutesPerHour * hoursPerDay)));
  if (minutes >= minutesPerHour) {
    const count = Math.trunc(minutes / minutesPerHour);
    return left < 0 ? t('loans.overdueHours', { count }) : t('loans.dueInHours', { count });
  }
  return left < 0
    ? t('loans.overdueMinutes', { count: minutes })
    : t('loans.dueInMinutes', { count: minutes });
}

function dayWords(t: Translate, left: number): string {
  if (left < 0) return t('loans.overdueDays', { count: -left });
  return left === 0 ? t('loans.dueToday') : t('loans.dueIn', { count: left });
}
