import type { checkCalendar } from '../../../domain/calendar/check-calendar.ts';
import type { Translate } from '../../i18n/start.ts';
import { faultName } from '../code-words.ts';

export type CalendarFaults = ReturnType<typeof checkCalendar>;

/** The words of the first fault at a place of the calendar or below it, or null. */
export function faultAt(t: Translate, faults: CalendarFaults, path: string): string | null {
  const found = faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`));
  return found ? faultName(t, found.code) : null;
}
