import type { Calendar } from './calendar.ts';

/** The calendar of a library that has none: always open. */
export function noCalendar(library: string): Calendar {
  return {
    id: `none-${library}`,
    library,
    weeklyClosed: [],
    closures: [],
    yearly: [],
    openings: [],
    hours: [],
    tet: 'none',
    hungKings: 'open',
  };
}
