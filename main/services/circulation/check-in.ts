import type { Item } from '../../../domain/catalogue/catalogue.ts';
import { decideReturn } from '../../../domain/circulation/decide.ts';
import type { DeskContext } from '../desk-context.ts';
import { commitAct } from './commit.ts';
import type { ActAnswer } from './row-content.ts';
import { patronInRow, rowContent } from './row-content.ts';

/** Takes a copy back, whoever had it. */
export function checkIn(context: DeskContext, item: Item): ActAnswer {
  const { lookup } = context.store;
  const openLoan = lookup.openLoanOfItem(item.id)?.loan ?? null;
  const decision = decideReturn({
    library: context.library,
    libraryName: lookup.library(item.library)?.name ?? item.library,
    item,
    openLoan,
  });
  const summary = lookup.itemSummary(item.id);
  // Everything is read before the commit: after it, nothing may fail.
  const borrower = openLoan ? lookup.patron(openLoan.patron) : null;
  const appended = commitAct(context, decision.facts, null);
  return {
    row: rowContent('return', decision.outcome, {
      item: summary,
      patron: borrower ? patronInRow(borrower) : null,
      loan: openLoan ? { id: openLoan.id, due: openLoan.due, renewals: openLoan.renewals } : null,
      reasons: decision.reasons,
    }),
    entries: appended.map(({ entry }) => entry),
  };
}
