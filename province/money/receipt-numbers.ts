import { civilDateAt } from '../../domain/calendar/calendar.ts';

/**
 * Receipt numbers have at most eight digits and begin at 1 every 1 January; desks get ranges of them in ascending
 * order (Decree 254/2026 art. 23.2 and 25.5).
 */
const highestNumber = 99_999_999;
/** Vietnam's one time zone decides which year it is. */
const timeZone = 'Asia/Ho_Chi_Minh';
/** Month and day from which the numbers of the next year are given out too: a desk may be offline at New Year. */
const nextYearFrom = '12-15';
/** Numbers in a range, and how many a station should have at hand. */
const rangeSize = 200;
const reserve = 50;
/**
 * A restored database does not know what was given out in the time it lost, and a desk that is offline may still use
 * it. So it goes on at a number that follows from the hour of the restore: higher than any given out before, unless
 * more than fifty ranges an hour were, and low enough for the whole year.
 */
const numbersPerHour = 10_000;
const hour = 3_600_000;
/** Longest name of a series (`contract/sync/rows/money.ts`). */
const longestSeries = 64;

/** A range of numbers that a station has. `used`: the highest it has used, `first - 1` before any. */
export interface Lease {
  readonly series: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly used: number;
}

/** What was given out of one series in one year. */
export interface SeriesBook {
  /** Number of the epoch in force: 1 for a database that was never restored. */
  readonly epoch: number;
  /** When it began, in ms since the Unix epoch. */
  readonly epochBegan: number;
  /** Highest number given out; 0 for none. */
  readonly given: number;
  /** The same in this epoch. */
  readonly givenInEpoch: number;
}

/** The series of a library's receipts, by its code: `PT-BN` (phiếu thu). */
export function seriesOf(libraryCode: string): string {
  return `PT-${libraryCode}`.slice(0, longestSeries).toWellFormed();
}

/** Years whose numbers a desk should have at `now`, ms since the Unix epoch. */
function yearsAt(now: number): readonly number[] {
  const today = civilDateAt(new Date(now).toISOString(), timeZone);
  const year = Number(today.slice(0, 4));
  return today.slice(5) < nextYearFrom ? [year] : [year, year + 1];
}

/** Years of which a station with these ranges, all of its series, has too few unused numbers. */
export function yearsInNeed(leases: readonly Lease[], now: number): readonly number[] {
  return yearsAt(now).filter((year) => {
    const ofYear = leases.filter((lease) => lease.year === year);
    return ofYear.reduce((sum, { last, used }) => sum + last - used, 0) < reserve;
  });
}

/** The range that comes next, after everything that may have been given out; null when the numbers are used up. */
export function nextRange(book: SeriesBook, year: number): { first: number; last: number } | null {
  const first = Math.max(book.given, lostBefore(book, year)) + 1;
  return first > highestNumber ? null : { first, last: Math.min(first + rangeSize - 1, highestNumber) };
}

/** The highest number that may have been given out in lives of the database that were lost; 0 for none. */
function lostBefore({ epoch, epochBegan, givenInEpoch }: SeriesBook, year: number): number {
  const opened = Date.parse(`${year - 1}-${nextYearFrom}T00:00:00+07:00`);
  if (epoch === 1 || epochBegan < opened || givenInEpoch > 0) return 0;
  return Math.ceil((epochBegan - opened) / hour) * numbersPerHour;
}
