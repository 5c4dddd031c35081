import { decide } from '../../../domain/decide.ts';
import { checkPolicySet } from '../../../domain/policy/check-policy-set.ts';
import type { PolicySpace } from '../../../domain/policy/impact.ts';
import { impactOf } from '../../../domain/policy/impact.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import type { ClosingPreview, PolicyOverview, PolicyPreview } from '../../../contract/workstation/admin.ts';
import type { CloseDays } from '../../../domain/commands.ts';
import { patronInRow } from '../circulation/row-content.ts';
import type { ReaderContext } from '../reader-context.ts';
import { readerView } from '../reader-context.ts';

/** Changed cells a preview shows one by one. */
const examplesShown = 50;

/** Every version of the policies, and every value their rules can ask about. */
export function policyOverview(context: ReaderContext): PolicyOverview {
  const view = readerView(context);
  const sets = context.settings.policySets();
  const inForce = view.policySet();
  return {
    sets,
    inForce: inForce?.version ?? null,
    space: spaceOf(context, inForce),
    libraries: context.settings.libraries().map(({ id, name }) => ({ id, name })),
  };
}

/** What saving a draft would do, before it is saved. */
export function policyPreview(context: ReaderContext, draft: PolicySet): PolicyPreview {
  const view = readerView(context);
  const today = view.today;
  return {
    faults: checkPolicySet(draft, { today, isTaken: view.policyVersion(draft.version) !== null }),
    impact: impactOf(view.policySet(), draft, spaceOf(context, draft), examplesShown),
  };
}

function spaceOf({ db, settings }: ReaderContext, set: PolicySet | null): PolicySpace {
  const collections = db
    .prepare<[], { readonly collection: string }>('select distinct collection from item order by collection')
    .all()
    .map(({ collection }) => collection);
  const named = (set?.rules ?? []).flatMap(({ when }) => when.collection ?? []);
  return {
    libraries: settings.libraries().map(({ id }) => id),
    categories: (set?.categories ?? []).map(({ id }) => id),
    itemClasses: (set?.itemClasses ?? []).map(({ id }) => id),
    collections: [...new Set([...collections, ...named])],
  };
}

/** What "closed today" would move: the very decision that would be made, without recording it. */
export function closingPreview(context: ReaderContext, ask: Omit<CloseDays, 'do'>): ClosingPreview {
  const view = readerView(context);
  const decision = decide(view, { do: 'close-days', ...ask });
  const moved = decision.facts.flatMap((fact) => {
    if (fact.kind !== 'loan.due-changed') return [];
    const loan = view.loan(fact.body.loan);
    const item = loan && context.lookup.itemSummary(loan.item);
    const patron = loan && view.patron(loan.patron);
    if (!loan || !item || !patron) return [];
    return [{ loan: loan.id, item, patron: patronInRow(patron), before: loan.due, after: fact.body.due }];
  });
  const recharged = decision.facts.flatMap((fact) => {
    if (fact.kind !== 'charge.assessed') return [];
    const patron = view.patron(fact.body.patron);
    const before = view.charge(fact.body.charge)?.amount ?? 0;
    return patron
      ? [
          {
            charge: fact.body.charge,
            title: fact.body.title,
            patron: patronInRow(patron),
            before,
            after: fact.body.amount,
          },
        ]
      : [];
  });
  return { findings: decision.findings, moved, recharged };
}
