import type { ChargeReader, SettlePayment, Waive } from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { done, refuse } from '../circulation/decision.ts';
import type { DeskView } from '../circulation/view.ts';
import { reason } from '../outcome.ts';
import { ledgerOf, outstanding } from './charge.ts';
import { depositInHand } from './debt.ts';
import { cashIn } from './drawers.ts';
import { maySettle } from './evolve-money.ts';
import { isLegalGround } from './legal-grounds.ts';
import { amountProblems } from './take-payment.ts';

/** Charges a reader for a service, a card or damage. What follows from a loan is charged by its return. */
export function decideCharge(view: DeskView, ask: ChargeReader): Decision {
  const { charge, patron, kind, amount, item, title, legalAct, note } = ask;
  if (!view.patron(patron)) return refuse(reason('LT-1811'));
  if (title.trim() === '') return refuse(reason('LT-1812'));
  const problems = amountProblems(amount);
  if (problems.length > 0) return refuse(...problems);
  if (view.charge(charge)) return refuse(reason('LT-1708'));
  return done([
    {
      kind: 'charge.assessed',
      body: {
        charge,
        patron,
        library: view.library,
        ledger: ledgerOf[kind],
        kind,
        amount,
        loan: null,
        item,
        title: title.trim(),
        legalAct,
        note,
      },
    },
  ]);
}

/** Forgives part or all of what is still owed, by a ground of the law. */
export function decideWaive(view: DeskView, { charge: id, amount, ground, note }: Waive): Decision {
  const charge = view.charge(id);
  const owed = charge ? outstanding(charge) : 0;
  if (!charge || owed <= 0) return refuse(reason('LT-1708'));
  const problems = amountProblems(amount);
  if (problems.length > 0) return refuse(...problems);
  if (amount > owed) return refuse(reason('LT-1704', { owed }));
  if (!isLegalGround(ground)) return refuse(reason('LT-1709'));
  const { patron, library } = charge;
  return done([{ kind: 'charge.waived', body: { charge: id, patron, library, amount, ground, note } }]);
}

/** Says what became of a payment: in the bank, bounced, or taken back. Cash goes back out of an open drawer. */
export function decideSettle(view: DeskView, { payment: id, status, note }: SettlePayment): Decision {
  const payment = view.payment(id);
  if (!payment || !maySettle(payment.status, status)) return refuse(reason('LT-1710'));
  const { patron, library, allocations, method, amount, purpose } = payment;
  const drawer = status === 'reversed' && method === 'cash' ? view.openDrawer() : null;
  if (status === 'reversed' && method === 'cash') {
    if (!drawer) return refuse(reason('LT-1705'));
    const goesOut = purpose === 'charges' || purpose === 'deposit';
    const held = cashIn(drawer, view.paymentsOfDrawer(drawer.id));
    if (goesOut && amount > held) return refuse(reason('LT-1717', { held }));
  }
  if (status === 'reversed' && purpose === 'deposit' && payment.status === 'received') {
    // What was given back already cannot be given back once more.
    const free = depositInHand(view.paymentsOf(patron));
    if (amount > free) return refuse(reason('LT-1713', { needed: 0, free }));
  }
  return done([
    {
      kind: 'payment.settled',
      body: { payment: id, patron, library, status, allocations, drawer: drawer?.id ?? null, note },
    },
  ]);
}
