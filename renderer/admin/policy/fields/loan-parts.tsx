import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { HardDue, LoanLimit, LoanPolicy } from '../../../../domain/policy/policies.ts';
import { formatDate } from '../../../format/dates.ts';
import { ChoiceEdit, NumberEdit, NumberOrEdit, saidNumber } from './edits.tsx';
import type { FieldEditing, FieldSpec } from './field-spec.ts';
import { DayEdit } from './day-edit.tsx';

const periodUnits = ['days', 'hours', 'none'] as const;

/** How long a loan runs: days, hours, or not at all. */
export const periodField: FieldSpec<LoanPolicy> = {
  name: 'period',
  group: 'due',
  label: (t) => t('terms.field.period'),
  say: (t, { period }) =>
    period === 'none'
      ? t('terms.words.none')
      : saidNumber(period.length, t(`terms.unit.${period.unit}`, { count: period.length })),
  edit: ({ t, policy, label, problem, onChange }) => {
    const { period } = policy;
    return (
      <div className="field-pair">
        <ChoiceEdit
          label={label}
          value={period === 'none' ? 'none' : period.unit}
          choices={periodUnits.map((value) => ({
            value,
            label: value === 'none' ? t('terms.words.none') : t(`terms.unit.${value}`, { count: 2 }),
          }))}
          onChange={(unit) =>
            onChange({
              ...policy,
              period: unit === 'none' ? 'none' : { unit, length: period === 'none' ? 1 : period.length },
            })
          }
        />
        {period !== 'none' && (
          <NumberEdit
            label={t('terms.field.periodLength')}
            value={period.length}
            unit={(count) => t(`terms.unit.${period.unit}`, { count })}
            problem={problem}
            onChange={(length) => onChange({ ...policy, period: { ...period, length } })}
          />
        )}
      </div>
    );
  },
};

const hardDueHows = ['none', 'not-after', 'exactly', 'not-before'] as const;

/** A fixed day that shapes due dates. */
export const hardDueField: FieldSpec<LoanPolicy> = {
  name: 'hardDue',
  group: 'due',
  label: (t) => t('terms.field.hardDue'),
  say: (t, { hardDue }) =>
    hardDue === 'none'
      ? t('terms.hardDue.none')
      : t(`terms.hardDue.${hardDue.how}`, { date: formatDate(hardDue.date) }),
  edit: ({ t, policy, label, problem, onChange }) => {
    const { hardDue } = policy;
    const change = (next: HardDue): void => onChange({ ...policy, hardDue: next });
    return (
      <div className="field-pair">
        <ChoiceEdit
          label={label}
          value={hardDue === 'none' ? 'none' : hardDue.how}
          choices={hardDueHows.map((value) => ({ value, label: t(`terms.hardDueHow.${value}`) }))}
          onChange={(how) =>
            change(how === 'none' ? 'none' : { how, date: hardDue === 'none' ? '' : hardDue.date })
          }
        />
        {hardDue !== 'none' && (
          <DayEdit
            label={t('terms.field.hardDueDate')}
            value={hardDue.date}
            problem={problem}
            onChange={(date) => change({ ...hardDue, date })}
          />
        )}
      </div>
    );
  },
};

/** The reader's age; not asked where the collection is for everybody. */
export const agesField: FieldSpec<LoanPolicy> = {
  name: 'ages',
  group: 'reader',
  label: (t) => t('terms.field.ages'),
  say: (t, { ages }) =>
    ages === 'any'
      ? t('terms.agesAny')
      : t('terms.agesSay', {
          from: ages.from,
          to:
            ages.to === 'unlimited'
              ? t('terms.words.unlimited')
              : saidNumber(ages.to, t('terms.unit.years', { count: ages.to })),
        }),
  edit: ({ t, policy, label, problem, onChange }) => {
    const { ages } = policy;
    return (
      <div className="field-pair">
        <NumberOrEdit
          label={`${label}, ${t('terms.field.agesFrom')}`}
          value={ages === 'any' ? 'any' : ages.from}
          words={[{ value: 'any', label: t('terms.agesAny') }]}
          unit={(count) => t('terms.unit.years', { count })}
          first={16}
          problem={problem}
          onChange={(from) =>
            onChange({
              ...policy,
              ages: from === 'any' ? 'any' : { from, to: ages === 'any' ? 'unlimited' : ages.to },
            })
          }
        />
        {ages !== 'any' && (
          <NumberOrEdit
            label={t('terms.field.agesTo')}
            value={ages.to}
            words={[{ value: 'unlimited', label: t('terms.words.unlimited') }]}
            unit={(count) => t('terms.unit.years', { count })}
            first={ages.from}
            onChange={(to) => onChange({ ...policy, ages: { ...ages, to } })}
          />
        )}
      </div>
    );
  },
};

