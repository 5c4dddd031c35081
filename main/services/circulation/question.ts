import type { Finding } from '../../../domain/circulation/decision.ts';
import { isInTheWay } from '../../../domain/circulation/decision.ts';
import { isPermitted } from '../../../domain/circulation/findings.ts';
import type { Actor } from '../../../domain/circulation/view.ts';
import type { RowQuestion } from '../../../contract/workstation/desk.ts';

/** What staff may answer where everything in the way can be passed by somebody. */
export function questionOf(findings: readonly Finding[], actor: Actor): RowQuestion {
  const inTheWay = findings.filter(isInTheWay);
  return {
    confirm: [...new Set(inTheWay.flatMap(({ check }) => (check === null ? [] : [check])))],
    lacking: [
      ...new Set(
        inTheWay.flatMap(({ check, permission }) =>
          // A second scan of the reader's own copy renews it: a yes is enough, and the renewal has checks of its own.
          permission === null || check === 'on-loan-to-same' || isPermitted(actor, permission)
            ? []
            : [permission],
        ),
      ),
    ],
    wants: [
      ...(inTheWay.some(({ reason }) => reason.code === 'LT-1208') ? (['due'] as const) : []),
      ...(inTheWay.some(({ check }) => check === 'restricted') ? (['restricted'] as const) : []),
    ],
    fastAdd: false,
  };
}
