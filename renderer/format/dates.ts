import { formatDay as formatCivilDay } from '../../contract/locales/format.ts';
import type { Due } from '../../domain/facts/bodies/loans.ts';
import type { CivilDate, Instant } from '../../domain/facts/fact.ts';

/** Every library here keeps this time; the clock zone of the PC is often wrong. */
const timeZone = 'Asia/Ho_Chi_Minh';
const msPerDay = 86_400_000;

/** `2026-12-06` → `06/12/2026`. Text that is no civil date comes back unchanged. */
export function formatDate(date: CivilDate): string {
  return formatCivilDay(date);
}

/** A due date: `06/12/2026` for a day loan, `14:02 06/12/2026` for an hour loan, at the library's wall time. */
export function formatDue(due: Due): string {
  return isMoment(due) ? formatMoment(due) : formatDate(due);
}

/** Wall time and day of an instant at the library: `14:02 06/12/2026`. */
export function formatMoment(instant: Instant): string {
  return `${formatTimeShort(instant)} ${formatDay(instant)}`;
}

/** The civil day on which something is due, at the library. */
export function dayOfDue(due: Due): CivilDate {
  return isMoment(due) ? formatDay(due).split('/').toReversed().join('-') : due;
}

/** Hour loans are due at an instant, day loans on a civil date: `domain/circulation/due.ts`. */
export function isMoment(due: Due): boolean {
  return due.length > 10;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Wall time of an instant at the library, `14:02:11`. Empty for text that is no instant. */
export function formatTime(instant: Instant): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : clock.format(at);
}

/** Wall time without seconds, `14:02`. */
export function formatTimeShort(instant: Instant): string {
  return formatTime(instant).slice(0, 5);
}

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** Day of an instant at the library, `06/12/2026`. */
export function formatDay(instant: Instant): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : day.format(at);
}

// Made once: a calendar names the weekdays of a whole year, and making one takes longer than all its answers.
const weekdays = {
  vi: new Intl.DateTimeFormat('vi', { weekday: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }),
} as const;

/** Name of the weekday in the language of the screen, `vi` or `en`: `Chủ Nhật`, `Sunday`. */
export function weekdayName(date: CivilDate, language: string): string {
  return weekdays[language === 'en' ? 'en' : 'vi'].format(utc(date));
}

/** `date` moved by whole days. */
export function shiftDate(date: CivilDate, days: number): CivilDate {
  return new Date(utc(date).getTime() + days * msPerDay).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / msPerDay);
}

function utc(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
