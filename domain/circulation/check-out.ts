import type { Item } from '../catalogue/catalogue.ts';
import type { CheckOut } from '../commands.ts';
import type { Due } from '../facts/bodies/loans.ts';
import type { FactDraft } from '../facts/fact.ts';
import type { Hold } from '../holds/hold.ts';
import { endRecall } from '../holds/recall.ts';
import { reason } from '../outcome.ts';
import type { Patron } from '../patrons/patron.ts';
import type { PolicyAnswer } from '../policy/resolve.ts';
import { basisOf } from '../policy/resolve.ts';
import { policyFor } from './applicable-policy.ts';
import { endLoan } from './check-in.ts';
import type { Decision, Finding } from './decision.ts';
import { isInTheWay, notice, refusal, refuse, stop } from './decision.ts';
import { compareDue } from './due.ts';
import { dueDate } from './due-date.ts';
import type { DueExplanation, Explanation, LimitCount } from './explanation.ts';
import type { FindingList } from './findings.ts';
import { findingList } from './findings.ts';
import type { ItemState } from './item-state.ts';
import { addHeldByOther, addItemFindings, addSameTitle, addState, addUse, ownHold } from './item-checks.ts';
import type { Loan } from './loan.ts';
import { addAge, addDebts, addDeposit, addLimits, addOverdue, cardFindings } from './patron-checks.ts';
import { decideRenewal } from './renewal.ts';
import { setDueProblems } from './set-due.ts';
import type { DeskView } from './view.ts';

/** Lends one copy to one reader, or says everything that stands in the way at once. */
export function decideCheckOut(view: DeskView, ask: CheckOut): Decision {
  const patron = view.patron(ask.patron);
  const item = view.item(ask.item);
  if (!patron || !item) return refuse(reason('LT-1102'));
  const { state } = view.circulation(item.id);
  const list = findingList(view.policySet(), view.actor, ask.confirmed);
  const answer = policyFor(view, patron, item);
  const limit = check(list, view, ask, { patron, item, state, answer });
  const found = list.all();
  // While staff can still say yes to a copy that is not for loan, they are asked for its date with that yes.
  const isDateAsked = found.some((finding) => finding.check === 'not-for-loan' && isInTheWay(finding));
  const { due, how, problems } = dueOf(view, ask, answer, { patron, item, isDateAsked });
  const explanation: Explanation = { policy: answer, due: how, limit };
  const findings = [...(answer ? [] : [stop(reason('LT-1207'))]), ...problems, ...found];
  const inTheWay = findings.filter(isInTheWay);
  // Scanned again for the same reader, the copy is renewed: the questions are then those of a renewal.
  const own = state.status === 'on-loan' ? view.loan(state.loan) : null;
  if (own?.patron === patron.id && isRenewalMeant(findings, ask))
    return decideRenewal(view, renewal(ask, own));
  if (inTheWay.length > 0 || !answer || due === null) {
    const passed = findings.filter((finding) => !isInTheWay(finding));
    return refusal([...inTheWay, ...passed], explanation);
  }
  const hold = ownHold(view, patron, item);
  const before = freeTheCopy(view, item, state, hold);
  return {
    outcome:
      before.findings.length > 0 || findings.some(({ severity }) => severity === 'notify')
        ? 'routed'
        : 'done',
    facts: [
      ...before.facts,
      {
        kind: 'loan.checked-out',
        body: {
          item: item.id,
          barcode: item.barcode,
          biblio: item.biblio,
          itemClass: item.itemClass,
          collection: item.collection,
          price: item.price,
          patron: patron.id,
          card: patron.card,
          library: view.library,
          use: ask.use,
          due,
          hold: hold?.id ?? null,
          policy: basisOf(answer),
          overrides: list.overrides(),
          restricted: item.lending === 'restricted' ? ask.restricted : null,
        },
      },
      ...(hold ? endRecall(view, hold, item.id) : []),
    ],
    findings: [...findings, ...before.findings],
    explanation,
    route: null,
  };
}

interface Case {
  readonly patron: Patron;
  readonly item: Item;
  readonly state: ItemState;
  readonly answer: PolicyAnswer | null;
}

/** Every check; gives the limit an explanation shows. */
function check(list: FindingList, view: DeskView, ask: CheckOut, of: Case): LimitCount | null {
  const { patron, item, state, answer } = of;
  for (const found of cardFindings(patron, view.today)) list.add(found.check, found.reason);
  addItemFindings(list, view, ask, item);
  addState(list, view, patron, state);
  addHeldByOther(list, view, patron, item, state);
  const loans = view.loansInHand(patron.id);
  addSameTitle(list, view, patron, item, loans);
  if (!answer) return null;
  const minAge = view.biblio(item.biblio)?.minAge ?? 'any';
  addAge(list, view.today, patron, answer.loan.ages, minAge);
  addDebts(list, view, patron, answer.loan);
  addOverdue(list, view, loans, answer.loan);
  addUse(list, answer.loan, ask);
  // A copy the reader has already is not one more.
  const others = loans.filter((loan) => loan.item !== item.id);
  if (ask.use === 'home') addDeposit(list, view, others, answer.deposit, patron, item);
  return addLimits(list, view, others, answer, item, ask.use);
}

