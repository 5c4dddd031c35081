import type { Item } from '../catalogue/catalogue.ts';
import type { CheckIn } from '../commands.ts';
import type { FactDraft, Instant } from '../facts/fact.ts';
import type { Hold } from '../holds/hold.ts';
import { isSetAside } from '../holds/hold.ts';
import { holdFor, trapFor } from '../holds/trap.ts';
import { reason } from '../outcome.ts';
import { policiesOfLoan } from './applicable-policy.ts';
import type { Decision, Finding, Route } from './decision.ts';
import { notice, refuse } from './decision.ts';
import { isPermitted } from './findings.ts';
import { shelfUntilOf } from './item-checks.ts';
import type { ItemState } from './item-state.ts';
import { assessFound, assessOverdue } from './loan-charges.ts';
import type { Loan } from './loan.ts';
import type { DeskView } from './view.ts';

/**
 * Takes one copy back. The book is on the desk, so the return itself is refused only where its time cannot be or
 * where the library wants a person to decide about a lost copy. What follows (charge, hold, transit) comes with it.
 */
export function decideCheckIn(view: DeskView, ask: CheckIn): Decision {
  const item = view.item(ask.item);
  if (!item) return refuse(reason('LT-1102'));
  const { state } = view.circulation(item.id);
  const loan = loanToEnd(view, state);
  const returnedAt = ask.returnedAt ?? view.now;
  if (ask.mode === 'backdated' && ask.returnedAt !== null && !isPermitted(view.actor, 'backdate'))
    return refuse(reason('LT-5104', { permission: 'backdate' }));
  const wrongTime = timeProblem(view, loan, returnedAt);
  if (wrongTime) return wrongTime;
  if (state.status === 'lost' && loan && policiesOfLoan(view, loan)?.loss.takeBackLost === 'refuse')
    return refuse(reason('LT-1307', { since: state.since }));
  if (state.status === 'on-hold-shelf' && state.library === view.library)
    return onShelfAlready(view, item, state);
  const ended = loan ? endLoan(view, loan, item, returnedAt, ask.mode) : withoutLoan(view, item, state, ask);
  const onward = whereNext(view, item, state, ask.keepHere);
  const findings = [...itemNotices(view, item), ...ended.findings, ...onward.findings];
  return {
    outcome: findings.length > 0 || onward.route ? 'routed' : 'done',
    facts: [...ended.facts, ...onward.facts],
    findings,
    explanation: null,
    route: onward.route,
  };
}

interface Part {
  readonly facts: readonly FactDraft[];
  readonly findings: readonly Finding[];
}

function loanToEnd(view: DeskView, state: ItemState): Loan | null {
  switch (state.status) {
    case 'on-loan':
    case 'claimed-returned':
      return view.loan(state.loan);
    case 'lost':
      return state.loan === null ? null : view.loan(state.loan);
    default:
      return null;
  }
}

/** A return cannot be in the future or before its own loan. */
function timeProblem(view: DeskView, loan: Loan | null, returnedAt: Instant): Decision | null {
  const at = Date.parse(returnedAt);
  if (at > Date.parse(view.now)) return refuse(reason('LT-1312', { at: returnedAt }));
  if (loan && at < Date.parse(loan.checkedOutAt))
    return refuse(reason('LT-1313', { at: returnedAt, lent: loan.checkedOutAt }));
  return null;
}

/** The facts that end a loan: the return and what it costs. */
export function endLoan(
  view: DeskView,
  loan: Loan,
  item: Item,
  returnedAt: Instant,
  mode: CheckIn['mode'],
): Part {
  const facts: FactDraft[] = [
    {
      kind: 'loan.returned',
      body: {
        item: item.id,
        barcode: item.barcode,
        library: view.library,
        loan: loan.id,
        returnedAt,
        mode,
        usedInHouse: false,
      },
    },
  ];
  if (loan.lostAt !== null) {
    return {
      facts: [...facts, ...assessFound(view, loan, returnedAt)],
      findings: [notice(reason('LT-1306', { lost: loan.lostAt }))],
    };
  }
  const charged = assessOverdue(view, loan, returnedAt);
  const amount = charged.reduce(
    (sum, fact) => sum + (fact.kind === 'charge.assessed' ? fact.body.amount : 0),
    0,
  );
  return {
    facts: [...facts, ...charged],
    findings: [
      ...(amount > 0 ? [notice(reason('LT-1305', { amount }))] : []),
      ...(loan.claimedReturnedAt === null
        ? []
        : [notice(reason('LT-1314', { claimed: loan.claimedReturnedAt }))]),
    ],
  };
}

