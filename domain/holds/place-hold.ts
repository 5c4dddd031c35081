import { addDays } from '../calendar/calendar.ts';
import type { PlaceHold } from '../commands.ts';
import { policyFor } from '../circulation/applicable-policy.ts';
import type { Decision, Finding } from '../circulation/decision.ts';
import { isInTheWay, notice, refusal, refuse, stop } from '../circulation/decision.ts';
import { findingList } from '../circulation/findings.ts';
import { cardFindings } from '../circulation/patron-checks.ts';
import type { Copy, DeskView } from '../circulation/view.ts';
import type { FactDraft } from '../facts/fact.ts';
import type { Reason } from '../outcome.ts';
import { reason } from '../outcome.ts';
import type { Patron } from '../patrons/patron.ts';
import type { HoldPolicy } from '../policy/policies.ts';
import type { PolicyAnswer } from '../policy/resolve.ts';
import { recallFor } from './recall.ts';

/** Puts a reader in the queue for a title or a copy, or says everything that stands in the way. */
export function decidePlaceHold(view: DeskView, ask: PlaceHold): Decision {
  const patron = view.patron(ask.patron);
  if (!patron) return refuse(reason('LT-1811'));
  // The copy with the smallest id gives the rule: desks may list them in any order.
  const copies = view
    .copiesOf(ask.biblio)
    .filter((copy) => isHoldable(copy, ask))
    .toSorted((a, b) => (a.item.id < b.item.id ? -1 : 1));
  const [copy] = copies;
  if (!copy) return refuse(reason('LT-1606'));
  const answer = policyFor(view, patron, copy.item);
  const list = findingList(view.policySet(), view.actor, ask.confirmed);
  for (const found of cardFindings(patron, view.today)) list.add(found.check, found.reason);
  const recall = answer && ask.recall ? recallFor(view, answer.hold, copies, ask.hold) : null;
  const findings: readonly Finding[] = [
    ...(answer ? [] : [stop(reason('LT-1207'))]),
    ...dateProblems(view, ask).map(stop),
    ...(answer ? policyProblems(view, ask, answer.hold, patron, copies).map(stop) : []),
    ...list.all(),
  ];
  const inTheWay = findings.filter(isInTheWay);
  if (inTheWay.length > 0 || !answer) return refusal(inTheWay);
  return {
    outcome: 'done',
    facts: [placed(view, ask, answer, patron), ...(recall ? [recall.fact] : [])],
    findings: [
      ...findings,
      ...(recall ? [notice(reason('LT-1613', { barcode: recall.barcode, due: recall.due }))] : []),
    ],
    explanation: null,
    route: null,
  };
}

/** A copy that somebody could still get: what is lost, missing or withdrawn nobody can wait for. */
function isHoldable({ item, circulation }: Copy, ask: PlaceHold): boolean {
  const { status } = circulation.state;
  const isGone = status === 'lost' || status === 'missing' || status === 'withdrawn';
  return !isGone && item.lending === 'for-loan' && (ask.level === 'title' || item.id === ask.item);
}

function placed(view: DeskView, ask: PlaceHold, answer: PolicyAnswer, patron: Patron): FactDraft {
  const { level, biblio, item, pickup, startsOn, recall, note } = ask;
  const lapse = answer.hold.expiresAfter;
  const from = startsOn ?? view.today;
  return {
    kind: 'hold.placed',
    id: ask.hold,
    body: {
      level,
      biblio,
      item,
      patron: patron.id,
      card: patron.card,
      library: view.library,
      pickup,
      startsOn,
      expiresOn: ask.expiresOn ?? (lapse === 'none' ? null : addDays(from, lapse)),
      recall,
      note,
    },
  };
}

function dateProblems(view: DeskView, { startsOn, expiresOn }: PlaceHold): readonly Reason[] {
  const from = startsOn ?? view.today;
  const wrong = from < view.today || (expiresOn !== null && expiresOn < from);
  return wrong ? [reason('LT-1609', { from, to: expiresOn ?? from })] : [];
}

function policyProblems(
  view: DeskView,
  ask: PlaceHold,
  policy: HoldPolicy,
  patron: Patron,
  copies: readonly Copy[],
): readonly Reason[] {
  const open = view.openHoldsOfPatron(patron.id);
  const own = view.loansInHand(patron.id);
  const onShelf = copies.find(
    ({ item, circulation }) => circulation.state.status === 'available' && item.library === ask.pickup,
  );
  const { level, maxHolds, onShelf: whenOnShelf, pickup } = policy;
  return [
    ...(level === 'any' || level === ask.level ? [] : [reason('LT-1601')]),
    ...(maxHolds !== 'unlimited' && open.length >= maxHolds
      ? [reason('LT-1602', { count: open.length, max: maxHolds })]
      : []),
    ...(open.some((hold) => hold.biblio === ask.biblio && (hold.level === 'title' || hold.item === ask.item))
      ? [reason('LT-1603')]
      : []),
    ...(own.some((loan) => (ask.level === 'title' ? loan.biblio === ask.biblio : loan.item === ask.item))
      ? [reason('LT-1605')]
      : []),
    ...(whenOnShelf === 'refuse' && onShelf ? [reason('LT-1604', { barcode: onShelf.item.barcode })] : []),
    ...(pickup === 'card-library' && ask.pickup !== patron.library ? [reason('LT-1607')] : []),
    ...(ask.recall && policy.recall === 'none' ? [reason('LT-1611')] : []),
  ];
}
