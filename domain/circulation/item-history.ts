import type { Disagreement } from '../exceptions/exception.ts';
import type { Fact } from '../facts/fact.ts';
import type { FactKind } from '../facts/fact.ts';
import type { Due } from '../facts/bodies/loans.ts';
import { compareDue } from './due.ts';
import type { ItemCirculation, ItemState } from './item-state.ts';
import { untouched } from './item-state.ts';
import type { LateTerm, Loan } from './loan.ts';
import { isOpen } from './loan.ts';

/**
 * Everything known about one copy: where it is, and its loans in the order they were made. A loan is open exactly
 * when the copy is `on-loan` or `claimed-returned`.
 */
export interface ItemHistory {
  readonly circulation: ItemCirculation;
  readonly loans: readonly Loan[];
  readonly exceptions: readonly Disagreement[];
}

type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

export function emptyHistory(item: string): ItemHistory {
  return { circulation: untouched(item), loans: [], exceptions: [] };
}

/** The loan that has the copy now: the latest one still open, or null when no reader has it. */
export function currentLoan(history: Pick<ItemHistory, 'loans'>): Loan | null {
  return history.loans.findLast(isOpen) ?? null;
}

/** Applies one fact to one copy's history. Pure; facts must come in history order; foreign facts change nothing. */
export function evolveItem(history: ItemHistory, fact: Fact): ItemHistory {
  switch (fact.kind) {
    case 'loan.checked-out':
      return checkedOut(history, fact);
    case 'loan.returned':
      return returned(history, fact);
    case 'loan.return-corrected':
      return returnCorrected(history, fact);
    case 'loan.renewed':
      return renewed(history, fact);
    case 'loan.due-changed':
      return dueChanged(history, fact);
    case 'item.marked':
      return marked(history, fact);
    case 'transit.sent': {
      const { from, to, hold } = fact.body;
      return moved(history, fact, { status: 'in-transit', from, to, hold, since: fact.at });
    }
    case 'transit.received':
      return history.circulation.state.status === 'in-transit'
        ? moved(history, fact, { status: 'available' })
        : history;
    case 'hold.trapped': {
      const { hold, patron, library, shelfUntil } = fact.body;
      return moved(history, fact, { status: 'on-hold-shelf', hold, patron, library, shelfUntil });
    }
    case 'hold.released':
    case 'hold.ended':
      return withoutHold(history, fact.body.hold);
    default:
      return history;
  }
}

function checkedOut(history: ItemHistory, fact: FactOf<'loan.checked-out'>): ItemHistory {
  // The rows of a feed may hold the loan already: its check-out says nothing new.
  if (history.loans.some(({ id }) => id === fact.id)) return history;
  const open = currentLoan(history);
  const { body } = fact;
  const loan: Loan = {
    id: fact.id,
    item: body.item,
    barcode: body.barcode,
    biblio: body.biblio,
    itemClass: body.itemClass,
    collection: body.collection,
    price: body.price,
    patron: body.patron,
    library: body.library,
    station: fact.station,
    use: body.use,
    checkedOutAt: fact.at,
    due: body.due,
    renewals: 0,
    unseenRenewals: 0,
    policy: body.policy,
    recall: null,
    claimedReturnedAt: null,
    lostAt: null,
    returnedAt: null,
  };
  return {
    ...withState(history, { status: 'on-loan', loan: fact.id }),
    loans: [...history.loans, loan],
    exceptions: open ? withException(history, 'double-loan', [open.id, fact.id]) : history.exceptions,
  };
}

