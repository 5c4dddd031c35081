/*
 * Days are plain text here, `CivilDate` elsewhere: the facts, where that name lives, know calendars, and calendars
 * know this file.
 */

const msPerDay = 86_400_000;

/**
 * Days from 1970-01-01 to a civil day: plain arithmetic on days costs a fraction of what a calendar library does,
 * and a scan asks for dozens of days. A day that does not exist (31 February) is a RangeError.
 */
export function dayNumber(date: string): number {
  const number = readDay(date);
  if (number === null) throw new RangeError(`not a civil day: ${date}`);
  return number;
}

/** True for `YYYY-MM-DD` that names a day of the Gregorian calendar. */
export function isCivilDate(date: string): boolean {
  return readDay(date) !== null;
}

function readDay(date: string): number | null {
  if (date.length !== 10) return null;
  const at = new Date(
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))),
  );
  // A day too many runs over into the next month, so it does not come back as it was written.
  if (Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(date.slice(8, 10))) return null;
  return at.getUTCMonth() + 1 === Number(date.slice(5, 7)) && date[4] === '-' && date[7] === '-'
    ? at.getTime() / msPerDay
    : null;
}

/** The civil day of a day number; a RangeError outside the years 0 to 9999, which `YYYY-MM-DD` can write. */
export function dateOfDay(number: number): string {
  const text = new Date(number * msPerDay).toISOString();
  if (text.length !== 24) throw new RangeError(`no civil day: ${number}`);
  return text.slice(0, 10);
}

/** ISO weekday of a day number: 1 Monday … 7 Sunday. Day 0 was a Thursday. */
export function weekdayOfDay(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}
