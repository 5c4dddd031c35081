import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PolicyOverview } from '../../../contract/workstation/admin.ts';
import { formatAmount } from '../../../domain/money/amount-text.ts';
import type { Fee, PolicySet } from '../../../domain/policy/policy.ts';
import { formatDate } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import { faultName } from '../code-words.ts';
import { freshId } from './draft.ts';
import { faultsUnder } from './faults.ts';
import { DayEdit } from './fields/day-edit.tsx';
import { ChoiceEdit, NumberEdit } from './fields/edits.tsx';
import type { TabProps } from './tab-props.ts';

const feeKinds = ['card', 'card-replacement', 'service'] as const;

interface FeesTabProps extends TabProps {
  readonly libraries: PolicyOverview['libraries'];
  readonly onChange: (set: PolicySet) => void;
}

/** What cards and services cost, each with the act that sets it and the days it holds. */
export function FeesTab(props: FeesTabProps) {
  const { t } = useTranslation(namespaces);
  const { set, isDraft, names, onChange } = props;
  const { fees } = set;
  const put = (next: readonly Fee[]): void => onChange({ ...set, fees: next });
  const add = (): void => {
    const name = t('policy.fees.newName');
    const fee: Fee = {
      id: freshId(name, fees),
      kind: 'card',
      name,
      category: 'any',
      library: 'any',
      amount: 0,
      legalAct: '',
      from: set.effectiveFrom,
      to: 'none',
    };
    put([...fees, fee]);
  };
  return (
    <div className="policy-scroll" tabIndex={0} role="region" aria-label={t('policy.tab.fees')}>
      <p className="office-quiet">{t('policy.fees.help')}</p>
      {fees.length === 0 && <p>{t('policy.fees.none')}</p>}
      {isDraft ? (
        <ul className="fees">
          {fees.map((fee, index) => (
            <FeeForm
              key={fee.id}
              {...props}
              fee={fee}
              onFee={(next) => put(fees.with(index, next))}
              onRemove={() => put(fees.toSpliced(index, 1))}
            />
          ))}
        </ul>
      ) : (
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('policy.fees.name')}</th>
              <th scope="col">{t('policy.fees.kind.label')}</th>
              <th scope="col">{t('policy.fees.category')}</th>
              <th scope="col">{t('policy.fees.library')}</th>
              <th scope="col">{t('policy.fees.amount')}</th>
              <th scope="col">{t('policy.fees.legalAct')}</th>
              <th scope="col">{t('policy.fees.from')}</th>
              <th scope="col">{t('policy.fees.to')}</th>
            </tr>
          </thead>
          <tbody>
            {fees.map((fee) => (
              <tr key={fee.id} data-testid="fee">
                <th scope="row">{fee.name}</th>
                <td>{t(`policy.fees.kind.${fee.kind}`)}</td>
                <td>{fee.category === 'any' ? t('policy.fees.any') : names.category(fee.category)}</td>
                <td>{fee.library === 'any' ? t('policy.fees.any') : names.library(fee.library)}</td>
                <td className="cell-number">{formatAmount(fee.amount)}</td>
                <td>{fee.legalAct}</td>
                <td>{formatDate(fee.from)}</td>
                <td>{fee.to === 'none' ? '–' : formatDate(fee.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isDraft && (
        <Button
          size="xs"
          variant="default"
          className="start"
          leftSection={<IconPlus aria-hidden size="1rem" />}
          data-testid="fee-add"
          onClick={add}
        >
          {t('policy.fees.add')}
        </Button>
      )}
    </div>
  );
}

interface FeeFormProps extends FeesTabProps {
  readonly fee: Fee;
  readonly onFee: (fee: Fee) => void;
  readonly onRemove: () => void;
}

function FeeForm({ set, faults, libraries, selected, fee, onFee, onRemove }: FeeFormProps) {
  const { t } = useTranslation(namespaces);
  const problem = (name: keyof Fee): string | null => {
    const [first] = faultsUnder(faults, `fees.${fee.id}.${name}`);
    return first ? faultName(t, first.fault) : null;
  };
  const any = { value: 'any', label: t('policy.fees.any') };
  return (
    <li className={selected === fee.id ? 'fee row-selected' : 'fee'} data-testid="fee" data-fee={fee.id}>
      <TextInput
        label={t('policy.fees.name')}
        value={fee.name}
        error={problem('name')}
        onChange={(event) => onFee({ ...fee, name: event.currentTarget.value })}
      />
      <ChoiceEdit
        label={t('policy.fees.kind.label')}
        value={fee.kind}
        choices={feeKinds.map((value) => ({ value, label: t(`policy.fees.kind.${value}`) }))}
        onChange={(kind) => onFee({ ...fee, kind })}
      />
      <ChoiceEdit
        label={t('policy.fees.category')}
        value={fee.category}
        choices={[any, ...set.categories.map(({ id, name }) => ({ value: id, label: name }))]}
        problem={problem('category')}
        onChange={(category) => onFee({ ...fee, category })}
      />
      <ChoiceEdit
        label={t('policy.fees.library')}
        value={fee.library}
        choices={[any, ...libraries.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(library) => onFee({ ...fee, library })}
      />
      <NumberEdit
        label={t('policy.fees.amount')}
        value={fee.amount}
        unit={() => t('terms.unit.dong')}
        as="amount"
        problem={problem('amount')}
        onChange={(amount) => onFee({ ...fee, amount })}
      />
      <TextInput
        label={t('policy.fees.legalAct')}
        value={fee.legalAct}
        error={problem('legalAct')}
        onChange={(event) => onFee({ ...fee, legalAct: event.currentTarget.value })}
      />
      <DayEdit
        label={t('policy.fees.from')}
        value={fee.from}
        problem={problem('from')}
        onChange={(from) => onFee({ ...fee, from })}
      />
      <OpenEnd fee={fee} problem={problem('to')} onFee={onFee} />
      <ActionIcon
        className="fee-remove"
        variant="subtle"
        aria-label={t('policy.fees.remove', { name: fee.name })}
        title={t('policy.fees.remove', { name: fee.name })}
        onClick={onRemove}
      >
        <IconTrash aria-hidden size="1.05rem" stroke={1.7} />
      </ActionIcon>
    </li>
  );
}

/** The last day of a fee: a day, or a word for none. */
function OpenEnd(props: {
  readonly fee: Fee;
  readonly problem: string | null;
  readonly onFee: (fee: Fee) => void;
}) {
  const { t } = useTranslation(namespaces);
  const { fee, problem, onFee } = props;
  return (
    <div className="field-pair">
      <ChoiceEdit
        label={t('policy.fees.to')}
        value={fee.to === 'none' ? 'none' : 'day'}
        choices={[
          { value: 'none', label: t('forms.endless') },
          { value: 'day', label: t('policy.fees.toDay') },
        ]}
        onChange={(end) => onFee({ ...fee, to: end === 'none' ? 'none' : '' })}
      />
      {fee.to !== 'none' && (
        <DayEdit
          label={t('policy.fees.toDay')}
          value={fee.to}
          problem={problem}
          onChange={(to) => onFee({ ...fee, to })}
        />
      )}
    </div>
  );
}
