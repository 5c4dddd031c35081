import { addDays } from '../calendar/calendar.ts';
import type { Item } from '../catalogue/catalogue.ts';
import type { Renew } from '../commands.ts';
import { wouldTake } from '../holds/trap.ts';
import type { Due } from '../facts/bodies/loans.ts';
import { reason } from '../outcome.ts';
import type { Patron } from '../patrons/patron.ts';
import type { PolicyAnswer } from '../policy/resolve.ts';
import { basisOf } from '../policy/resolve.ts';
import { policyFor } from './applicable-policy.ts';
import type { Decision, Finding } from './decision.ts';
import { isInTheWay, notice, refusal, refuse, stop } from './decision.ts';
import { compareDue, dueDay, isOverdue } from './due.ts';
import { dueDate } from './due-date.ts';
import type { DueExplanation, Explanation } from './explanation.ts';
import type { FindingList } from './findings.ts';
import { findingList } from './findings.ts';
import { assessLateRenewal } from './loan-charges.ts';
import type { Loan } from './loan.ts';
import { isOpen } from './loan.ts';
import { addDebts, cardFindings } from './patron-checks.ts';
import { setDueProblems } from './set-due.ts';
import type { DeskView } from './view.ts';

/** Renews one loan, or says every reason why not; where time is the reason, the exact soonest day. */
export function decideRenewal(view: DeskView, ask: Renew): Decision {
  const loan = view.loan(ask.loan);
  const patron = loan && view.patron(loan.patron);
  const item = loan && view.item(loan.item);
  if (!loan || !patron || !item || !isOpen(loan)) return refuse(reason('LT-1401'));
  const list = findingList(view.policySet(), view.actor, ask.confirmed);
  const answer = policyFor(view, patron, item);
  check(list, view, ask, { loan, patron, item, answer });
  const how = answer && ask.due === null ? renewedDue(view, answer, patron, loan) : null;
  const due = ask.due ?? how?.due ?? null;
  const explanation: Explanation = { policy: answer, due: how, limit: null };
  const findings = [
    ...(answer ? [] : [stop(reason('LT-1207'))]),
    ...(answer ? dueProblems(view, answer, patron, loan, { typed: ask.due, how }) : []),
    ...list.all(),
  ];
  const inTheWay = findings.filter(isInTheWay);
  if (inTheWay.length > 0 || !answer || due === null) {
    const passed = findings.filter((finding) => !isInTheWay(finding));
    return refusal([...inTheWay, ...passed], explanation);
  }
  const late = assessLateRenewal(view, loan);
  const said = late.amount > 0 ? [notice(reason('LT-1410', { amount: late.amount }))] : [];
  const all = [...findings, ...said];
  return {
    outcome: all.some(({ severity }) => severity === 'notify') ? 'routed' : 'done',
    facts: [
      {
        kind: 'loan.renewed',
        body: {
          loan: loan.id,
          item: item.id,
          patron: patron.id,
          due,
          renewals: loan.renewals + 1,
          seen: ask.seen,
          policy: basisOf(answer),
          overrides: list.overrides(),
        },
      },
      ...late.facts,
    ],
    findings: all,
    explanation,
    route: null,
  };
}

interface Case {
  readonly loan: Loan;
  readonly patron: Patron;
  readonly item: Item;
  readonly answer: PolicyAnswer | null;
}

function check(list: FindingList, view: DeskView, ask: Renew, of: Case): void {
  const { loan, patron, answer } = of;
  for (const found of cardFindings(patron, view.today)) list.add(found.check, found.reason);
  if (loan.claimedReturnedAt !== null)
    list.add('claimed-returned', reason('LT-1411', { claimed: loan.claimedReturnedAt }));
  if (loan.recall !== null) list.add('recalled', reason('LT-1408', { due: loan.due }));
  if (!answer) return;
  const { renewals, renewOverdue, renewalsUnseen } = answer.loan;
  addDebts(list, view, patron, answer.loan);
  if (renewals === 'none' || loan.use === 'reading-room') list.add('renewal-none', reason('LT-1404'));
  else if (renewals !== 'unlimited' && loan.renewals >= renewals)
    list.add('renewal-limit', reason('LT-1402', { count: loan.renewals, max: renewals }));
  if (!ask.seen && renewalsUnseen !== 'unlimited' && loan.unseenRenewals >= renewalsUnseen)
    list.add('renewal-unseen', reason('LT-1409', { count: loan.unseenRenewals, max: renewalsUnseen }));
  if (renewOverdue === 'refuse' && isOverdue(loan.due, view))
    list.add('renewal-overdue', reason('LT-1407', { due: loan.due }));
  const soonest = soonestRenewal(view, answer, loan);
  if (soonest !== null && soonest > view.today) list.add('renewal-too-soon', reason('LT-1406', { soonest }));
  addHolds(list, view, of, answer);
}

