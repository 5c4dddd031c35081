import { Temporal } from 'temporal-polyfill';
import type { Reason } from '../outcome.ts';
import { reason } from '../outcome.ts';
import type { Due } from '../facts/bodies/loans.ts';
import type { Finding } from './decision.ts';
import { stop } from './decision.ts';
import { isInstantDue } from './due.ts';
import { isPermitted } from './findings.ts';
import type { DeskSituation } from './view.ts';

/** Farthest due date staff may set, in years: beyond it a date is a slip of the hand. */
const farthestYears = 3;

/** What stands in the way of a due date set by staff: the date itself, or that this person may not. */
export function setDueProblems(
  at: Pick<DeskSituation, 'today' | 'now' | 'actor'>,
  due: Due,
): readonly Finding[] {
  const problem = dueProblem(at, due);
  if (problem) return [stop(problem)];
  return isPermitted(at.actor, 'set-due-date')
    ? []
    : [stop(reason('LT-5104', { permission: 'set-due-date' }))];
}

/** A date that does not exist is refused, not corrected. */
function dueProblem({ today, now }: Pick<DeskSituation, 'today' | 'now'>, due: Due): Reason | null {
  const day = readDay(due);
  if (day === null) return reason('LT-1235', { due });
  const tooEarly = isInstantDue(due) ? Date.parse(due) < Date.parse(now) : due < today;
  if (tooEarly) return reason('LT-1236', { due });
  const farthest = Temporal.PlainDate.from(today).add({ years: farthestYears });
  return Temporal.PlainDate.compare(day, farthest) > 0
    ? reason('LT-1237', { due, years: farthestYears })
    : null;
}

function readDay(due: string): Temporal.PlainDate | null {
  if (isInstantDue(due) && Number.isNaN(Date.parse(due))) return null;
  try {
    return Temporal.PlainDate.from(due.slice(0, 10), { overflow: 'reject' });
  } catch {
    return null;
  }
}
