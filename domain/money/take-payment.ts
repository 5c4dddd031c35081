import type { Pay, RefundCredit, RefundDeposit, TakeDeposit } from '../commands.ts';
import type { Decision, Finding } from '../circulation/decision.ts';
import { done, notice, refuse } from '../circulation/decision.ts';
import type { DeskView } from '../circulation/view.ts';
import { policiesOfLoan } from '../circulation/applicable-policy.ts';
import type { PaymentTaken } from '../facts/bodies/money.ts';
import type { Reason } from '../outcome.ts';
import { reason } from '../outcome.ts';
import type { Charge } from './charge.ts';
import { outstanding } from './charge.ts';
import { creditOf, depositHeld, depositInHand } from './debt.ts';
import { cashIn } from './drawers.ts';
import type { Allocation, PaymentMethod } from './payment.ts';
import { receiptFor } from './receipt-number.ts';

/** Takes money for charges: the oldest first, each as far as the money goes. */
export function decidePay(view: DeskView, ask: Pay): Decision {
  const charges = view
    .chargesOf(ask.patron)
    .filter(
      (charge) => outstanding(charge) > 0 && (ask.charges.length === 0 || ask.charges.includes(charge.id)),
    )
    .toSorted(oldestFirst);
  if (charges.length === 0) return refuse(reason('LT-1708'));
  const owed = charges.reduce((sum, charge) => sum + outstanding(charge), 0);
  const problems = [
    ...amountProblems(ask.amount),
    ...(ask.amount > owed ? [reason('LT-1704', { owed })] : []),
    ...meansProblems(view, ask),
  ];
  if (problems.length > 0) return refuse(...problems);
  return taken(view, ask, { purpose: 'charges', allocations: allocate(charges, ask.amount) });
}

/** Takes a deposit (thế chân). It is the reader's money: the library only holds it. */
export function decideTakeDeposit(view: DeskView, ask: TakeDeposit): Decision {
  if (!view.patron(ask.patron)) return refuse(reason('LT-1811'));
  const problems = [...amountProblems(ask.amount), ...meansProblems(view, ask)];
  if (problems.length > 0) return refuse(...problems);
  return taken(view, ask, { purpose: 'deposit', allocations: [] });
}

/** Gives a deposit back in cash, as far as nothing on loan needs it. */
export function decideRefundDeposit(view: DeskView, { patron, amount }: RefundDeposit): Decision {
  const payments = view.paymentsOf(patron);
  const needed = depositNeeded(view, patron);
  // Cash is not given for a transfer that may still bounce.
  const free = Math.max(0, Math.min(depositHeld(payments) - needed, depositInHand(payments)));
  const problems = [
    ...amountProblems(amount),
    ...(amount > free ? [reason('LT-1713', { needed, free })] : []),
    ...drawerProblems(view, amount),
  ];
  if (problems.length > 0) return refuse(...problems);
  return taken(view, { patron, amount, ...cashOut }, { purpose: 'deposit-refund', allocations: [] });
}

/** Gives back in cash what was paid for a charge that has fallen since. */
export function decideRefundCredit(view: DeskView, { patron, amount }: RefundCredit): Decision {
  const charges = view
    .chargesOf(patron)
    .filter((charge) => outstanding(charge) < 0)
    .toSorted(oldestFirst);
  const free = creditOf(charges);
  const problems = [
    ...amountProblems(amount),
    ...(amount > free ? [reason('LT-1715', { free })] : []),
    ...drawerProblems(view, amount),
  ];
  if (problems.length > 0) return refuse(...problems);
  return taken(
    view,
    { patron, amount, ...cashOut },
    { purpose: 'credit-refund', allocations: giveBack(charges, amount) },
  );
}

const cashOut = { method: 'cash', tendered: null, bill: null } as const;

interface Money {
  readonly patron: string;
  readonly amount: number;
  readonly method: PaymentMethod;
  readonly tendered: number | null;
  readonly bill: string | null;
}

function taken(
  view: DeskView,
  { patron, amount, method, tendered, bill }: Money,
  what: Pick<PaymentTaken, 'purpose' | 'allocations'>,
): Decision {
  const receipt = receiptFor(view.receipts(), view);
  const drawer = method === 'cash' ? (view.openDrawer()?.id ?? null) : null;
  const change = tendered === null ? 0 : tendered - amount;
  const findings: readonly Finding[] = [
    ...(change > 0 ? [notice(reason('LT-1716', { change }))] : []),
    ...(receipt.kind === 'provisional' ? [notice(reason('LT-1714'))] : []),
  ];
  return done(
    [
      {
        kind: 'payment.taken',
        body: { patron, library: view.library, ...what, method, amount, drawer, tendered, receipt, bill },
      },
    ],
    { findings },
  );
}

function oldestFirst(a: Charge, b: Charge): number {
  const difference = Date.parse(a.raisedAt) - Date.parse(b.raisedAt);
  return difference === 0 ? (a.id < b.id ? -1 : 1) : difference;
}

function allocate(charges: readonly Charge[], amount: number): readonly Allocation[] {
  let left = amount;
  return charges.flatMap((charge): Allocation[] => {
    const part = Math.min(left, outstanding(charge));
    left -= part;
    return part > 0 ? [{ charge: charge.id, ledger: charge.ledger, amount: part }] : [];
  });
}

function giveBack(charges: readonly Charge[], amount: number): readonly Allocation[] {
  let left = amount;
  return charges.flatMap((charge): Allocation[] => {
    const part = Math.min(left, -outstanding(charge));
    left -= part;
    return part > 0 ? [{ charge: charge.id, ledger: charge.ledger, amount: -part }] : [];
  });
}

/** Whole đồng, more than none, and few enough that sums stay exact. */
export function amountProblems(amount: number): readonly Reason[] {
  if (!Number.isSafeInteger(amount) || amount > largestAmount) return [reason('LT-1703')];
  return amount > 0 ? [] : [reason('LT-1702')];
}

/** A hundred billion đồng: more than any desk handles, and a million of them still sum exactly below 2^53. */
const largestAmount = 100_000_000_000;

function meansProblems(
  view: DeskView,
  { method, amount, tendered, bill }: Omit<Money, 'patron'>,
): readonly Reason[] {
  if (method === 'vietqr') return bill === null || bill === '' ? [reason('LT-1710')] : [];
  return [
    ...(view.openDrawer() ? [] : [reason('LT-1705')]),
    ...(tendered !== null && tendered < amount ? [reason('LT-1711', { tendered, amount })] : []),
  ];
}

/** Cash can only go out of an open drawer that has it. */
function drawerProblems(view: DeskView, amount: number): readonly Reason[] {
  const drawer = view.openDrawer();
  if (!drawer) return [reason('LT-1705')];
  const held = cashIn(drawer, view.paymentsOfDrawer(drawer.id));
  return amount > held ? [reason('LT-1717', { held })] : [];
}

/** Cover prices on loan that the reader's deposit stands for. */
function depositNeeded(view: DeskView, patron: string): number {
  return view
    .openLoansOfPatron(patron)
    .filter(({ use }) => use === 'home')
    .reduce((sum, loan) => {
      const deposit = policiesOfLoan(view, loan)?.deposit;
      return deposit?.ceiling === 'cover-price' ? sum + Math.max(loan.price, deposit.minimumPerItem) : sum;
    }, 0);
}
