import type { Item } from '../catalogue/catalogue.ts';
import { moveDays } from '../calendar/arithmetic.ts';
import { policyFor } from '../circulation/applicable-policy.ts';
import type { Route } from '../circulation/decision.ts';
import type { DeskView } from '../circulation/view.ts';
import type { CivilDate, FactDraft } from '../facts/fact.ts';
import type { HoldPolicy } from '../policy/policies.ts';
import type { Hold } from './hold.ts';
import { fits, isFillable } from './queue.ts';
import { endRecall } from './recall.ts';

/** Days on the shelf where no policy covers the reader any more: what published rules give most often. */
const shelfDaysWithoutPolicy = 7;

export interface Trap {
  readonly facts: readonly FactDraft[];
  readonly route: Route;
}

/** The first hold in the queue that this copy can fill today, or null. */
export function holdFor(view: DeskView, item: Item): Hold | null {
  if (item.lending !== 'for-loan') return null;
  return view.openHoldsOf(item.biblio).find((hold) => wouldTake(view, hold, item)) ?? null;
}

/** True when the hold waits in the queue and this copy could fill it today. */
export function wouldTake(view: DeskView, hold: Hold, item: Item): boolean {
  return fits(hold, item) && isFillable(hold, view.today, holdPolicy(view, hold, item)?.lookAheadDays ?? 0);
}

/** Puts a copy at the desk aside for a hold: on the shelf here, or on its way to where the reader collects it. */
export function trapFor(view: DeskView, hold: Hold, item: Item): Trap {
  if (hold.pickup !== view.library) {
    return {
      facts: [
        {
          kind: 'transit.sent',
          body: {
            item: item.id,
            barcode: item.barcode,
            from: view.library,
            to: hold.pickup,
            why: 'hold',
            hold: hold.id,
          },
        },
        ...endRecall(view, hold, item.id),
      ],
      route: { to: 'library', library: hold.pickup, hold: hold.id },
    };
  }
  const until = shelfUntil(view, hold, item);
  return {
    facts: [
      {
        kind: 'hold.trapped',
        body: {
          hold: hold.id,
          item: item.id,
          barcode: item.barcode,
          patron: hold.patron,
          library: view.library,
          shelfUntil: until,
        },
      },
      ...endRecall(view, hold, item.id),
    ],
    route: { to: 'hold-shelf', hold: hold.id, patron: hold.patron, until },
  };
}

/** Last day on the shelf. A shelf life never ends on a closed day: the reader could not come. */
function shelfUntil(view: DeskView, hold: Hold, item: Item): CivilDate {
  const policy = holdPolicy(view, hold, item);
  const calendar = view.calendar(view.library);
  const queued = view.openHoldsOf(hold.biblio).length > 1;
  const days =
    policy && queued && policy.shelfDaysWhenQueued !== 'same'
      ? policy.shelfDaysWhenQueued
      : (policy?.shelfDays ?? shelfDaysWithoutPolicy);
  const mode = policy?.shelfCounts === 'calendar-days' ? 'next-open-day' : 'open-days';
  return moveDays(calendar, mode, view.today, days)?.date ?? view.today;
}

function holdPolicy(view: DeskView, hold: Hold, item: Item): HoldPolicy | null {
  const patron = view.patron(hold.patron);
  return (patron && policyFor(view, patron, item)?.hold) ?? null;
}
