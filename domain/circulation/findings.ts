import type { Override } from '../facts/bodies/loans.ts';
import type { Reason } from '../outcome.ts';
import type { Permission } from '../permissions.ts';
import type { Check } from '../policy/checks.ts';
import { checks, defaultSeverities } from '../policy/checks.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { Finding } from './decision.ts';
import type { Actor } from './view.ts';

/** The permission that passes a check of severity `confirm`. */
export function overridePermission(check: Check): Permission {
  return `override:${check}`;
}

/** True when `actor` may do what `permission` names. */
export function isPermitted(actor: Actor, permission: Permission): boolean {
  return actor.permissions === 'all' || actor.permissions.includes(permission);
}

/** Collects what checks find, each as hard as the policy says. */
export interface FindingList {
  /** A check that is `ignore` leaves nothing. */
  add(check: Check, reason: Reason): void;
  /** Everything found, in the order of `checks`. */
  all(): readonly Finding[];
  /** The overrides that were needed and used. */
  overrides(): readonly Override[];
}

/**
 * `confirmed` are the checks staff have answered with yes. A yes counts only for a check that may be confirmed and
 * from an actor with the permission; it never passes a refusal.
 */
export function findingList(
  policy: Pick<PolicySet, 'severities'> | null,
  actor: Actor,
  confirmed: readonly Check[],
): FindingList {
  const found: Finding[] = [];
  return {
    add(check, reason) {
      const severity = policy?.severities[check] ?? defaultSeverities[check];
      if (severity === 'ignore') return;
      const permission = severity === 'confirm' ? overridePermission(check) : null;
      const passed =
        severity === 'notify' ||
        (permission !== null && confirmed.includes(check) && isPermitted(actor, permission));
      found.push({ check, severity, reason, passed, permission });
    },
    all: () => found.toSorted((a, b) => place(a) - place(b)),
    overrides: () =>
      found.flatMap(({ check, severity, passed }) =>
        check !== null && severity === 'confirm' && passed ? [{ check, by: actor.id }] : [],
      ),
  };
}

function place({ check }: Finding): number {
  return check === null ? -1 : checks.indexOf(check);
}
