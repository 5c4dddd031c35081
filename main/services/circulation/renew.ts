import { decideRenewal } from '../../../domain/circulation/decide.ts';
import { reason } from '../../../domain/outcome.ts';
import { policyInForce } from '../../../domain/policy/policy.ts';
import type { DeskContext } from '../desk-context.ts';
import { commitAct } from './commit.ts';
import type { ActAnswer } from './row-content.ts';
import { patronInRow, refusedRow, rowContent } from './row-content.ts';

/** Renews one open loan. */
export function renew(context: DeskContext, loanId: string): ActAnswer {
  const { lookup } = context.store;
  context.store.mendOverlay();
  const loan = lookup.openLoan(loanId)?.loan;
  const patron = loan && lookup.patron(loan.patron);
  const item = loan && lookup.item(loan.item);
  if (!loan || !patron || !item) return { row: refusedRow('renewal', reason('LT-1401')), entries: [] };
  const today = context.clock.today();
  const decision = decideRenewal({
    today,
    library: context.library,
    policySet: policyInForce(lookup.policySets(), today),
    calendar: lookup.calendar(context.library),
    patron,
    item,
    loan,
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
    return { row: rowContent('renewal', 'refused', { ...shown, loan }), entries: [] };
  }
  const appended = commitAct(context, decision.facts, decision.explanation.policy?.version ?? null);
  const renewed = { id: loan.id, due, renewals: loan.renewals + 1 };
  return {
    row: rowContent('renewal', decision.outcome, { ...shown, loan: renewed }),
    entries: appended.map(({ entry }) => entry),
  };
}
