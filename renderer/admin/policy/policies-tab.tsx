import { Button, TextInput } from '@mantine/core';
import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyKind } from '../../../domain/policy/policies.ts';
import { namespaces } from '../../i18n/start.ts';
import { faultName } from '../code-words.ts';
import { freshId } from './draft.ts';
import { faultsUnder } from './faults.ts';
import type { FieldGroup, FieldSpec } from './fields/field-spec.ts';
import type { TabProps } from './tab-props.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface PoliciesTabProps<P extends Named> extends TabProps {
  readonly kind: PolicyKind;
  readonly policies: readonly P[];
  readonly fields: readonly FieldSpec<P>[];
  readonly onPolicies: (policies: readonly P[]) => void;
}

/** Named policies of one kind: the list, and the one that is looked at as a form whose every field has an answer. */
export function PoliciesTab<P extends Named>(props: PoliciesTabProps<P>) {
  const { t } = useTranslation(namespaces);
  const { set, kind, isDraft, faults, policies, selected, onSelect, onPolicies } = props;
  const at = Math.max(
    0,
    policies.findIndex(({ id }) => id === selected),
  );
  const policy = policies[at];
  const uses = (id: string): number => set.rules.filter(({ gives }) => gives[kind] === id).length;
  const path = (id: string): string => `${kind}Policies.${id}`;
  const add = (like: P, name: string): void => {
    const added = { ...like, id: freshId(name, policies), name };
    onPolicies([...policies, added]);
    onSelect(added.id);
  };
  return (
    <div className="policies">
      <nav className="policies-list" aria-label={t('policy.policies.list')}>
        <ul>
          {policies.map(({ id, name }) => {
            const count = faultsUnder(faults, path(id)).length;
            const used = uses(id);
            return (
              <li key={id}>
                <button
                  type="button"
                  className="policies-item"
                  aria-current={id === policy?.id}
                  data-testid="policy-item"
                  data-policy={id}
                  onClick={() => onSelect(id)}
                >
                  <span>{name || '…'}</span>
                  <span className="form-quiet">
                    {used > 0 ? t('policy.policies.used', { count: used }) : t('policy.policies.unused')}
                  </span>
                  {count > 0 && <span className="fault-count">{count}</span>}
                </button>
              </li>
            );
          })}
        </ul>
        {isDraft && policy && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus aria-hidden size="1rem" />}
            data-testid="policy-add"
            onClick={() => add(policy, t('policy.policies.newName'))}
          >
            {t('policy.policies.add')}
          </Button>
        )}
      </nav>
      {policy && (
        <PolicyForm
          key={`${policy.id}${isDraft}`}
          {...props}
          policy={policy}
          path={path(policy.id)}
          acts={
            isDraft && (
              <span className="form-acts">
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconCopy aria-hidden size="1rem" />}
                  onClick={() => add(policy, t('policy.policies.copyName', { name: policy.name }))}
                >
                  {t('policy.policies.copy')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconTrash aria-hidden size="1rem" />}
                  disabled={uses(policy.id) > 0}
                  title={
                    uses(policy.id) > 0 ? t('policy.policies.used', { count: uses(policy.id) }) : undefined
                  }
                  onClick={() => onPolicies(policies.toSpliced(at, 1))}
                >
                  {t('policy.policies.remove')}
                </Button>
              </span>
            )
          }
          onPolicy={(next) => onPolicies(policies.with(at, next))}
        />
      )}
    </div>
  );
}

interface PolicyFormProps<P extends Named> extends PoliciesTabProps<P> {
  readonly policy: P;
  readonly path: string;
  readonly acts: ReactNode;
  readonly onPolicy: (policy: P) => void;
}

function PolicyForm<P extends Named>(props: PolicyFormProps<P>) {
  const { t } = useTranslation(namespaces);
  const { set, isDraft, faults, names, fields, policy, path, acts, onPolicy } = props;
  const groups = [...new Set(fields.map(({ group }) => group))];
  const problemOf = (name: string): string | null => {
    const [first] = faultsUnder(faults, `${path}.${name}`);
    return first ? faultName(t, first.fault) : null;
  };
  return (
    <section
      className="policy-form"
      aria-label={policy.name}
      data-testid="policy-form"
      data-policy={policy.id}
    >
      <div className="policy-form-head">
        {isDraft ? (
          <TextInput
            className="policy-form-name"
            label={t('terms.field.name')}
            value={policy.name}
            error={problemOf('name')}
            onChange={(event) => onPolicy({ ...policy, name: event.currentTarget.value })}
            data-testid="policy-name"
          />
        ) : (
          <h2>{policy.name}</h2>
        )}
        {acts}
      </div>
      {groups.map((group) => (
        <FieldsOf
          key={group}
          group={group}
          fields={fields.filter((field) => field.group === group)}
          render={(field) =>
            isDraft ? (
              <div key={field.name} className="policy-field" data-field={field.name}>
                {field.edit({
                  t,
                  policy,
                  label: field.label(t),
                  problem: problemOf(field.name),
                  names,
                  itemClasses: set.itemClasses,
                  onChange: onPolicy,
                })}
              </div>
            ) : (
              <div key={field.name} className="policy-said" data-field={field.name}>
                <dt>{field.label(t)}</dt>
                <dd>{field.say(t, policy, names)}</dd>
              </div>
            )
          }
          isDraft={isDraft}
        />
      ))}
    </section>
  );
}

interface FieldsOfProps<P> {
  readonly group: FieldGroup;
  readonly fields: readonly FieldSpec<P>[];
  readonly isDraft: boolean;
  readonly render: (field: FieldSpec<P>) => ReactNode;
}

function FieldsOf<P>({ group, fields, isDraft, render }: FieldsOfProps<P>) {
  const { t } = useTranslation(namespaces);
  return (
    <fieldset className="policy-group">
      <legend>{t(`terms.group.${group}`)}</legend>
      {isDraft ? (
        <div className="policy-fields">{fields.map(render)}</div>
      ) : (
        <dl className="policy-fields">{fields.map(render)}</dl>
      )}
    </fieldset>
  );
}
