import type { Calendar } from '../../../domain/calendar/calendar.ts';

/** A calendar as the contract takes it: the same, with lists that are its own. */
export function calendarInput(calendar: Calendar) {
  const { weeklyClosed, closures, yearly, openings, hours } = calendar;
  return {
    ...calendar,
    weeklyClosed: [...weeklyClosed],
    closures: [...closures],
    yearly: [...yearly],
    openings: openings.map(({ date, name, hours: spans }) => ({ date, name, hours: [...spans] })),
    hours: [...hours],
  };
}
