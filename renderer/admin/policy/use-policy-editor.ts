import { useState } from 'react';
import type { PolicyOverview } from '../../../contract/workstation/admin.ts';
import type { PolicyFault } from '../../../domain/policy/check-policy-set.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { usePolicy, useToday } from '../../connection/queries.ts';
import { draftFrom, strongestFirst } from './draft.ts';
import { draftFaults } from './faults.ts';

/** A version that is looked at, or the draft that is written. */
export interface PolicyEditor {
  readonly overview: PolicyOverview | undefined;
  readonly today: string;
  /** Null while there is none. */
  readonly shown: PolicySet | null;
  readonly inForce: PolicySet | null;
  readonly draft: PolicySet | null;
  readonly isDraft: boolean;
  /** Why the draft cannot be saved yet; empty for what is saved already. */
  readonly faults: readonly PolicyFault[];
  /** Looks at a version, or at the draft (null). */
  choose(version: string | null): void;
  begin(): void;
  drop(): void;
  change(set: PolicySet): void;
}

export function usePolicyEditor(): PolicyEditor {
  const { data: overview } = usePolicy();
  const today = useToday();
  const [draft, setDraft] = useState<PolicySet | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const sets = overview?.sets ?? [];
  const inForce = sets.find(({ version }) => version === overview?.inForce) ?? null;
  const isDraft = draft !== null && chosen === null;
  const looked = sets.find(({ version }) => version === chosen) ?? inForce ?? sets.at(-1) ?? null;
  const shown = isDraft ? draft : looked && { ...looked, rules: strongestFirst(looked) };
  const versions = sets.map(({ version }) => version);
  return {
    overview,
    today,
    shown,
    inForce,
    draft,
    isDraft,
    faults: isDraft ? draftFaults(draft, { today, versions }) : [],
    choose: setChosen,
    begin: () => {
      if (!looked) return;
      setDraft(draftFrom(looked, { today, versions, id: crypto.randomUUID() }));
      setChosen(null);
    },
    drop: () => setDraft(null),
    change: setDraft,
  };
}
