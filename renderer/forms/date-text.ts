import type { CivilDate } from '../../domain/facts/fact.ts';
import { readDate } from '../../domain/identifiers/dates.ts';
import { formatDate } from '../format/dates.ts';

/** The day a text names (`31/12/2026`, `31122026`, `2026-12-31`), or null. */
export function dayOf(text: string): CivilDate | null {
  return readDate(text.trim());
}

/** A day as a field shows it: `31/12/2026`. Text that is no day is shown as it is. */
export function dayText(day: CivilDate | null): string {
  return day === null ? '' : formatDate(day);
}

/**
 * Puts the strokes in while figures are typed: `3112` → `31/12`. Only when text grew at its end, so that deleting
 * and correcting in the middle are left alone.
 */
export function withStrokes(before: string, after: string): string {
  const grew = after.length === before.length + 1 && after.startsWith(before) && /\d$/u.test(after);
  if (!grew) return after;
  if (/^\d{3}$/u.test(after)) return `${after.slice(0, 2)}/${after.slice(2)}`;
  if (/^\d{1,2}\/\d{3}$/u.test(after)) return `${after.slice(0, -1)}/${after.slice(-1)}`;
  return after;
}

/** A text without the strokes that were put in while a keyboard scanner typed it into a field for days. */
export function withoutStrokes(text: string): string {
  return text.replace(/^(\d{2})\/(\d{2})\//u, '$1$2');
}
