import type { Calendar, Closure } from '../../calendar/calendar.ts';
import { noCalendar } from '../../calendar/no-calendar.ts';
import { demoLibraries } from '../libraries.ts';
import { demoUuid } from '../uuid.ts';
import { demoYears, nationalDayNeighbours, publicHolidays } from './holidays.ts';

/** The five days of the Labour Code, as most announcements lay them. */
const statutoryTet = { before: 1, after: 3 } as const;
/** Schools close for about two weeks; each province announces its own dates. */
const schoolTet = { before: 7, after: 6 } as const;

const summers: readonly Closure[] = demoYears.map((year) => ({
  from: `${year}-06-01`,
  to: `${year}-08-05`,
  name: 'Nghỉ hè',
}));

function publicCalendar(number: number, library: string): Calendar {
  return {
    ...noCalendar(library),
    id: demoUuid('calendar', number, 0),
    closures: nationalDayNeighbours,
    yearly: publicHolidays,
    tet: statutoryTet,
    hungKings: 'closed',
  };
}

/** When each library is closed. The provincial one is open at weekends, when readers have time. */
export const demoCalendars: readonly Calendar[] = [
  { ...publicCalendar(1, demoLibraries.BN.id), weeklyClosed: [1] },
  {
    ...publicCalendar(2, demoLibraries.HP.id),
    weeklyClosed: [6, 7],
    closures: [...nationalDayNeighbours, ...summers],
    tet: schoolTet,
  },
  { ...publicCalendar(3, demoLibraries.ST.id), weeklyClosed: [7] },
];