/** First day on which the policy lets this loan be renewed; null: any day. */
function soonestRenewal(
  { timeZone }: Pick<DeskView, 'timeZone'>,
  { loan: policy }: Pick<PolicyAnswer, 'loan'>,
  loan: Pick<Loan, 'due'>,
): string | null {
  return policy.renewalOpens === 'any' ? null : addDays(dueDay(loan.due, timeZone), -policy.renewalOpens);
}

/** Others who wait. A hold on this very copy always counts; one on the title as the policy says. */
function addHolds(list: FindingList, view: DeskView, { loan, item }: Case, answer: PolicyAnswer): void {
  const waiting = view
    .openHoldsOf(item.biblio)
    .filter((hold) => hold.patron !== loan.patron && wouldTake(view, hold, item));
  if (waiting.length === 0) return;
  const onCopy = waiting.some(({ level }) => level === 'copy');
  const rule = answer.hold.renewals;
  if (!onCopy && rule === 'allow') return;
  if (!onCopy && rule === 'unless-other-copies' && otherCopies(view, item) >= waiting.length) return;
  list.add('renewal-held', reason('LT-1405', { waiting: waiting.length }));
}

function otherCopies(view: DeskView, item: Item): number {
  return view
    .copiesOf(item.biblio)
    .filter(
      (copy) =>
        copy.item.id !== item.id &&
        copy.item.lending === 'for-loan' &&
        copy.circulation.state.status === 'available',
    ).length;
}

/** The due date by policy; null when the kind of copy is not lent or the calendar never opens. */
function renewedDue(
  view: DeskView,
  { loan: policy }: PolicyAnswer,
  patron: Patron,
  loan: Loan,
): DueExplanation | null {
  if (policy.period === 'none') return null;
  const length = policy.renewalLength === 'same' ? policy.period.length : policy.renewalLength;
  const from = policy.renewalFrom === 'due-date' ? startAtDue(view, loan) : view;
  return dueDate(policy, view.calendar(view.library), patron.expires, from, length);
}

/** A renewal counted from the due date keeps the days that were not used; an overdue loan counts from today. */
function startAtDue(view: DeskView, loan: Loan): Pick<DeskView, 'today' | 'now' | 'timeZone'> {
  if (isOverdue(loan.due, view)) return view;
  const { timeZone } = view;
  return {
    today: dueDay(loan.due, timeZone),
    now: loan.due.length > 10 ? loan.due : view.now,
    timeZone,
  };
}

/** What is wrong with the date set by staff or, where none is set, with the one by policy. */
function dueProblems(
  view: DeskView,
  answer: PolicyAnswer,
  patron: Patron,
  loan: Loan,
  { typed, how }: { readonly typed: Due | null; readonly how: DueExplanation | null },
): readonly Finding[] {
  const wrong = typed === null ? [] : setDueProblems(view, typed);
  if (wrong.length > 0) return wrong;
  if (typed === null && answer.loan.period === 'none')
    return [stop(reason('LT-1208', { policy: answer.loan.name }))];
  const due = typed ?? how?.due ?? null;
  if (due === null) return [stop(reason('LT-1210'))];
  if (compareDue(due, loan.due) > 0) return [];
  return [stop(reason('LT-1403', { due: loan.due, soonest: soonestMove(view, answer, patron, loan) }))];
}

/** First day from today on which a renewal would move the due date; the due date itself at the latest. */
function soonestMove(view: DeskView, answer: PolicyAnswer, patron: Patron, loan: Loan): string {
  const last = dueDay(loan.due, view.timeZone);
  for (let today = addDays(view.today, 1); today < last; today = addDays(today, 1)) {
    const due = renewedDue({ ...view, today }, answer, patron, loan);
    if (due && compareDue(due.due, loan.due) > 0) return today;
  }
  return last;
}
