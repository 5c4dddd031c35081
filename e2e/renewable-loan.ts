import type { Loan } from '../domain/circulation/loan.ts';
import { isOpen } from '../domain/circulation/loan.ts';
import { decide } from '../domain/decide.ts';
import { openHistory } from '../domain/demo/history/history.ts';
import type { DemoOptions } from '../domain/demo/options.ts';

/** When a desk would renew it: the middle of the morning, in minutes of the day. */
const midMorning = 600;

/** A loan of the demonstration's history that is its reader's only one and that a renewal today moves to `due`. */
export function renewableLoan(options: DemoOptions): { card: string; loan: Loan; due: string } {
  const history = openHistory(options);
  for (const fact of history.play()) void fact;
  const view = history.station.view({ day: options.today, minute: midMorning });
  const open = history.station.rows.all('loan').filter(isOpen);
  for (const loan of open) {
    const patron = view.patron(loan.patron);
    if (!patron || view.openLoansOfPatron(patron.id).length !== 1) continue;
    const decision = decide(view, { do: 'renew', loan: loan.id, seen: false, due: null, confirmed: [] });
    const [fact] = decision.facts;
    if (fact?.kind === 'loan.renewed' && decision.outcome === 'done')
      return { card: patron.card, loan, due: fact.body.due };
  }
  throw new Error('The demonstration has no loan that can be renewed today.');
}
