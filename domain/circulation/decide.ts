import type { Calendar } from '../calendar/calendar.ts';
import type { Item } from '../catalogue/catalogue.ts';
import type { CivilDate, FactDraft, PolicyBasis } from '../facts/fact.ts';
import type { Reason } from '../outcome.ts';
import { reason } from '../outcome.ts';
import type { Patron } from '../patrons/patron.ts';
import type { PolicyAnswer, PolicySet } from '../policy/policy.ts';
import { resolvePolicy } from '../policy/policy.ts';
import { dueDate } from './due-date.ts';
import type { Explanation } from './explanation.ts';
import { explain } from './explanation.ts';
import type { Loan } from './loan.ts';

/** What the desk answers. `routed` is done, but the copy has to go somewhere. Only done and routed carry facts. */
export interface Decision {
  readonly outcome: 'done' | 'routed' | 'refused';
  readonly facts: readonly FactDraft[];
  /** For a refusal every reason at once, in a stable order; for the others, what staff should notice. */
  readonly reasons: readonly Reason[];
  readonly explanation: Explanation;
}

/** What any desk decision may look at. */
interface DeskView {
  readonly today: CivilDate;
  /** Library of this desk. */
  readonly library: string;
  readonly policySet: PolicySet | null;
  readonly calendar: Calendar;
}

export interface CheckoutView extends DeskView {
  readonly patron: Patron;
  readonly item: Item;
  /** The open loan of this copy, if any. */
  readonly openLoan: Loan | null;
  /** How many copies the reader has now. */
  readonly patronLoanCount: number;
}

/** Lends one copy to one reader, or says every reason why not. */
export function decideCheckout(view: CheckoutView): Decision {
  const policy = policyFor(view, view.patron, view.item);
  const limit = loanLimit(policy, view.patronLoanCount);
  const due =
    policy && policy.loanPolicy.period !== 'none'
      ? dueDate(policy.loanPolicy, view.calendar, view.patron.expires, view.today, policy.loanPolicy.period)
      : null;
  const explanation = explain(policy, due, limit);
  const reasons = [
    ...cardReasons(view.patron, view.today),
    ...itemReasons(view.item),
    ...openLoanReasons(view),
    ...(limit && limit.count >= limit.max ? [reason('LT-1203', { ...limit })] : []),
    ...policyReasons(policy),
    ...(policy && policy.loanPolicy.period !== 'none' && !due ? [reason('LT-1210')] : []),
  ];
  if (reasons.length > 0 || !policy || !due) return { outcome: 'refused', facts: [], reasons, explanation };
  const { item, patron } = view;
  return {
    outcome: 'done',
    facts: [
      {
        kind: 'loan.checked-out',
        body: {
          item: item.id,
          barcode: item.barcode,
          patron: patron.id,
          card: patron.card,
          library: view.library,
          due: due.due,
          policy: basisOf(policy),
        },
      },
    ],
    reasons: [],
    explanation,
  };
}

export interface ReturnView {
  readonly library: string;
  /** Name of the library that owns the copy, for the sentence that sends it home. */
  readonly libraryName: string;
  readonly item: Item;
  readonly openLoan: Loan | null;
}

/** Takes one copy back. Never refused: the book is on the desk. */
export function decideReturn(view: ReturnView): Decision {
  const away = view.item.library !== view.library;
  const reasons = [
    ...(view.openLoan ? [] : [reason('LT-1301')]),
    ...(away ? [reason('LT-1302', { library: view.libraryName })] : []),
  ];
  return {
    outcome: reasons.length > 0 ? 'routed' : 'done',
    facts: [
      {
        kind: 'loan.returned',
        body: {
          item: view.item.id,
          barcode: view.item.barcode,
          library: view.library,
          loan: view.openLoan?.id ?? null,
        },
      },
    ],
    reasons,
    explanation: explain(null),
  };
}

export interface RenewView extends DeskView {
  readonly patron: Patron;
  readonly item: Item;
  readonly loan: Loan;
}

/** Renews one loan from today, or says every reason why not. */
export function decideRenewal(view: RenewView): Decision {
  const { loan, patron, item, today } = view;
  const policy = policyFor(view, patron, item);
  const offered = policy && policy.loanPolicy.renewals !== 'none' ? policy.loanPolicy : null;
  const due = offered ? dueDate(offered, view.calendar, patron.expires, today, offered.renewalPeriod) : null;
  const explanation = explain(policy, due);
  const reasons = [
    ...(loan.returnedAt === null ? [] : [reason('LT-1401')]),
    ...cardReasons(patron, today),
    ...policyReasons(policy),
    ...(policy && !offered ? [reason('LT-1404')] : []),
    ...(offered && typeof offered.renewals === 'number' && loan.renewals >= offered.renewals
      ? [reason('LT-1402', { count: loan.renewals, max: offered.renewals })]
      : []),
    ...(offered && !due ? [reason('LT-1210')] : []),
    ...(due && due.due <= loan.due ? [reason('LT-1403', { due: loan.due })] : []),
  ];
  if (reasons.length > 0 || !policy || !due) return { outcome: 'refused', facts: [], reasons, explanation };
  return {
    outcome: 'done',
    facts: [
      {
        kind: 'loan.renewed',
        body: {
          loan: loan.id,
          item: item.id,
          patron: patron.id,
          due: due.due,
          renewals: loan.renewals + 1,
          policy: basisOf(policy),
        },
      },
    ],
    reasons: [],
    explanation,
  };
}

function policyFor(view: DeskView, patron: Patron, item: Item): PolicyAnswer | null {
  if (!view.policySet) return null;
  return resolvePolicy(view.policySet, {
    library: view.library,
    category: patron.category,
    itemClass: item.itemClass,
    collection: item.collection,
  });
}

function loanLimit(policy: PolicyAnswer | null, count: number): Explanation['limit'] {
  if (!policy || policy.loanPolicy.maxLoans === 'unlimited') return null;
  return { count, max: policy.loanPolicy.maxLoans };
}

/** Reasons on the card itself, which refuse every loan. */
export function cardReasons(patron: Patron, today: CivilDate): Reason[] {
  return [
    ...(patron.status === 'card-lost' ? [reason('LT-1209', { card: patron.card })] : []),
    ...(patron.status === 'blocked' ? [reason('LT-1202', { card: patron.card })] : []),
    ...(patron.expires < today ? [reason('LT-1201', { card: patron.card, expires: patron.expires })] : []),
  ];
}

function itemReasons(item: Item): Reason[] {
  return item.status === 'in-circulation' ? [] : [reason('LT-1206', { status: item.status })];
}

function openLoanReasons({ openLoan, patron }: CheckoutView): Reason[] {
  if (!openLoan) return [];
  const code = openLoan.patron === patron.id ? 'LT-1205' : 'LT-1204';
  return [reason(code, { due: openLoan.due })];
}

function policyReasons(policy: PolicyAnswer | null): Reason[] {
  if (!policy) return [reason('LT-1207')];
  return policy.loanPolicy.period === 'none' ? [reason('LT-1208', { policy: policy.loanPolicy.name })] : [];
}

function basisOf(policy: PolicyAnswer): PolicyBasis {
  return { version: policy.version, rule: policy.rule.id, loanPolicy: policy.loanPolicy.id };
}
