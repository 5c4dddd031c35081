import type { CivilDate } from '../facts/fact.ts';

/** Full years between two days. Born on 29 February, a year is full on 1 March of common years. */
export function ageOn(birthDate: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