const limitUses = ['any', 'home', 'reading-room'] as const;
const limitLibraries = ['any', 'here'] as const;
const newLimit: LoanLimit = { max: 3, itemClass: 'any', library: 'any', use: 'home' };

/** What is counted and how much of it: every line must hold. */
export const limitsField: FieldSpec<LoanPolicy> = {
  name: 'limits',
  group: 'limits',
  label: (t) => t('terms.field.limits'),
  say: (t, { limits }, names) =>
    limits.length === 0
      ? t('terms.words.unlimited')
      : limits
          .map(({ max, itemClass, library, use }) =>
            t('terms.limitSay', {
              max:
                max === 'unlimited'
                  ? t('terms.words.unlimited')
                  : saidNumber(max, t('terms.unit.loans', { count: max })),
              itemClass: itemClass === 'any' ? t('terms.anyClass') : names.itemClass(itemClass),
              use: t(`terms.limitUse.${use}`),
              library: t(`terms.limitLibrary.${library}`),
            }),
          )
          .join('; '),
  edit: (editing) => <LimitsEdit {...editing} />,
};

function LimitsEdit({ t, policy, itemClasses, problem, onChange }: FieldEditing<LoanPolicy>) {
  const { limits } = policy;
  // Lines have no identity of their own, and one that goes must not leave its text to its neighbour.
  const [ids, setIds] = useState<readonly string[]>(() => limits.map(() => crypto.randomUUID()));
  const change = (next: readonly LoanLimit[]): void => onChange({ ...policy, limits: next });
  const put = (index: number, limit: LoanLimit): void => change(limits.with(index, limit));
  return (
    <div className="limits">
      <p className="form-quiet">{t('terms.field.limitsHelp')}</p>
      {limits.map((limit, index) => (
        <div key={ids[index]} className="limit">
          <NumberOrEdit
            label={t('terms.field.limitMax')}
            value={limit.max}
            words={[{ value: 'unlimited', label: t('terms.words.unlimited') }]}
            unit={(count) => t('terms.unit.loans', { count })}
            onChange={(max) => put(index, { ...limit, max })}
          />
          <ChoiceEdit
            label={t('terms.field.limitClass')}
            value={limit.itemClass}
            choices={[
              { value: 'any', label: t('terms.anyClass') },
              ...itemClasses.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(itemClass) => put(index, { ...limit, itemClass })}
          />
          <ChoiceEdit
            label={t('terms.field.limitUse')}
            value={limit.use}
            choices={limitUses.map((value) => ({ value, label: t(`terms.limitUse.${value}`) }))}
            onChange={(use) => put(index, { ...limit, use })}
          />
          <ChoiceEdit
            label={t('terms.field.limitLibrary')}
            value={limit.library}
            choices={limitLibraries.map((value) => ({ value, label: t(`terms.limitLibrary.${value}`) }))}
            onChange={(library) => put(index, { ...limit, library })}
          />
          <Button
            size="xs"
            variant="subtle"
            aria-label={`${t('forms.remove')} ${index + 1}`}
            onClick={() => {
              setIds(ids.toSpliced(index, 1));
              change(limits.toSpliced(index, 1));
            }}
          >
            <IconX aria-hidden size="1rem" />
          </Button>
        </div>
      ))}
      {problem !== null && <p className="field-problem">{problem}</p>}
      <Button
        size="xs"
        variant="default"
        className="start"
        leftSection={<IconPlus aria-hidden size="1rem" />}
        onClick={() => {
          setIds([...ids, crypto.randomUUID()]);
          change([...limits, newLimit]);
        }}
      >
        {t('terms.field.addLimit')}
      </Button>
    </div>
  );
}
