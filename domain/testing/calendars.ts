import type { Calendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/calendar.ts';
import { noCalendar } from '../calendar/no-calendar.ts';
import { diceFor } from '../demo/random.ts';
import type { CivilDate } from '../facts/fact.ts';

const hoursOfDays = [
  [],
  [{ opens: '07:30', closes: '17:00' }],
  [
    { opens: '13:30', closes: '17:00' },
    { opens: '07:30', closes: '11:30' },
  ],
  [{ opens: '08:00', closes: '23:59' }],
] as const;

/**
 * A calendar by chance, the same for the same seed: its closures and openings lie within a year after `around`. Few of
 * them never open at all.
 */
export function calendarByChance(seed: number, around: CivilDate): Calendar {
  const dice = diceFor(seed, 1);
  const many = <T>(most: number, make: () => T): readonly T[] =>
    Array.from({ length: dice.between(0, most) }, make);
  return {
    ...noCalendar('A'),
    weeklyClosed: [...new Set(many(dice.chance(0.05) ? 20 : 3, () => dice.between(1, 7)))],
    closures: many(6, () => {
      const from = addDays(around, dice.between(-30, 300));
      return { from, to: addDays(from, dice.pick([0, 1, 6, 20, dice.chance(0.1) ? 500 : 3])), name: 'nghỉ' };
    }),
    yearly: many(4, () => ({ month: dice.between(1, 12), day: dice.between(1, 28), name: 'lễ' })),
    openings: many(3, () => ({
      date: addDays(around, dice.between(0, 60)),
      name: 'mở bù',
      hours: dice.pick(hoursOfDays),
    })),
    hours: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      dice.pick(hoursOfDays).map(({ opens, closes }) => ({ weekday, opens, closes })),
    ),
    tet: dice.pick(['none', { before: 1, after: 3 }, { before: 10, after: 14 }] as const),
    hungKings: dice.pick(['closed', 'open'] as const),
  };
}
