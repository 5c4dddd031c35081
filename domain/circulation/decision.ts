import type { FactDraft } from '../facts/fact.ts';
import type { Reason } from '../outcome.ts';
import type { Permission } from '../permissions.ts';
import type { Check, Severity } from '../policy/checks.ts';
import type { Explanation } from './explanation.ts';

/** One thing that staff should know, or that stands in the way. */
export interface Finding {
  /** Null for what no policy can change. */
  readonly check: Check | null;
  readonly severity: Exclude<Severity, 'ignore'>;
  readonly reason: Reason;
  /** True when this decision has passed it: notified, or overridden by somebody who may. */
  readonly passed: boolean;
  /** The permission that passes it, when one can. */
  readonly permission: Permission | null;
}

/** Where a copy has to go from the desk. */
export type Route =
  | {
      readonly to: 'hold-shelf';
      readonly hold: string;
      readonly patron: string;
      /** Day until which it waits there. */
      readonly until: string;
    }
  | { readonly to: 'library'; readonly library: string; readonly hold: string | null };

/**
 * What the desk answers. `done` and `routed` carry facts; `routed` is done, but the copy has to go somewhere or
 * staff should look. `question`: everything in the way can be passed by somebody. `refused`: something cannot.
 * `noted`: nothing to do and nothing wrong.
 */
type DecisionOutcome = 'done' | 'routed' | 'question' | 'refused' | 'noted';

export interface Decision {
  readonly outcome: DecisionOutcome;
  readonly facts: readonly FactDraft[];
  /** Everything at once, in the order of `checks`; what stands in the way first. */
  readonly findings: readonly Finding[];
  readonly explanation: Explanation | null;
  readonly route: Route | null;
}

export function refusal(findings: readonly Finding[], explanation: Explanation | null = null): Decision {
  const outcome = findings.some(({ passed, severity }) => !passed && severity === 'refuse')
    ? 'refused'
    : 'question';
  return { outcome, facts: [], findings, explanation, route: null };
}

/** A decision that only says why nothing is done. */
export function refuse(...reasons: readonly Reason[]): Decision {
  return refusal(reasons.map(stop));
}

export function done(facts: readonly FactDraft[], rest: Partial<Omit<Decision, 'facts'>> = {}): Decision {
  return { outcome: 'done', facts, findings: [], explanation: null, route: null, ...rest };
}

/** Nobody can pass this. */
export function stop(reason: Reason): Finding {
  return { check: null, severity: 'refuse', reason, passed: false, permission: null };
}

/** Done, and staff are told. */
export function notice(reason: Reason): Finding {
  return { check: null, severity: 'notify', reason, passed: true, permission: null };
}

export function isInTheWay(finding: Finding): boolean {
  return !finding.passed;
}
