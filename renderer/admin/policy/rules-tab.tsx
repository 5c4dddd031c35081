import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PolicyOverview } from '../../../contract/workstation/admin.ts';
import { policyKinds } from '../../../domain/policy/policies.ts';
import type { PolicyKind } from '../../../domain/policy/policies.ts';
import type { Criterion, PolicyRule, PolicySet } from '../../../domain/policy/policy.ts';
import { criteria } from '../../../domain/policy/policy.ts';
import { namespaces } from '../../i18n/start.ts';
import { faultName } from '../code-words.ts';
import { CellSelect } from './cell-select.tsx';
import { nextRuleId, withCriterion } from './draft.ts';
import { faultsUnder } from './faults.ts';
import type { TabProps } from './tab-props.ts';

interface RulesTabProps extends TabProps {
  readonly libraries: PolicyOverview['libraries'];
  readonly collections: readonly string[];
  readonly onChange: (set: PolicySet) => void;
}

const ruleLibraries = ['item', 'desk', 'patron'] as const;

/** The grid of rules: four criteria, five policies, one line a rule, the strongest on top. */
export function RulesTab(props: RulesTabProps) {
  const { t } = useTranslation(namespaces);
  const { set, isDraft, faults, onChange } = props;
  const { rules } = set;
  const put = (next: readonly PolicyRule[]): void => onChange({ ...set, rules: next });
  /** A new rule asks nothing yet, or what the one before it asks: until that is changed it is the one at fault. */
  const add = (at: number, like: PolicyRule | undefined): void => {
    const gives = like?.gives ?? rules.at(-1)?.gives;
    if (!gives) return;
    const rule = { id: nextRuleId(rules), when: like?.when ?? {}, gives };
    put(rules.toSpliced(at, 0, rule));
    props.onSelect(rule.id);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(rule.id)}"] select`)?.focus(),
    );
  };
  const general = faults.filter(({ path }) => path === 'rules');
  return (
    <div className="policy-scroll" tabIndex={0} role="region" aria-label={t('policy.tab.rules')}>
      <div className="rules-head">
        <p className="office-quiet">{t('policy.rules.precedence')}</p>
        {isDraft ? (
          <NativeSelect
            label={t('policy.ruleLibrary.label')}
            value={set.ruleLibrary}
            title={t('policy.ruleLibrary.help')}
            data={ruleLibraries.map((value) => ({ value, label: t(`policy.ruleLibrary.${value}`) }))}
            onChange={(event) => {
              const chosen = ruleLibraries.find((value) => value === event.currentTarget.value);
              if (chosen) onChange({ ...set, ruleLibrary: chosen });
            }}
            data-testid="policy-rule-library"
          />
        ) : (
          <p className="rule-library" title={t('policy.ruleLibrary.help')}>
            <span className="form-quiet">{t('policy.ruleLibrary.label')}</span>{' '}
            <b>{t(`policy.ruleLibrary.${set.ruleLibrary}`)}</b>
          </p>
        )}
      </div>
      {general.map(({ fault }) => (
        <p key={fault} className="field-problem" role="alert">
          {faultName(t, fault)}
        </p>
      ))}
      {isDraft && (
        <Button
          size="xs"
          variant="default"
          className="start"
          leftSection={<IconPlus aria-hidden size="1rem" />}
          data-testid="policy-rule-add"
          onClick={() => add(rules.length, undefined)}
        >
          {t('policy.rules.add')}
        </Button>
      )}
      <table className="grid rules">
        <thead>
          <tr>
            <th scope="col">{t('policy.rules.id')}</th>
            {criteria.map((name) => (
              <th key={name} scope="col">
                {t(`policy.rules.${name}`)}
              </th>
            ))}
            {policyKinds.map((kind, index) => (
              <th key={kind} scope="col" className={index === 0 ? 'rules-gives' : undefined}>
                {t(`policy.rules.${kind}`)}
              </th>
            ))}
            {isDraft && (
              <th scope="col">
                <span className="unseen">{t('policy.rules.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, index) => (
            <RuleRow
              key={rule.id}
              {...props}
              rule={rule}
              onRule={(next) => put(rules.with(index, next))}
              onCopy={() => add(index + 1, rule)}
              onRemove={() => put(rules.toSpliced(index, 1))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RuleRowProps extends RulesTabProps {
  readonly rule: PolicyRule;
  readonly onRule: (rule: PolicyRule) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

function RuleRow(props: RuleRowProps) {
  const { t } = useTranslation(namespaces);
  const { set, isDraft, faults, names, selected, rule, libraries, collections } = props;
  const found = faultsUnder(faults, `rules.${rule.id}`);
  const values: Readonly<Record<Criterion, readonly string[]>> = {
    library: libraries.map(({ id }) => id),
    category: set.categories.map(({ id }) => id),
    itemClass: set.itemClasses.map(({ id }) => id),
    collection: collections,
  };
  const policyName = (kind: PolicyKind): string => {
    const policies: readonly { readonly id: string; readonly name: string }[] = set[`${kind}Policies`];
    return policies.find(({ id }) => id === rule.gives[kind])?.name ?? rule.gives[kind];
  };
  const cell = (column: string): string => t('policy.rules.cell', { column, id: rule.id });
  return (
    <>
      <tr
        className={[selected === rule.id && 'row-selected', found.length > 0 && 'row-faulty']
          .filter(Boolean)
          .join(' ')}
        data-testid="policy-rule-row"
        data-rule={rule.id}
      >
        <th scope="row" className="cell-id">
          {rule.id}
        </th>
        {criteria.map((name) => {
          const value = rule.when[name];
          const column = t(`policy.rules.${name}`);
          return (
            <td key={name} className={value === undefined ? 'cell-any' : 'cell-set'}>
              {isDraft ? (
                <CellSelect
                  label={cell(column)}
                  value={value ?? ''}
                  choices={[
                    { value: '', label: t('policy.rules.any') },
                    ...unknownFirst(value, values[name]).map((id) => ({ value: id, label: names[name](id) })),
                  ]}
                  onChange={(next) => props.onRule(withCriterion(rule, name, next === '' ? null : next))}
                />
              ) : value === undefined ? (
                t('policy.rules.any')
              ) : (
                names[name](value)
              )}
            </td>
          );
        })}
        {policyKinds.map((kind, index) => {
          const policies: readonly { readonly id: string; readonly name: string }[] = set[`${kind}Policies`];
          return (
            <td key={kind} className={index === 0 ? 'rules-gives' : undefined}>
              {isDraft ? (
                <CellSelect
                  label={cell(t(`policy.rules.${kind}`))}
                  value={rule.gives[kind]}
                  choices={policies.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(id) => props.onRule({ ...rule, gives: { ...rule.gives, [kind]: id } })}
                />
              ) : (
                policyName(kind)
              )}
            </td>
          );
        })}
        {isDraft && (
          <td className="cell-acts">
            <ActionIcon
              variant="subtle"
              aria-label={t('policy.rules.copy', { id: rule.id })}
              title={t('policy.rules.copy', { id: rule.id })}
              onClick={props.onCopy}
            >
              <IconCopy aria-hidden size="1.05rem" stroke={1.7} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              aria-label={t('policy.rules.remove', { id: rule.id })}
              title={t('policy.rules.remove', { id: rule.id })}
              onClick={props.onRemove}
            >
              <IconTrash aria-hidden size="1.05rem" stroke={1.7} />
            </ActionIcon>
          </td>
        )}
      </tr>
      {found.map((fault) => (
        <tr key={`${fault.path}${fault.fault}`} className="row-fault">
          <td colSpan={criteria.length + policyKinds.length + 2}>
            <span className="field-problem" data-testid="policy-fault">
              {ruleFaultPlace(fault.path, (name) => t(`policy.rules.${name}`), t('policy.rules.conditions'))}:{' '}
              {faultName(t, fault.fault)}
            </span>
          </td>
        </tr>
      ))}
    </>
  );
}

/** A value a rule asks about that nothing has any more still has to be seen. */
function unknownFirst(value: string | undefined, known: readonly string[]): readonly string[] {
  return value === undefined || known.includes(value) ? known : [value, ...known];
}

function ruleFaultPlace(
  path: string,
  column: (name: Criterion | PolicyKind) => string,
  conditions: string,
): string {
  const last = path.split('.').at(-1) ?? '';
  const name = [...criteria, ...policyKinds].find((known) => known === last);
  return name === undefined ? conditions : column(name);
}