function returned(history: ItemHistory, fact: FactOf<'loan.returned'>): ItemHistory {
  const named = fact.body.loan;
  const target = history.loans.find((loan) => loan.id === named);
  if (target?.returnedAt === null) return closed(history, target, fact);
  const open = currentLoan(history);
  // The copy is on the desk whatever the desk's rows said, so nobody has it any more.
  if (open) {
    const after = closed(history, open, fact);
    if (named === null) return after;
    return { ...after, exceptions: withException(history, 'returned-other-loan', [open.id, fact.id]) };
  }
  const seen = countUse(seenAgain(history), fact);
  // A second return of the same loan says nothing new: the first one stands.
  if (target || named === null) return seen;
  return { ...seen, exceptions: withException(history, 'unknown-loan', [named, fact.id]) };
}

function closed(history: ItemHistory, loan: Loan, fact: FactOf<'loan.returned'>): ItemHistory {
  const { returnedAt, library } = fact.body;
  const returnedTo = library === loan.library ? {} : { returnedTo: library };
  const loans = replaceLoan(history.loans, { ...loan, returnedAt, ...returnedTo });
  // Two desks may have lent it: with one of the loans closed the other still has the copy.
  const left = currentLoan({ loans });
  const state: ItemState = left ? heldOn(left) : { status: 'available' };
  const lastLoan = { loan: loan.id, patron: loan.patron, returnedAt, library };
  return { ...history, loans, circulation: { ...history.circulation, state, lastLoan } };
}

/** Where the copy is while this loan is open. */
function heldOn({ id, claimedReturnedAt }: Loan): ItemState {
  return claimedReturnedAt === null
    ? { status: 'on-loan', loan: id }
    : { status: 'claimed-returned', loan: id, since: claimedReturnedAt };
}

/** True for a copy that nobody at a desk has had in hand: `found` says nothing of any other. */
function isAbsent(history: ItemHistory): boolean {
  const { status } = history.circulation.state;
  return status === 'lost' || status === 'missing' || status === 'withdrawn';
}

/** A copy that was given up is on a desk again. */
function seenAgain(history: ItemHistory): ItemHistory {
  const { status } = history.circulation.state;
  return status === 'lost' || status === 'missing' ? withState(history, { status: 'available' }) : history;
}

function countUse(history: ItemHistory, fact: FactOf<'loan.returned'>): ItemHistory {
  if (!fact.body.usedInHouse) return history;
  const { circulation } = history;
  return { ...history, circulation: { ...circulation, usesInHouse: circulation.usesInHouse + 1 } };
}

function returnCorrected(history: ItemHistory, fact: FactOf<'loan.return-corrected'>): ItemHistory {
  const loan = history.loans.find(({ id }) => id === fact.body.loan);
  if (!loan || loan.returnedAt === null) return history;
  const { returnedAt } = fact.body;
  const { lastLoan } = history.circulation;
  return {
    ...history,
    loans: replaceLoan(history.loans, { ...loan, returnedAt }),
    circulation: {
      ...history.circulation,
      lastLoan: lastLoan?.loan === loan.id ? { ...lastLoan, returnedAt } : lastLoan,
    },
  };
}

function renewed(history: ItemHistory, fact: FactOf<'loan.renewed'>): ItemHistory {
  const target = history.loans.find((loan) => loan.id === fact.body.loan);
  if (!target)
    return {
      ...history,
      exceptions: withException(history, 'unknown-loan', [fact.body.loan, fact.id]),
    };
  if (!isOpen(target))
    return {
      ...history,
      exceptions: withException(history, 'renewed-after-return', [target.id, fact.id]),
    };
  // The printed due date is a promise; the later promise wins, and every renewal is counted.
  const loan: Loan = {
    ...target,
    due: laterDue(fact.body.due, target.due),
    renewals: Math.max(fact.body.renewals, target.renewals + 1),
    unseenRenewals: target.unseenRenewals + (fact.body.seen ? 0 : 1),
    policy: fact.body.policy,
    recall: null,
    ...lateBefore(target, fact),
  };
  return { ...history, loans: replaceLoan(history.loans, loan) };
}

