const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;
const yearFirst = /^(\d{4})[/.-]?(\d{2})[/.-]?(\d{2})$/u;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u;

/**
 * A date and time as handhelds write them, as `YYYY-MM-DDTHH:MM:SS` of the handheld's own clock (its zone is not
 * asked), or null. Days come before months, as in Vietnam.
 */
export function readTime(text: string): string | null {
  const [date = '', time = '00:00:00', ...more] = text.trim().split(/[T\s]+/u);
  const parts = dateParts(date);
  const [, hour, minute, second = '0'] = clock.exec(time) ?? [];
  if (parts === null || hour === undefined || minute === undefined || more.length > 0) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const two = (part: string): string => part.padStart(2, '0');
  return `${parts.map(two).join('-')}T${two(hour)}:${minute}:${two(second)}`;
}

export function isTime(text: string): boolean {
  return readTime(text) !== null;
}

function dateParts(text: string): readonly [string, string, string] | null {
  const [, a = '', b = '', c = ''] = dayFirst.exec(text) ?? [];
  const [, year = c, month = b, day = a] = yearFirst.exec(text) ?? [];
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
  return year !== '' && isDate ? [year, month, day] : null;
}
