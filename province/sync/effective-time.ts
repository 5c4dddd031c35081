/** How far into the future a desk's clock is believed, in ms (architecture §2.4). */
const futureTolerance = 5 * 60_000;

/** A correction that is larger than this, in ms, is a matter for a person (architecture §2.4). */
const suspectCorrection = 5 * 60_000;

/** True when a fact stands so far from what its desk's clock said that the clock must be wrong. */
export function isSuspect(at: string, offset: number | null, effective: number): boolean {
  const corrected = Math.round(Date.parse(at) + (offset ?? 0));
  return Number.isNaN(corrected) || Math.abs(corrected - effective) > suspectCorrection;
}

/**
 * Where a fact stands in time, in ms since the Unix epoch: the desk's clock corrected by the offset it measured,
 * never after five minutes from now, never before the journal's previous fact (`previous`, 0 at the start).
 * A clock is evidence: an unreadable or absurd one gives a usable time, never an error.
 */
export function effectiveTime(at: string, offset: number | null, previous: number, received: number): number {
  const corrected = Math.round(Date.parse(at) + (offset ?? 0));
  const believed = Number.isNaN(corrected) ? received : Math.min(corrected, received + futureTolerance);
  return Math.max(previous, believed);
}
