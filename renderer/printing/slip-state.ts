import type { SlipSummary } from '../../contract/workstation/station.ts';

/** A slip that is just on its way is nothing to speak of; one that takes longer is. */
const worthTelling = 4_000;

/** True for a slip that should be on paper and is not, as far as anyone knows. `now` in ms since the epoch. */
export function isUnprinted(slip: SlipSummary, now: number): boolean {
  switch (slip.state) {
    case 'failed':
      return true;
    case 'waiting':
      return (
        slip.interrupted || slip.problem !== null || now - new Date(slip.createdAt).getTime() > worthTelling
      );
    case 'printing':
    case 'printed':
    case 'dismissed':
      return false;
  }
}

/** The newest slip: what "reprint the last slip" means. */
export function lastSlip(slips: readonly SlipSummary[]): SlipSummary | null {
  return slips.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0] ?? null;
}
