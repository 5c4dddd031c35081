import type { FactDraft, Instant } from '../facts/fact.ts';
import type { ChargeAssessed } from '../facts/bodies/money.ts';
import { daysBetween } from '../calendar/calendar.ts';
import { civilDateAt } from '../calendar/calendar.ts';
import type { Charge } from '../money/charge.ts';
import { ledgerOf, loanChargeId, paidOf, waivedOf } from '../money/charge.ts';
import { compensationFor, coverPrice, saturated } from '../money/compensation.ts';
import { overdueCharge } from '../money/overdue-charge.ts';
import type { GivenPolicies } from '../policy/resolve.ts';
import { policiesOfLoan } from './applicable-policy.ts';
import type { LateTerm, Loan } from './loan.ts';
import type { DeskView } from './view.ts';

type LoanChargeKind = 'overdue' | 'lost' | 'processing' | 'damage';

/**
 * What a loan costs for being late if the copy came back at `endedAt`, in đồng: every term by the policy it was
 * promised under, the terms together within the caps of the last one. A flat charge is one, however many were late.
 * Nothing but the loan's dates decides, so the order in which they became known does not.
 */
export function overdueAmount(view: DeskView, loan: Loan, endedAt: Instant): number {
  const policies = policiesOfLoan(view, loan);
  if (!policies) return 0;
  const last = { due: loan.due, renewedAt: endedAt, recalled: loan.recall !== null, policy: loan.policy };
  const amounts = [...(loan.lateBefore ?? []), last].map((term) => termAmount(view, loan, term, endedAt));
  const { overdue, loss } = policies;
  const isFlat = overdue.charge !== 'none' && overdue.charge.kind === 'flat';
  const sum = isFlat ? Math.max(...amounts) : saturated(amounts.reduce((total, amount) => total + amount, 0));
  const cover = overdue.capToPrice === 'yes' ? coverPrice(loss, loan.price) : 0;
  return Math.min(sum, overdue.cap === 'none' ? sum : overdue.cap, cover > 0 ? cover : sum);
}

/** One term, up to its end: the renewal, or the end of the loan where that came first. */
function termAmount(view: DeskView, loan: Loan, term: LateTerm, endedAt: Instant): number {
  const policies = policiesOfLoan(view, term);
  if (!policies) return 0;
  const { due, renewedAt, recalled } = term;
  return overdueCharge(
    {
      due,
      endedAt: Date.parse(renewedAt) < Date.parse(endedAt) ? renewedAt : endedAt,
      price: loan.price,
      recalled,
      timeZone: view.timeZone,
      claimedReturnedAt: loan.claimedReturnedAt,
    },
    policies.overdue,
    policies.loss,
    view.calendar(loan.library),
  ).amount;
}

/** Assesses the overdue charge of a loan that ended at `endedAt`; nothing when that is what stands already. */
export function assessOverdue(view: DeskView, loan: Loan, endedAt: Instant): readonly FactDraft[] {
  return assess(view, loan, 'overdue', overdueAmount(view, loan, endedAt));
}

/** What a loan comes to when its return turns out to have been at `returnedAt`, or its days to have been closed. */
export function assessReturned(view: DeskView, loan: Loan, returnedAt: Instant): readonly FactDraft[] {
  return loan.lostAt === null ? assessOverdue(view, loan, returnedAt) : assessFound(view, loan, returnedAt);
}

/** What a loan has cost by now when it is renewed late, and the assessment of it where that is new. */
export function assessLateRenewal(
  view: DeskView,
  loan: Loan,
): { readonly amount: number; readonly facts: readonly FactDraft[] } {
  const amount = overdueAmount(view, loan, view.now);
  const facts = assess(view, loan, 'overdue', amount);
  return { amount: facts.length > 0 ? amount : 0, facts };
}

/** Sets one charge of a loan to `amount`. The same cause is always the same charge. */
function assess(
  view: DeskView,
  loan: Loan,
  kind: LoanChargeKind,
  amount: number,
  note = '',
): readonly FactDraft[] {
  const charge = loanChargeId(loan.id, kind);
  if ((view.charge(charge)?.amount ?? 0) === amount) return [];
  const body: ChargeAssessed = {
    charge,
    patron: loan.patron,
    library: loan.library,
    ledger: ledgerOf[kind],
    kind,
    amount,
    loan: loan.id,
    item: loan.item,
    title: view.biblio(loan.biblio)?.title ?? loan.barcode,
    legalAct: '',
    note,
  };
  return [{ kind: 'charge.assessed', body }];
}

/**
 * Charges for a copy declared lost on `loan`: compensation (`agreed`, or null for the policy's), processing, and what
 * the policy says of lateness.
 */
export function assessLoss(view: DeskView, loan: Loan, agreed: number | null): readonly FactDraft[] {
  const policies = policiesOfLoan(view, loan);
  if (!policies) return [];
  const { loss } = policies;
  const overdue = loss.overdueWhenLost === 'keep' ? overdueAmount(view, loan, view.now) : 0;
  return [
    ...assess(view, loan, 'overdue', overdue),
    ...assess(view, loan, 'lost', agreed ?? compensationFor(loss, loan.price)),
    ...assess(view, loan, 'processing', loss.processing),
  ];
}

/** What finding a lost copy changes of its loan's charges. Processing is never given back. */
export function assessFound(view: DeskView, loan: Loan, foundAt: Instant): readonly FactDraft[] {
  const policies = policiesOfLoan(view, loan);
  if (!policies) return [];
  const lost = view.charge(loanChargeId(loan.id, 'lost'));
  return [
    ...(lost ? assess(view, loan, 'lost', afterFound(view, policies, loan, lost, foundAt)) : []),
    ...overdueWhenFound(view, policies, loan, foundAt),
  ];
}

function afterFound(
  view: DeskView,
  { loss }: GivenPolicies,
  loan: Loan,
  lost: Charge,
  foundAt: Instant,
): number {
  const days = daysBetween(
    civilDateAt(loan.lostAt ?? foundAt, view.timeZone),
    civilDateAt(foundAt, view.timeZone),
  );
  if (loss.refundWithin !== 'unlimited' && days > loss.refundWithin) return lost.amount;
  switch (loss.whenFound) {
    case 'keep':
      return lost.amount;
    // What was waived was never paid, so it is not given back: only the paid part becomes a credit.
    case 'refund':
      return waivedOf(lost);
    case 'refund-unpaid':
      return waivedOf(lost) + paidOf(lost);
  }
}

function overdueWhenFound(
  view: DeskView,
  { loss }: GivenPolicies,
  loan: Loan,
  foundAt: Instant,
): readonly FactDraft[] {
  switch (loss.overdueWhenFound) {
    case 'keep':
      return [];
    case 'waive':
      return assess(view, loan, 'overdue', 0);
    case 'charge':
      return assess(view, loan, 'overdue', overdueAmount(view, loan, foundAt));
  }
}