/** Nobody has it: its presence is recorded, and what the desk should know is said. */
function withoutLoan(view: DeskView, item: Item, state: ItemState, ask: CheckIn): Part {
  const arrived = state.status === 'in-transit';
  const usedInHouse = ask.countUse && state.status === 'available';
  const seen: FactDraft = {
    kind: 'loan.returned',
    body: {
      item: item.id,
      barcode: item.barcode,
      library: view.library,
      loan: null,
      returnedAt: ask.returnedAt ?? view.now,
      mode: ask.mode,
      usedInHouse,
    },
  };
  const received: FactDraft = {
    kind: 'transit.received',
    body: { item: item.id, barcode: item.barcode, library: view.library },
  };
  return { facts: [arrived ? received : seen], findings: stateNotices(state, usedInHouse, view) };
}

function stateNotices(state: ItemState, usedInHouse: boolean, view: DeskView): readonly Finding[] {
  switch (state.status) {
    case 'in-transit':
      return [notice(reason('LT-1310', { from: view.libraryName(state.from) }))];
    case 'missing':
      return [notice(reason('LT-1315'))];
    case 'lost':
      return [notice(reason('LT-1306', { lost: state.since }))];
    case 'damaged':
      return [notice(reason('LT-1316'))];
    case 'withdrawn':
      return [notice(reason('LT-1317', { decision: state.decision }))];
    default:
      return [notice(reason(usedInHouse ? 'LT-1311' : 'LT-1301'))];
  }
}

interface Onward extends Part {
  readonly route: Route | null;
}

/** A hold comes first, then the way home. What cannot be lent goes nowhere by itself. */
function whereNext(view: DeskView, item: Item, state: ItemState, keepHere: boolean): Onward {
  const setAside = setAsideFor(view, item, state);
  if (keepHere || state.status === 'damaged' || state.status === 'withdrawn') {
    // A copy that arrives and stays is on its way to nobody.
    const stays = state.status === 'in-transit' && setAside;
    const released = { kind: 'hold.released', body: { hold: setAside?.id ?? '', item: item.id } } as const;
    return { facts: stays ? [released] : [], findings: [], route: null };
  }
  const hold = setAside ?? holdFor(view, item);
  if (hold) {
    const { facts, route } = trapFor(view, hold, item);
    const patron = view.patron(hold.patron);
    const who = { name: patron?.name ?? '', card: patron?.card ?? '' };
    const said =
      route.to === 'hold-shelf'
        ? reason('LT-1303', { ...who, until: route.until })
        : reason('LT-1304', { ...who, library: view.libraryName(hold.pickup) });
    return { facts, route, findings: [notice(said)] };
  }
  if (item.library === view.library) return { facts: [], findings: [], route: null };
  return {
    facts: [
      {
        kind: 'transit.sent',
        body: {
          item: item.id,
          barcode: item.barcode,
          from: view.library,
          to: item.library,
          why: 'home',
          hold: null,
        },
      },
    ],
    findings: [notice(reason('LT-1302', { library: view.libraryName(item.library) }))],
    route: { to: 'library', library: item.library, hold: null },
  };
}

/** The hold this copy travels for, or waits for on the shelf of another library. */
function setAsideFor(view: DeskView, item: Item, state: ItemState): Hold | null {
  if (state.status !== 'in-transit' && state.status !== 'on-hold-shelf') return null;
  const hold = state.hold === null ? null : view.hold(state.hold);
  return hold && isSetAside(hold, item.id) ? hold : null;
}

function onShelfAlready(
  view: DeskView,
  item: Item,
  state: Extract<ItemState, { readonly status: 'on-hold-shelf' }>,
): Decision {
  const patron = view.patron(state.patron);
  const { hold } = state;
  const until = shelfUntilOf(view, state);
  return {
    outcome: 'noted',
    facts: [],
    findings: [
      ...itemNotices(view, item),
      notice(reason('LT-1309', { name: patron?.name ?? '', card: patron?.card ?? '', until })),
    ],
    explanation: null,
    route: { to: 'hold-shelf', hold, patron: state.patron, until },
  };
}

/** What belongs to the copy, and what somebody has written about it. */
function itemNotices(view: DeskView, item: Item): readonly Finding[] {
  return [
    ...(item.parts === '' ? [] : [notice(reason('LT-1308', { parts: item.parts }))]),
    ...view.messages({ kind: 'item', item: item.id }).map(({ text }) => notice(reason('LT-1232', { text }))),
  ];
}
