import { moveDays } from '../calendar/arithmetic.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/calendar.ts';
import { checkCalendar } from '../calendar/check-calendar.ts';
import { movedDues, withClosure } from '../calendar/closing.ts';
import type { CloseDays, SaveCalendar, SavePolicy, SaveTemplate } from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { done, notice, refuse } from '../circulation/decision.ts';
import { policiesOfLoan } from '../circulation/applicable-policy.ts';
import { assessReturned } from '../circulation/loan-charges.ts';
import type { DeskView } from '../circulation/view.ts';
import type { CivilDate, FactDraft } from '../facts/fact.ts';
import type { Hold } from '../holds/hold.ts';
import { reason } from '../outcome.ts';
import { checkTemplate } from '../printing/check-template.ts';
import { checkPolicySet } from './check-policy-set.ts';

/**
 * Saves a policy set as a new version. A version that loans may name is never written over: its version is its id
 * from now on, so that no row of another version can have it.
 */
export function decideSavePolicy(view: DeskView, { set }: SavePolicy): Decision {
  const faults = checkPolicySet(set, {
    today: view.today,
    isTaken: view.policyVersion(set.version) !== null,
  });
  if (faults.length > 0)
    return refuse(...faults.map(({ path, fault }) => reason('LT-1905', { path, fault })));
  return done([{ kind: 'policy.saved', body: { set: { ...set, id: set.version } } }]);
}

/** Saves a calendar. Charges for returns of the last days are worked out again: a day that was closed is not late. */
export function decideSaveCalendar(view: DeskView, { calendar, note }: SaveCalendar): Decision {
  const faults = checkCalendar(calendar);
  if (faults.length > 0)
    return refuse(...faults.map(({ path, code }) => reason('LT-1906', { path, fault: code })));
  const recalculated = recalculate(view, calendar);
  return done([{ kind: 'calendar.saved', body: { calendar, note } }, ...recalculated], {
    findings: recalculated.length === 0 ? [] : [notice(reason('LT-1910', { count: recalculated.length }))],
  });
}

/** How many days back a closing may still be entered: what nobody could foresee is often written down later. */
const closableDaysBack = 14;

/**
 * Closes the library for some days, moves the due dates that fall on them and works out again what returns since
 * then were charged: what is shown before is what is done.
 */
export function decideCloseDays(view: DeskView, { from, to, name }: CloseDays): Decision {
  if (from < addDays(view.today, -closableDaysBack) || to < from)
    return refuse(reason('LT-1813', { field: 'from' }));
  if (name.trim() === '') return refuse(reason('LT-1812'));
  const calendar = withClosure(view.calendar(view.library), { from, to, name: name.trim() });
  const faults = checkCalendar(calendar);
  if (faults.length > 0)
    return refuse(...faults.map(({ path, code }) => reason('LT-1906', { path, fault: code })));
  const loans = view.openLoansDue(view.library, from, to);
  const items = new Map(loans.map(({ id, item }) => [id, item]));
  const dues = loans.map((loan) => ({
    id: loan.id,
    due: loan.due,
    dueMode: policiesOfLoan(view, loan)?.loan.dueMode ?? 'next-open-day',
  }));
  const moved = movedDues(calendar, dues, view.timeZone).map(({ id, due }): FactDraft => ({
    kind: 'loan.due-changed',
    body: { loan: id, item: items.get(id) ?? '', due, why: 'closed-day', hold: null, note: name },
  }));
  const shelved = view
    .shelvedHolds(view.library)
    .flatMap((hold) => shelvedLonger(hold, calendar, { from, to }));
  const recalculated = recalculate(view, calendar);
  return done(
    [{ kind: 'calendar.saved', body: { calendar, note: name } }, ...moved, ...shelved, ...recalculated],
    {
      findings: [
        notice(reason('LT-1908', { from, to, count: moved.length })),
        ...(shelved.length === 0 ? [] : [notice(reason('LT-1911', { count: shelved.length }))]),
        ...(recalculated.length === 0 ? [] : [notice(reason('LT-1910', { count: recalculated.length }))]),
      ],
    },
  );
}

/** A copy that waits for its reader until a day that has closed waits until the next open one. */
function shelvedLonger(
  { id, state }: Hold,
  calendar: Calendar,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): readonly FactDraft[] {
  if (state.status !== 'waiting' || state.shelfUntil < from || state.shelfUntil > to) return [];
  const shelfUntil = moveDays(calendar, 'next-open-day', state.shelfUntil, 0)?.date ?? state.shelfUntil;
  if (shelfUntil === state.shelfUntil) return [];
  return [{ kind: 'hold.amended', body: { hold: id, changes: { shelfUntil } } }];
}

/** New assessments of what recent returns were charged, where the new calendar makes it another amount. */
function recalculate(view: DeskView, calendar: Calendar): readonly FactDraft[] {
  const after: DeskView = {
    ...view,
    calendar: (library) => (library === calendar.library ? calendar : view.calendar(library)),
  };
  return view
    .recentReturns(calendar.library)
    .flatMap((loan) => (loan.returnedAt === null ? [] : assessReturned(after, loan, loan.returnedAt)));
}

export function decideSaveTemplate(_view: DeskView, { template }: SaveTemplate): Decision {
  const fault = checkTemplate(template);
  if (fault) return refuse(reason('LT-1907', { line: fault.line, fault: fault.fault }));
  return done([{ kind: 'template.saved', body: { template } }]);
}
