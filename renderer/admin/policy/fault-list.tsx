import { useTranslation } from 'react-i18next';
import type { PolicyFault } from '../../../domain/policy/check-policy-set.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import type { Translate } from '../../i18n/start.ts';
import { namespaces } from '../../i18n/start.ts';
import { faultName } from '../code-words.ts';
import type { FieldSpec } from './fields/field-spec.ts';
import { holdFields } from './fields/hold-fields.tsx';
import { loanFields } from './fields/loan-fields.tsx';
import { depositFields, lossFields, overdueFields } from './fields/money-fields.tsx';
import type { PolicyTab } from './faults.ts';
import { subjectOf, tabOf } from './faults.ts';

interface FaultListProps {
  readonly faults: readonly PolicyFault[];
  readonly draft: PolicySet;
  readonly onFault: (fault: PolicyFault) => void;
}

/** Everything that keeps the draft from being saved; each line leads to its place. */
export function FaultList({ faults, draft, onFault }: FaultListProps) {
  const { t } = useTranslation(namespaces);
  return (
    <ul className="save-panel fault-list">
      {faults.map((fault) => (
        <li key={`${fault.path} ${fault.fault}`}>
          <button
            type="button"
            className="link"
            data-testid="policy-fault-line"
            onClick={() => onFault(fault)}
          >
            {faultPlace(t, draft, fault)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function faultPlace(t: Translate, draft: PolicySet, fault: PolicyFault): string {
  const tab = tabOf(fault);
  const subject = subjectOf(draft, fault);
  const what = [subject === null ? placeName(t, fault) : nameOf(draft, subject), fieldName(t, tab, fault)];
  return t('policy.fault.place', {
    tab: tab === null ? t('policy.save.button') : t(`policy.tab.${tab}`),
    what: what.filter(Boolean).join(', '),
    fault: faultName(t, fault.fault),
  });
}

/** The label of the field a fault is in, or nothing where its subject says enough. */
function fieldName(t: Translate, tab: PolicyTab | null, { path }: PolicyFault): string {
  const inPath = new Set(path.split('.'));
  const labels: readonly Pick<FieldSpec<never>, 'name' | 'label'>[] =
    tab === null ? [] : (fieldsOfTab[tab] ?? []);
  return labels.find(({ name }) => inPath.has(name))?.label(t) ?? '';
}

const fieldsOfTab: Readonly<Partial<Record<PolicyTab, readonly Pick<FieldSpec<never>, 'name' | 'label'>[]>>> =
  {
    loan: loanFields,
    overdue: overdueFields,
    hold: holdFields,
    loss: lossFields,
    deposit: depositFields,
  };

function placeName(t: Translate, { path }: PolicyFault): string {
  if (path === 'version') return t('policy.save.version');
  if (path === 'effectiveFrom') return t('policy.save.effectiveFrom');
  return t('policy.fault.set');
}

/** What a subject is called: its name where it has one, its id otherwise. */
function nameOf(draft: PolicySet, id: string): string {
  const named: readonly { readonly id: string; readonly name: string }[] = [
    ...draft.loanPolicies,
    ...draft.overduePolicies,
    ...draft.holdPolicies,
    ...draft.lossPolicies,
    ...draft.depositPolicies,
    ...draft.itemClasses,
    ...draft.categories,
    ...draft.fees,
  ];
  return named.find((known) => known.id === id)?.name || id;
}
