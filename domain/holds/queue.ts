import type { Item } from '../catalogue/catalogue.ts';
import type { CivilDate } from '../facts/fact.ts';
import { addDays } from '../calendar/calendar.ts';
import type { Hold } from './hold.ts';

/** Queue order: rank, then id, which grows with the time it was made. Gives the same at every desk. */
export function compareHolds(a: Hold, b: Hold): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.id < b.id ? -1 : 1;
}

/** True when a hold waits in the queue and may be filled on `today`; `lookAhead` days before its start count too. */
export function isFillable(hold: Hold, today: CivilDate, lookAhead: number): boolean {
  const { suspendedUntil, startsOn, expiresOn } = hold;
  return (
    hold.state.status === 'pending' &&
    (suspendedUntil === null || (suspendedUntil !== 'indefinite' && suspendedUntil <= today)) &&
    (startsOn === null || startsOn <= addDays(today, lookAhead)) &&
    (expiresOn === null || expiresOn >= today)
  );
}

/** True when this very copy would do for the hold. */
export function fits(
  hold: Pick<Hold, 'level' | 'item' | 'biblio'>,
  item: Pick<Item, 'id' | 'biblio'>,
): boolean {
  return hold.level === 'copy' ? hold.item === item.id : hold.biblio === item.biblio;
}