/** A renewal takes the overdue date away, not the days it was overdue by. */
function lateBefore(target: Loan, fact: FactOf<'loan.renewed'>): Pick<Loan, 'lateBefore'> {
  const { due, policy, recall } = target;
  if (compareDue(due, fact.at) >= 0) return {};
  const term: LateTerm = { due, renewedAt: fact.at, recalled: recall !== null, policy };
  return { lateBefore: [...(target.lateBefore ?? []), term] };
}

function dueChanged(history: ItemHistory, fact: FactOf<'loan.due-changed'>): ItemHistory {
  const target = history.loans.find((loan) => loan.id === fact.body.loan);
  if (!target || !isOpen(target)) return history;
  const { due, why, hold } = fact.body;
  const changed = (): Loan => {
    switch (why) {
      // A day that turned out closed only ever gives the reader more time.
      case 'closed-day':
        return { ...target, due: laterDue(due, target.due) };
      case 'staff':
        return { ...target, due };
      case 'recall':
        return hold === null ? target : { ...target, due, recall: { hold, dueBefore: target.due } };
      case 'recall-ended':
        return target.recall === null || target.recall.hold !== hold
          ? target
          : { ...target, due, recall: null };
    }
  };
  return { ...history, loans: replaceLoan(history.loans, changed()) };
}

function marked(history: ItemHistory, fact: FactOf<'item.marked'>): ItemHistory {
  const { mark, loan: named, decision } = fact.body;
  const open = history.loans.find((loan) => loan.id === named && isOpen(loan)) ?? currentLoan(history);
  switch (mark) {
    case 'lost': {
      const loans = open ? replaceLoan(history.loans, { ...open, lostAt: fact.at }) : history.loans;
      const left = currentLoan({ loans });
      const state: ItemState = left
        ? heldOn(left)
        : { status: 'lost', loan: open?.id ?? null, since: fact.at };
      return { ...withState(history, state), loans };
    }
    case 'claimed-returned': {
      if (!open) return history;
      const loans = replaceLoan(history.loans, { ...open, claimedReturnedAt: fact.at });
      return { ...withState(history, { status: 'claimed-returned', loan: open.id, since: fact.at }), loans };
    }
    case 'missing':
    case 'damaged':
      return moved(history, fact, { status: mark, since: fact.at });
    case 'withdrawn':
      return moved(history, fact, { status: 'withdrawn', decision, since: fact.at });
    case 'found':
      return open || !isAbsent(history) ? history : withState(history, { status: 'available' });
    case 'repaired':
      return history.circulation.state.status === 'damaged'
        ? withState(history, { status: 'available' })
        : history;
  }
}

/** The copy goes where a desk says, unless a reader has it: then the loan is the truth and a person looks. */
function moved(history: ItemHistory, fact: Fact, state: ItemState): ItemHistory {
  const open = currentLoan(history);
  if (!open) return withState(history, state);
  return { ...history, exceptions: withException(history, 'moved-while-on-loan', [open.id, fact.id]) };
}

function withoutHold(history: ItemHistory, hold: string): ItemHistory {
  const { state } = history.circulation;
  if (state.status === 'on-hold-shelf' && state.hold === hold)
    return withState(history, { status: 'available' });
  if (state.status === 'in-transit' && state.hold === hold)
    return withState(history, { ...state, hold: null });
  return history;
}

function withState(history: ItemHistory, state: ItemState): ItemHistory {
  return { ...history, circulation: { ...history.circulation, state } };
}

function withException(
  history: ItemHistory,
  rule: Disagreement['rule'],
  facts: readonly string[],
): readonly Disagreement[] {
  return [...history.exceptions, { rule, item: history.circulation.id, patron: null, facts }];
}

function replaceLoan(loans: readonly Loan[], changed: Loan): readonly Loan[] {
  return loans.map((loan) => (loan.id === changed.id ? changed : loan));
}

function laterDue(a: Due, b: Due): Due {
  return compareDue(a, b) > 0 ? a : b;
}
