import type { AmendHold, EndHold } from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { done, notice, refuse } from '../circulation/decision.ts';
import type { DeskView } from '../circulation/view.ts';
import type { CivilDate } from '../facts/fact.ts';
import { reason } from '../outcome.ts';
import type { Hold } from './hold.ts';
import { isOpenHold } from './hold.ts';
import { endRecall } from './recall.ts';

/** Suspends, resumes, moves or re-dates a hold that still waits in the queue; on the shelf only its last day changes. */
export function decideAmendHold(view: DeskView, { hold: id, changes }: AmendHold): Decision {
  const hold = view.hold(id);
  if (!hold || !isOpenHold(hold)) return refuse(reason('LT-1608'));
  const { shelfUntil, ...others } = changes;
  if (hold.state.status !== 'pending' && Object.keys(others).length > 0) return refuse(reason('LT-1610'));
  const from = changes.startsOn === undefined ? hold.startsOn : changes.startsOn;
  const to = changes.expiresOn === undefined ? hold.expiresOn : changes.expiresOn;
  const wrong =
    (from !== null && to !== null && to < from) ||
    (shelfUntil !== undefined && shelfUntil < view.today) ||
    (typeof changes.expiresOn === 'string' && changes.expiresOn < view.today);
  if (wrong)
    return refuse(reason('LT-1609', { from: from ?? view.today, to: shelfUntil ?? to ?? view.today }));
  return done([{ kind: 'hold.amended', body: { hold: id, changes } }]);
}

/** Ends a hold. A copy that waited for it has to be taken off the shelf and scanned: it may be wanted elsewhere. */
export function decideEndHold(view: DeskView, { hold: id, why, note }: EndHold): Decision {
  const hold = view.hold(id);
  if (!hold || !isOpenHold(hold)) return refuse(reason('LT-1608'));
  const { state } = hold;
  const copy = state.status === 'waiting' || state.status === 'in-transit' ? state : null;
  return done(
    [
      { kind: 'hold.ended', body: { hold: id, item: copy?.item ?? null, why, note } },
      ...endRecall(view, hold, null),
    ],
    copy ? { outcome: 'routed', findings: [notice(reason('LT-1612', { barcode: copy.barcode }))] } : {},
  );
}

/** Why an open hold has run out by `today`, or null: its shelf life is over, or nobody could fill it in time. */
export function lapse(hold: Hold, today: CivilDate): 'not-collected' | 'expired' | null {
  if (hold.state.status === 'waiting') return hold.state.shelfUntil < today ? 'not-collected' : null;
  if (hold.state.status !== 'pending') return null;
  return hold.expiresOn !== null && hold.expiresOn < today ? 'expired' : null;
}
