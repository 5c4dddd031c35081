import type { CivilDate } from '../facts/fact.ts';

/** Day, month, year, as Vietnamese cards and people write them: `01011990`, `1/1/1990`, `01-01-1990`. */
const dayFirst = /^(?:(\d{2})(\d{2})(\d{4})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))$/u;
/** Year first, as programs that read a card and type it again write it. */
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u;

/** The civil day a text names, or null when it names none, or one that does not exist (31/02). */
export function readDate(text: string): CivilDate | null {
  const found = dayFirst.exec(text);
  if (found) return civilDate(found[3] ?? found[6], found[2] ?? found[5], found[1] ?? found[4]);
  const other = yearFirst.exec(text);
  return other ? civilDate(other[1], other[2], other[3]) : null;
}

function civilDate(yearText = '', monthText = '', dayText = ''): CivilDate | null {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${yearText}-${monthText.padStart(2, '0')}-${dayText.padStart(2, '0')}`;
}

/** Plain arithmetic: a scan has a tenth of a millisecond, and a calendar library takes a part of it. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whole years between two civil days: a person's age on `day`. Negative before the birth. */
export function yearsBetween(birth: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
