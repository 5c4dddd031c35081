import type { CivilDate, Instant } from '../../domain/facts/fact.ts';
import { readDate } from '../../domain/identifiers/dates.ts';

/** Vietnam keeps one time, without summer time: Decision 121/CP of 8 August 1967. */
const offset = '+07:00';

/** `17:30`, `17h30`, `17h`, `17`, `1730`: hours and minutes as people type them. */
const shape = /^(\d{1,2})(?:[:.hg]?(\d{2})?)?$/iu;

/** A wall time that a person typed as `HH:MM`, or null when there is none such. */
export function readTime(text: string): string | null {
  const [, hours = '', minutes = '00'] = shape.exec(text.replaceAll(/\s/gu, '')) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

export type MomentReading =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly fault: 'day' | 'time' | 'future' };

/** A past moment at the library from a typed day and time. `now` in ms since the Unix epoch. */
export function readPastMoment(day: string, time: string, now: number): MomentReading {
  const date = readDate(day.trim());
  if (date === null) return { ok: false, fault: 'day' };
  const clock = readTime(time);
  if (clock === null) return { ok: false, fault: 'time' };
  const at = instantOf(date, clock);
  return Date.parse(at) > now ? { ok: false, fault: 'future' } : { ok: true, at };
}

export type DueReading =
  | { readonly ok: true; readonly due: string }
  | { readonly ok: false; readonly fault: 'day' | 'time' | 'past' };

/** A due day from a typed day: today or later. */
export function readDueDay(day: string, today: CivilDate): DueReading {
  const due = readDate(day.trim());
  if (due === null) return { ok: false, fault: 'day' };
  return due < today ? { ok: false, fault: 'past' } : { ok: true, due };
}

/** A due date from a typed day and, for hour loans, a time; an empty time is a day loan. */
export function readDue(day: string, time: string, today: CivilDate, now: number): DueReading {
  if (time.trim() === '') return readDueDay(day, today);
  const date = readDate(day.trim());
  if (date === null) return { ok: false, fault: 'day' };
  const clock = readTime(time);
  if (clock === null) return { ok: false, fault: 'time' };
  const due = instantOf(date, clock);
  return Date.parse(due) < now ? { ok: false, fault: 'past' } : { ok: true, due };
}

function instantOf(date: CivilDate, clock: string): Instant {
  return `${date}T${clock}:00.000${offset}`;
}
