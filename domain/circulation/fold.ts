import type { Fact, PlacedFact } from '../facts/fact.ts';
import { comparePlaced } from '../facts/fact.ts';
import type { Loan } from './loan.ts';

/** A disagreement between facts that a person has to look at. Both facts stay. */
interface CirculationException {
  readonly rule: 'double-loan' | 'unknown-loan' | 'renewed-after-return' | 'returned-other-loan';
  readonly item: string;
  /** Fact ids, earliest first. */
  readonly facts: readonly string[];
}

/** Everything known about the loans of one item. Loans stand in the order they were made. */
export interface ItemHistory {
  readonly loans: readonly Loan[];
  readonly exceptions: readonly CirculationException[];
}

export const emptyHistory: ItemHistory = { loans: [], exceptions: [] };

/** The loan that has the copy now: the latest one still open, or null when the copy is in. */
export function currentLoan(history: ItemHistory): Loan | null {
  return history.loans.findLast((loan) => loan.returnedAt === null) ?? null;
}

/** Applies one fact to one item's history. Pure; facts must come in history order. */
export function evolveItem(history: ItemHistory, fact: Fact): ItemHistory {
  switch (fact.kind) {
    case 'loan.checked-out':
      return checkedOut(history, fact);
    case 'loan.returned':
      return returned(history, fact);
    case 'loan.renewed':
      return renewed(history, fact);
  }
}

/**
 * The state of an item from the set of its facts: any order and any repetition of the same facts gives the
 * same answer, which is why a late or doubled fact can do no harm.
 */
export function foldItem(facts: readonly PlacedFact[]): ItemHistory {
  const seen = new Set<string>();
  return [...facts]
    .sort(comparePlaced)
    .filter(({ fact }) => !seen.has(fact.id) && seen.add(fact.id))
    .reduce((history, { fact }) => evolveItem(history, fact), emptyHistory);
}

function checkedOut(history: ItemHistory, fact: Fact & { kind: 'loan.checked-out' }): ItemHistory {
  // The rows of a feed may hold the loan already: its check-out says nothing new.
  if (history.loans.some(({ id }) => id === fact.id)) return history;
  const open = currentLoan(history);
  const loan: Loan = {
    id: fact.id,
    item: fact.body.item,
    patron: fact.body.patron,
    library: fact.body.library,
    station: fact.station,
    checkedOutAt: fact.at,
    due: fact.body.due,
    renewals: 0,
    policyVersion: fact.body.policy.version,
    returnedAt: null,
  };
  return {
    loans: [...history.loans, loan],
    exceptions: open ? withException(history, 'double-loan', fact, [open.id, fact.id]) : history.exceptions,
  };
}

function returned(history: ItemHistory, fact: Fact & { kind: 'loan.returned' }): ItemHistory {
  const named = fact.body.loan;
  const target = history.loans.find((loan) => loan.id === named);
  if (target?.returnedAt === null) return closed(history, target, fact);
  const open = currentLoan(history);
  // The copy is on the desk whatever the desk's rows said, so nobody has it any more.
  if (open) {
    const after = closed(history, open, fact);
    if (named === null) return after;
    return { ...after, exceptions: withException(history, 'returned-other-loan', fact, [open.id, fact.id]) };
  }
  // A second return of the same loan says nothing new: the first one stands.
  if (target || named === null) return history;
  return { ...history, exceptions: withException(history, 'unknown-loan', fact, [named, fact.id]) };
}

function closed(history: ItemHistory, loan: Loan, fact: Fact): ItemHistory {
  return { ...history, loans: replaceLoan(history.loans, { ...loan, returnedAt: fact.at }) };
}

function renewed(history: ItemHistory, fact: Fact & { kind: 'loan.renewed' }): ItemHistory {
  const target = history.loans.find((loan) => loan.id === fact.body.loan);
  if (!target)
    return {
      ...history,
      exceptions: withException(history, 'unknown-loan', fact, [fact.body.loan, fact.id]),
    };
  if (target.returnedAt !== null)
    return {
      ...history,
      exceptions: withException(history, 'renewed-after-return', fact, [target.id, fact.id]),
    };
  // The printed due date is a promise; the later promise wins, and every renewal is counted.
  const due = fact.body.due > target.due ? fact.body.due : target.due;
  const renewals = Math.max(fact.body.renewals, target.renewals + 1);
  return {
    ...history,
    loans: replaceLoan(history.loans, { ...target, due, renewals, policyVersion: fact.body.policy.version }),
  };
}

function withException(
  history: ItemHistory,
  rule: CirculationException['rule'],
  fact: Fact,
  facts: readonly string[],
): readonly CirculationException[] {
  return [...history.exceptions, { rule, item: fact.body.item, facts }];
}

function replaceLoan(loans: readonly Loan[], changed: Loan): readonly Loan[] {
  return loans.map((loan) => (loan.id === changed.id ? changed : loan));
}
