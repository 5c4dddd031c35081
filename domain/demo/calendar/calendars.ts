import type { Calendar, Closure } from '../../calendar/calendar.ts';
import { demoLibraries } from '../libraries.ts';
import { demoUuid } from '../uuid.ts';
import { lunarYears, publicHolidays } from './holidays.ts';

const statutoryTet = { before: 1, after: 3 } as const;
/** Schools close for about two weeks; each province announces its own dates. */
const schoolTet = { before: 7, after: 6 } as const;

const summers: readonly Closure[] = lunarYears.map(({ year }) => ({
  from: `${year}-06-01`,
  to: `${year}-08-05`,
  name: 'Nghỉ hè',
}));

/** When each library is closed. The provincial one is open at weekends, when readers have time. */
export const demoCalendars: readonly Calendar[] = [
  {
    id: demoUuid('calendar', 1, 0),
    library: demoLibraries.BN.id,
    weeklyClosed: [1],
    closures: publicHolidays(statutoryTet),
  },
  {
    id: demoUuid('calendar', 2, 0),
    library: demoLibraries.HP.id,
    weeklyClosed: [6, 7],
    closures: [...publicHolidays(schoolTet), ...summers],
  },
  {
    id: demoUuid('calendar', 3, 0),
    library: demoLibraries.ST.id,
    weeklyClosed: [7],
    closures: publicHolidays(statutoryTet),
  },
];
