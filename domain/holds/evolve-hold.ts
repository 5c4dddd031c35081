import type { Fact } from '../facts/fact.ts';
import type { Hold, HoldState } from './hold.ts';
import { isOpenHold, isSetAside } from './hold.ts';

/** Applies one fact to a hold. Pure; facts must come in history order; foreign facts change nothing. */
export function evolveHold(hold: Hold | null, fact: Fact): Hold | null {
  if (fact.kind === 'hold.placed') {
    if (hold) return hold;
    const { level, biblio, item, patron, library, pickup, startsOn, expiresOn, recall, note } = fact.body;
    return {
      id: fact.id,
      level,
      biblio,
      item,
      patron,
      library,
      pickup,
      placedAt: fact.at,
      rank: Date.parse(fact.at),
      startsOn,
      expiresOn,
      suspendedUntil: null,
      recall,
      note,
      state: { status: 'pending' },
    };
  }
  if (!hold) return null;
  switch (fact.kind) {
    case 'hold.amended': {
      const { shelfUntil, ...changes } = fact.body.changes;
      const state =
        shelfUntil !== undefined && hold.state.status === 'waiting'
          ? { ...hold.state, shelfUntil }
          : hold.state;
      return { ...hold, ...changes, state };
    }
    case 'hold.trapped': {
      const { item, barcode, library, shelfUntil } = fact.body;
      return stillOpen(hold, { status: 'waiting', item, barcode, library, shelfUntil, since: fact.at });
    }
    case 'transit.sent':
      return stillOpen(hold, { status: 'in-transit', item: fact.body.item, barcode: fact.body.barcode });
    // Another copy may be on its way for it by now: only the one it had can be taken from it.
    case 'hold.released':
      return isSetAside(hold, fact.body.item) ? stillOpen(hold, { status: 'pending' }) : hold;
    // The reader has a copy: whatever became of the hold before, it is filled.
    case 'loan.checked-out':
      return { ...hold, state: { status: 'filled', loan: fact.id } };
    case 'hold.ended':
      return stillOpen(hold, { status: 'ended', why: fact.body.why, at: fact.at });
    default:
      return hold;
  }
}

/** A hold that is filled or ended stays so: what another desk did with a copy meanwhile cannot open it again. */
function stillOpen(hold: Hold, state: HoldState): Hold {
  return isOpenHold(hold) ? { ...hold, state } : hold;
}
