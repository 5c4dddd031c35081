import { checkCalendar } from '../calendar/check-calendar.ts';
import { movedDues, withClosure } from '../calendar/closing.ts';
import type { CloseDays, SaveCalendar, SavePolicy, SaveTemplate } from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { done, notice, refuse } from '../circulation/decision.ts';
import { policiesOfLoan } from '../circulation/applicable-policy.ts';
import type { DeskView } from '../circulation/view.ts';
import type { FactDraft } from '../facts/fact.ts';
import { reason } from '../outcome.ts';
import { checkTemplate } from '../printing/check-template.ts';
import { checkPolicySet } from './check-policy-set.ts';

/** Saves a policy set as a new version. A version that loans may name is never written over. */
export function decideSavePolicy(view: DeskView, { set }: SavePolicy): Decision {
  const faults = checkPolicySet(set, {
    today: view.today,
    isTaken: view.policyVersion(set.version) !== null,
  });
  if (faults.length > 0)
    return refuse(...faults.map(({ path, fault }) => reason('LT-1905', { path, fault })));
  return done([{ kind: 'policy.saved', body: { set } }]);
}

export function decideSaveCalendar(_view: DeskView, { calendar, note }: SaveCalendar): Decision {
  const faults = checkCalendar(calendar);
  if (faults.length > 0)
    return refuse(...faults.map(({ path, code }) => reason('LT-1906', { path, fault: code })));
  return done([{ kind: 'calendar.saved', body: { calendar, note } }]);
}

/** Closes the library and moves the due dates that fall on the closed days: what is shown before is what is done. */
export function decideCloseDays(view: DeskView, { from, to, name }: CloseDays): Decision {
  if (from < view.today || to < from) return refuse(reason('LT-1813', { field: 'from' }));
  if (name.trim() === '') return refuse(reason('LT-1812'));
  const calendar = withClosure(view.calendar(view.library), { from, to, name: name.trim() });
  const faults = checkCalendar(calendar);
  if (faults.length > 0)
    return refuse(...faults.map(({ path, code }) => reason('LT-1906', { path, fault: code })));
  const loans = view.openLoansDue(view.library, from, to).map((loan) => ({
    id: loan.id,
    due: loan.due,
    dueMode: policiesOfLoan(view, loan)?.loan.dueMode ?? 'next-open-day',
  }));
  const items = new Map(view.openLoansDue(view.library, from, to).map((loan) => [loan.id, loan.item]));
  const moved = movedDues(calendar, loans, view.timeZone).map(({ id, due }): FactDraft => ({
    kind: 'loan.due-changed',
    body: { loan: id, item: items.get(id) ?? '', due, why: 'closed-day', hold: null, note: name },
  }));
  return done([{ kind: 'calendar.saved', body: { calendar, note: name } }, ...moved], {
    findings: [notice(reason('LT-1908', { from, to, count: moved.length }))],
  });
}

export function decideSaveTemplate(_view: DeskView, { template }: SaveTemplate): Decision {
  const fault = checkTemplate(template);
  if (fault) return refuse(reason('LT-1907', { line: fault.line, fault: fault.fault }));
  return done([{ kind: 'template.saved', body: { template } }]);
}