interface FoundDue {
  readonly due: Due | null;
  /** How the policy came to it; null when staff set it. */
  readonly how: DueExplanation | null;
  readonly problems: readonly Finding[];
}

const noDue: FoundDue = { due: null, how: null, problems: [] };

function byPolicy(how: DueExplanation | null, problems: readonly Finding[] = []): FoundDue {
  return { due: how?.due ?? null, how, problems };
}

function dueOf(
  view: DeskView,
  ask: CheckOut,
  answer: PolicyAnswer | null,
  of: { readonly patron: Patron; readonly item: Item; readonly isDateAsked: boolean },
): FoundDue {
  const { patron, item } = of;
  if (!answer) return noDue;
  if (ask.due !== null) {
    const problems = setDueProblems(view, ask.due);
    return { due: problems.length > 0 ? null : ask.due, how: null, problems };
  }
  const from = { today: view.today, now: view.now, timeZone: view.timeZone };
  const calendar = view.calendar(view.library);
  if (ask.use === 'reading-room') {
    // Given back before closing: the day is the due date, whatever the home loan would be.
    const days = {
      ...answer.loan,
      period: { unit: 'days', length: 0 },
      dueMode: 'calendar-days',
      hardDue: 'none',
    } as const;
    return byPolicy(dueDate(days, calendar, patron.expires, from));
  }
  if (answer.loan.period === 'none')
    return of.isDateAsked ? noDue : { ...noDue, problems: [stop(reason('LT-1233'))] };
  const due = dueDate(answer.loan, calendar, patron.expires, from);
  if (!due) return { ...noDue, problems: [stop(reason('LT-1210'))] };
  return shortened(view, answer, patron, item, due);
}

/** While many wait for a title it is lent for less. */
function shortened(
  view: DeskView,
  answer: PolicyAnswer,
  patron: Patron,
  item: Item,
  due: DueExplanation,
): FoundDue {
  const { highDemand } = answer.hold;
  if (highDemand === 'none' || answer.loan.period === 'none') return byPolicy(due);
  const waiting = view.openHoldsOf(item.biblio).filter((hold) => hold.patron !== patron.id).length;
  if (waiting <= highDemand.holdsOver) return byPolicy(due);
  const period = { unit: 'days', length: highDemand.loanDays } as const;
  const shorter = dueDate({ ...answer.loan, period }, view.calendar(view.library), patron.expires, view);
  if (!shorter || compareDue(shorter.due, due.due) >= 0) return byPolicy(due);
  return byPolicy(shorter, [notice(reason('LT-1234', { waiting, due: shorter.due }))]);
}

/** A renewal needs a yes where the policy asks, but no override: staff who may not pass it can renew all the same. */
function isRenewalMeant(findings: readonly Finding[], { confirmed }: CheckOut): boolean {
  const again = findings.find(({ check }) => check === 'on-loan-to-same');
  return (
    again?.severity !== 'refuse' && (again?.severity !== 'confirm' || confirmed.includes('on-loan-to-same'))
  );
}

function renewal(ask: CheckOut, loan: Loan) {
  return { do: 'renew', loan: loan.id, seen: true, due: ask.due, confirmed: ask.confirmed } as const;
}

/** What has to be set right before a copy that was somewhere else can leave with this reader, who has `own`. */
function freeTheCopy(
  view: DeskView,
  item: Item,
  state: ItemState,
  own: Hold | null,
): { readonly facts: readonly FactDraft[]; readonly findings: readonly Finding[] } {
  const { id, barcode } = item;
  const marked = (mark: 'found' | 'repaired'): FactDraft => ({
    kind: 'item.marked',
    body: { item: id, barcode, library: view.library, mark, loan: null, decision: '', note: '' },
  });
  const received: FactDraft = {
    kind: 'transit.received',
    body: { item: id, barcode, library: view.library },
  };
  switch (state.status) {
    case 'on-loan':
    case 'claimed-returned':
    case 'lost': {
      const loan = state.loan === null ? null : view.loan(state.loan);
      if (loan) return endLoan(view, loan, item, view.now, 'desk');
      return { facts: [marked('found')], findings: [] };
    }
    case 'missing':
      return { facts: [marked('found')], findings: [] };
    case 'damaged':
      return { facts: [marked('repaired')], findings: [] };
    case 'in-transit':
      return { facts: [received, ...release(view, state.hold, own, item)], findings: [] };
    case 'on-hold-shelf':
      return { facts: release(view, state.hold, own, item), findings: [] };
    case 'available':
    case 'withdrawn':
      return { facts: [], findings: [] };
  }
}

/** Another reader's hold goes back to its place in the queue. The reader's own is filled by the loan instead. */
function release(view: DeskView, hold: string | null, own: Hold | null, item: Item): readonly FactDraft[] {
  if (hold === null || hold === own?.id || view.hold(hold) === null) return [];
  return [{ kind: 'hold.released', body: { hold, item: item.id } }];
}
