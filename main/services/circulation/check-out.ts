import { decideCheckout } from '../../../domain/circulation/decide.ts';
import { policyInForce } from '../../../domain/policy/policy.ts';
import type { Item } from '../../../domain/catalogue/catalogue.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { DeskContext } from '../desk-context.ts';
import { commitAct } from './commit.ts';
import type { ActAnswer } from './row-content.ts';
import { patronInRow, rowContent } from './row-content.ts';

/** Lends a copy to the reader at the desk. */
export function checkOut(context: DeskContext, patron: Patron, item: Item): ActAnswer {
  const { lookup } = context.store;
  const today = context.clock.today();
  const decision = decideCheckout({
    today,
    library: context.library,
    policySet: policyInForce(lookup.policySets(), today),
    calendar: lookup.calendar(context.library),
    patron,
    item,
    openLoan: lookup.openLoanOfItem(item.id)?.loan ?? null,
    patronLoanCount: lookup.openLoanCount(patron.id),
  });
  const summary = lookup.itemSummary(item.id);
  const shown = {
    item: summary,
    patron: patronInRow(patron),
    reasons: decision.reasons,
    explanation: decision.explanation,
  };
  const due = decision.explanation.due?.due ?? null;
  if (decision.outcome === 'refused' || due === null) {
    return { row: rowContent('checkout', 'refused', shown), entries: [] };
  }
  const appended = commitAct(context, decision.facts, decision.explanation.policy?.version ?? null);
  const loan = appended[0] ? { id: appended[0].fact.id, due, renewals: 0 } : null;
  return {
    row: rowContent('checkout', decision.outcome, { ...shown, loan }),
    entries: appended.map(({ entry }) => entry),
  };
}
