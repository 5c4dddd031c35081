import { useTranslation } from 'react-i18next';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import { namespaces } from '../../i18n/start.ts';
import type { PolicyTab } from './faults.ts';
import { FeesTab } from './fees-tab.tsx';
import { holdFields } from './fields/hold-fields.tsx';
import { loanFields } from './fields/loan-fields.tsx';
import { depositFields, lossFields, overdueFields } from './fields/money-fields.tsx';
import { GroupsTab } from './groups-tab.tsx';
import { nameBook } from './name-book.ts';
import { PoliciesTab } from './policies-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { SeveritiesTab } from './severities-tab.tsx';
import type { PolicyEditor } from './use-policy-editor.ts';
import { WhatIfTab } from './what-if-tab.tsx';

interface PolicyPanelProps {
  readonly tab: PolicyTab;
  readonly editor: PolicyEditor;
  readonly set: PolicySet;
  /** The policy, rule, class or fee that is looked at on this tab, or null. */
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** One part of a policy set, for reading or, in a draft, for writing. */
export function PolicyPanel({ tab, editor, set, selected, onSelect }: PolicyPanelProps) {
  const { t } = useTranslation(namespaces);
  const { isDraft, faults, change, overview } = editor;
  const libraries = overview?.libraries ?? [];
  const names = nameBook(t, set, libraries);
  const common = { set, isDraft, faults, names, selected, onSelect };
  switch (tab) {
    case 'rules':
      return (
        <RulesTab
          {...common}
          libraries={libraries}
          collections={overview?.space.collections ?? []}
          onChange={change}
        />
      );
    case 'loan':
      return (
        <PoliciesTab
          {...common}
          kind="loan"
          policies={set.loanPolicies}
          fields={loanFields}
          onPolicies={(loanPolicies) => change({ ...set, loanPolicies })}
        />
      );
    case 'overdue':
      return (
        <PoliciesTab
          {...common}
          kind="overdue"
          policies={set.overduePolicies}
          fields={overdueFields}
          onPolicies={(overduePolicies) => change({ ...set, overduePolicies })}
        />
      );
    case 'hold':
      return (
        <PoliciesTab
          {...common}
          kind="hold"
          policies={set.holdPolicies}
          fields={holdFields}
          onPolicies={(holdPolicies) => change({ ...set, holdPolicies })}
        />
      );
    case 'loss':
      return (
        <PoliciesTab
          {...common}
          kind="loss"
          policies={set.lossPolicies}
          fields={lossFields}
          onPolicies={(lossPolicies) => change({ ...set, lossPolicies })}
        />
      );
    case 'deposit':
      return (
        <PoliciesTab
          {...common}
          kind="deposit"
          policies={set.depositPolicies}
          fields={depositFields}
          onPolicies={(depositPolicies) => change({ ...set, depositPolicies })}
        />
      );
    case 'groups':
      return <GroupsTab {...common} onChange={change} />;
    case 'fees':
      return <FeesTab {...common} libraries={libraries} onChange={change} />;
    case 'severities':
      return <SeveritiesTab set={set} isDraft={isDraft} onChange={change} />;
    case 'whatIf':
      return <WhatIfTab editor={editor} set={set} names={names} />;
  }
}
